import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { MARKER, signIn } from './marked-workspace.ts'
import { makeWorkspace } from './workspace.ts'

test.beforeEach(({ profile }) => signIn(profile))

/** A workspace of ten short articles. */
async function tenArticles(folder: string): Promise<string> {
  const files = path.join(folder, 'files')
  await mkdir(files)
  for (let n = 0; n < 10; n++)
    await writeFile(path.join(files, `${n}.txt`), `Ferry talks ${n}\n\nNorland promised ferry number ${n}.\n`)
  return makeWorkspace(folder, files)
}

/** There is no such file before the first edit. */
const teamIn = async (workspace: string) =>
  JSON.parse(await readFile(path.join(workspace, 'team.json'), 'utf8').catch(() => '{"assignments":{}}'))
const assignmentsIn = async (workspace: string): Promise<Record<string, string[]>> =>
  (await teamIn(workspace)).assignments

const row = (page: Page, name: string) =>
  page.getByRole('table', { name: 'How far everybody is' }).getByRole('row', { name })

async function figures(page: Page, name: string): Promise<string[]> {
  return (await row(page, name).getByRole('cell').allTextContents()).slice(1)
}

test('somebody else goes on in the same workspace, and each has their own marks', async ({
  launch,
  folder,
}) => {
  const desk = new Desk(await launch({ workspace: await tenArticles(folder) }))
  const { page } = desk
  await desk.select('Norland')
  await page.keyboard.press('1')
  await expect(desk.annotations.getByRole('option')).toHaveCount(1)
  const drawn = desk.text.getByText('Norland', { exact: true })
  await expect(drawn).toHaveCount(1)
  await page.keyboard.press('Control+7')
  await expect.poll(() => figures(page, MARKER)).toEqual(['0', '0', '1', '0', '1'])
  await page.getByRole('combobox', { name: 'Annotate as' }).fill('Gold')
  await page.keyboard.press('Enter')
  await expect(page.getByText('“Gold” is the name of what is settled in adjudication')).toBeVisible()
  await page.getByRole('combobox', { name: 'Annotate as' }).fill('Bo Lind')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'You annotate as Bo Lind' })).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(desk.text).toContainText('Norland promised')
  await expect(desk.annotations.getByRole('option')).toHaveCount(0)
  await expect(drawn).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(page.getByText('There is nothing to undo.')).toBeVisible()
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: `Annotate as ${MARKER}` }).click()
  await expect(page.getByRole('heading', { name: `You annotate as ${MARKER}` })).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(desk.annotations.getByRole('option')).toHaveCount(1)
  await expect(drawn).toHaveCount(1)
  await page.keyboard.press('Control+Z')
  await expect(desk.annotations.getByRole('option')).toHaveCount(0)
})

test('a name is taken for one workspace, and another keeps its own', async ({ launch, folder }) => {
  test.slow()
  const away = path.join(folder, 'away')
  await mkdir(away)
  const [home, elsewhere] = [await tenArticles(folder), await tenArticles(away)]
  const nameIn = async (workspace: string, name?: string) => {
    const { page, close } = await launch({ workspace })
    await expect(page.getByRole('option', { name: 'Ferry talks 0' })).toBeVisible()
    await page.keyboard.press('Control+7')
    if (name) {
      await page.getByRole('combobox', { name: 'Annotate as' }).fill(name)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('heading', { name: `You annotate as ${name ?? MARKER}` })).toBeVisible()
    await close()
  }
  await nameIn(home)
  await nameIn(elsewhere, 'Cy')
  await nameIn(home)
})

test('articles are shared evenly, taken back in one step, and shown to whom they are assigned', async ({
  launch,
  folder,
}) => {
  const workspace = await tenArticles(folder)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.articles.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /^Assigned to me/ })).toHaveCount(0)
  await page.keyboard.press('Control+7')
  await page.getByRole('textbox', { name: 'Somebody who is not here yet' }).fill('Bo Lind')
  await page.keyboard.press('Enter')
  await page.getByRole('spinbutton', { name: '% of the articles' }).fill('40')
  await expect(page.getByText(`Bo Lind: 7 · ${MARKER}: 7 · 4 articles by more than one.`)).toBeVisible()
  await page.getByRole('button', { name: 'Assign 10 articles' }).click()
  await expect.poll(() => figures(page, 'Bo Lind')).toEqual(['7', '7', '0', '0', '0'])
  const assigned = await assignmentsIn(workspace)
  expect(Object.keys(assigned)).toHaveLength(10)
  expect(Object.values(assigned).filter((names) => names.length === 2)).toHaveLength(4)
  expect(await axeFaults(desk)).toEqual([])
  await page.keyboard.press('Control+1')
  await page.getByRole('checkbox', { name: 'Assigned to me (7)' }).check()
  await expect(desk.articles.getByRole('option')).toHaveCount(7)
  await desk.text.focus()
  await page.keyboard.press('Control+Z')
  await expect.poll(() => assignmentsIn(workspace)).toEqual({})
  await expect(desk.articles.getByRole('option')).toHaveCount(10)
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(() => assignmentsIn(workspace)).toEqual(assigned)
})

test('one article is assigned by hand, with the keyboard alone', async ({ launch, folder }) => {
  const workspace = await tenArticles(folder)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.articles.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Control+7')
  await expect(row(page, MARKER)).toBeVisible()
  const list = page.getByRole('listbox', { name: 'Assigned articles' })
  await list.focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'Space']) await page.keyboard.press(key)
  await expect(list.getByRole('option', { name: 'Ferry talks 1' })).toContainText(MARKER)
  await expect.poll(async () => Object.values(await assignmentsIn(workspace))).toEqual([[MARKER]])
})

test('others’ marks are hidden for all, and that can be undone', async ({ launch, folder }) => {
  const workspace = await tenArticles(folder)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.articles.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Control+7')
  const blind = page.getByRole('radio', { name: /^Hidden \(blind\)/ })
  await blind.check()
  await expect.poll(async () => (await teamIn(workspace)).sight).toBe('blind')
  await page.keyboard.press('Control+Z')
  await expect(page.getByText('Undone: Others’ marks hidden while annotating.')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Shown on demand/ })).toBeChecked()
  await expect.poll(async () => (await teamIn(workspace)).sight).toBe('layer')
})
