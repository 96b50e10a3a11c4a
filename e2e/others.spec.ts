import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { annotateBlind, copyMarks } from './copied-marks.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { MARKER, type MarkedArticle, makeMarkedWorkspace, signIn } from './marked-workspace.ts'

const FERRY: MarkedArticle = {
  text: 'The ferry is late\n\nThe mayor of Port Casse promised to pay the ferry crew. Residents accused the mayor 👋 of delay.\n',
  marks: [
    { label: 'actor', words: 'The mayor of Port Casse' },
    { label: 'commitment', words: 'promised to pay the ferry crew', note: 'Is it a vow?' },
    { label: 'actor', words: 'the ferry crew' },
    { label: 'accusation', words: 'accused the mayor 👋 of delay', unsure: true },
  ],
}
const PLEDGE = 'Commitment: promised to pay the ferry crew'

/** Bo has marked all, the gold one mark, and who sits here the mayor alone. */
async function threeAnnotators(folder: string): Promise<string> {
  const workspace = await makeMarkedWorkspace(folder, FERRY)
  await copyMarks(workspace, MARKER, 'Bo')
  await copyMarks(workspace, MARKER, 'gold', (marks) => marks.slice(1, 2))
  await copyMarks(workspace, MARKER, MARKER, (marks) => marks.slice(0, 1))
  return workspace
}

const layer = ({ page }: Desk) => page.getByRole('region', { name: 'Others’ marks' })
const here = ({ page }: Desk) => page.getByRole('group', { name: 'Others’ marks here' })

/** Lets the mouse rest on a mark, which may run over a line. */
async function restOn({ page, text }: Desk, words: string): Promise<void> {
  const { x, y } = await text.getByText(words, { exact: true }).evaluate((element) => {
    const { x: left, y: top, width, height } = element.getClientRects()[0] as DOMRect
    return { x: left + width / 2, y: top + height / 2 }
  })
  await page.mouse.move(x - 1, y)
  await page.mouse.move(x, y)
}

test.beforeEach(({ profile }) => signIn(profile))

test('others’ marks are shown by a key, told at the caret, and one is taken as one’s own', async ({
  launch,
  folder,
}) => {
  const workspace = await threeAnnotators(folder)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await expect(layer(desk)).toBeHidden()
  await page.keyboard.press('Shift+O')
  await expect(layer(desk).getByRole('button', { name: 'Bo 4' })).toHaveAttribute('aria-pressed', 'true')
  await expect(layer(desk).getByRole('button', { name: 'gold 1' })).toBeVisible()
  await expect(here(desk)).toContainText('No mark of others here.')
  expect(await desk.blocks()).toBe(FERRY.text)
  await desk.select('promised to')
  await expect(here(desk)).toContainText('Bo')
  await expect(here(desk)).toContainText('“promised to pay the ferry crew”, note: Is it a vow?')
  expect(await desk.annotationNames()).toEqual(['Actor: The mayor of Port Casse'])
  expect(await axeFaults(desk)).toEqual([])

  await page.keyboard.press('Shift+T')
  await expect(desk.annotation(PLEDGE)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Commitment of Bo taken as your own.')).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(desk.annotation(PLEDGE)).toBeHidden()
  await page.keyboard.press('Control+Shift+Z')
  await expect(desk.annotation(PLEDGE)).toBeVisible()
  await desk.saved()
  const home = path.join(workspace, 'annotators', MARKER)
  const [file = ''] = (await readdir(home)).filter((name) => name.includes('ferry'))
  const { annotations } = JSON.parse(await readFile(path.join(home, file), 'utf8'))
  expect(annotations).toMatchObject([
    {},
    { text: 'promised to pay the ferry crew', annotator: MARKER, origin: { kind: 'imported', by: 'Bo' } },
  ])
  expect(annotations[1]).not.toHaveProperty('note')
})

test('who is shown is chosen, the mouse asks as the caret does, and a start shows nobody', async ({
  launch,
  folder,
}) => {
  const workspace = await threeAnnotators(folder)
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.text).toBeVisible()
  await desk.menu('View', 'Others’ marks')
  await layer(desk).getByRole('button', { name: 'Bo 4' }).click()
  await desk.select('accused')
  await expect(here(desk)).toContainText('No mark of others here.')
  await desk.select('promised to')
  await expect(here(desk).getByRole('button', { name: 'Take Commitment of gold' })).toBeVisible()
  await layer(desk).getByRole('button', { name: 'Bo 4' }).click()
  await restOn(desk, 'accused the mayor 👋 of delay')
  await expect(here(desk)).not.toContainText('gold')
  await here(desk).getByRole('button', { name: 'Take Accusation of Bo' }).click()
  await expect(desk.annotation('Accusation: accused the mayor 👋 of delay')).toBeVisible()
  await layer(desk).getByRole('button', { name: /^Hide/ }).click()
  await expect(layer(desk)).toBeHidden()
  await expect(here(desk)).toBeHidden()
  await desk.page.keyboard.press('Shift+O')
  await desk.close()
  const again = new Desk(await launch({ workspace }))
  await expect(again.text).toBeVisible()
  await expect(layer(again)).toBeHidden()
})

test('where everybody annotates blind, nobody’s marks are shown, done or not', async ({ launch, folder }) => {
  const workspace = await threeAnnotators(folder)
  await annotateBlind(workspace)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await page.keyboard.press('Shift+O')
  await expect(layer(desk)).toContainText('Everybody annotates blind in this workspace')
  await desk.select('promised to')
  await expect(here(desk)).toBeHidden()
  await page.keyboard.press('Shift+T')
  await expect(page.getByText(/No mark of another annotator is shown/)).toBeVisible()
  await page.keyboard.press('s')
  await expect(layer(desk)).toContainText('nobody’s marks but your own are shown here.')
  expect(await desk.annotationNames()).toEqual(['Actor: The mayor of Port Casse'])
})
