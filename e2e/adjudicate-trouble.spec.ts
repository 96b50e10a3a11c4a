import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import {
  adjudicated,
  adjudicationList,
  differenceCard,
  goldIn,
  makeDifferingWorkspace,
  openAdjudication,
  openFerry,
} from './adjudication-desk.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { holdBack, refuse } from './held-answers.ts'
import { signIn } from './marked-workspace.ts'
import { hashesIn, makeWorkspace, SAMPLES } from './workspace.ts'

test.beforeEach(({ profile }) => signIn(profile, 'Eva'))

test('what is decided is not said to be saved before it is', async ({ launch, folder }) => {
  const workspace = await makeDifferingWorkspace(folder)
  const desk = new Desk(await launch({ workspace }))
  await openFerry(desk)
  const letGo = await holdBack(desk.running.app, 'review:edit')
  await desk.page.keyboard.press('1')
  await desk.page.keyboard.press('2')
  await expect(desk.page.getByText('2 of 4 decided')).toBeVisible()
  await expect(desk.status).toHaveText('Saving…')
  await letGo()
  await desk.saved()
})

test('an article is not said to be done in gold where that could not be kept', async ({ launch, folder }) => {
  const workspace = await makeDifferingWorkspace(folder)
  const desk = new Desk(await launch({ workspace }))
  await openFerry(desk)
  for (const key of ['1', '1', '1', '2']) await desk.page.keyboard.press(key)
  await expect(desk.page.getByText('4 of 4 decided')).toBeVisible()
  await desk.saved()
  await refuse(desk.running.app, 'review:edit', 'Nothing was changed: the disk is full.')
  await desk.page.keyboard.press('Control+Enter')
  await expect(desk.page.getByText('Nothing was changed: the disk is full.')).toBeVisible()
  await expect(adjudicated(desk.page)).toContainText('The driver')
  await desk.page.keyboard.press('Escape')
  const row = adjudicationList(desk.page).getByRole('option', { name: 'The ferry is late' })
  await expect(row).toContainText('nothing open')
  await expect(desk.page.getByText('Nothing was changed: the disk is full.')).toBeVisible()
})

test('what changes many articles waits until what was decided is made', async ({ launch, folder }) => {
  const workspace = await makeDifferingWorkspace(folder)
  const theirs = path.join(folder, 'from Dora')
  await cp(workspace, theirs, { recursive: true })
  const [ada, dora] = ['Ada', 'Dora'].map((name) => path.join(theirs, 'annotators', name)) as [string, string]
  await rename(ada, dora)
  for (const name of await readdir(dora)) {
    const file = path.join(dora, name)
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replaceAll('"Ada"', '"Dora"').replaceAll('"a-', '"d-'),
    )
  }
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await desk.answerOpenDialog([theirs])
  await desk.menu('File', 'Merge a colleague’s work…')
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  const merge = page.getByRole('button', { name: 'Merge', exact: true })
  await expect(merge).toBeVisible()
  await page.getByRole('tab', { name: 'Adjudicate' }).click()
  await adjudicationList(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(differenceCard(page)).toBeVisible()
  const letGo = await holdBack(desk.running.app, 'review:edit')
  await page.keyboard.press('1')
  await page.keyboard.press('2')
  await page.getByRole('tab', { name: 'Team' }).click()
  await merge.click()
  await expect(desk.status).toHaveText('Saving…')
  await letGo()
  await desk.saved()
  await expect(page.getByText(/annotations are merged/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: .* are taken back/)).toBeVisible()
  expect((await goldIn(workspace, 'The ferry is late')).annotations).toHaveLength(2)
})

test('what a rule would decide is forgotten with a decision, an undo and the workspace', async ({
  launch,
  folder,
}) => {
  const workspace = await makeDifferingWorkspace(folder)
  const other = makeWorkspace(path.join(folder, 'elsewhere'), path.join(SAMPLES, 'port-strike-deal.txt'))
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await openAdjudication(desk)
  const show = async () => {
    await page.getByRole('button', { name: 'Show what that decides' }).click()
    await expect(page.getByRole('button', { name: /^Decide \d+ group/ })).toBeVisible()
  }
  const decide = page.getByRole('button', { name: /^Decide \d+ group/ })
  await page.getByText('Decide many at once').click()
  await show()
  await adjudicationList(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(differenceCard(page)).toBeVisible()
  await page.keyboard.press('1')
  await desk.saved()
  await page.keyboard.press('Escape')
  await page.getByText('Decide many at once').click()
  await expect(decide).toHaveCount(0)
  await show()
  await adjudicationList(page).focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone/)).toBeVisible()
  await expect(decide).toHaveCount(0)

  await page.getByRole('checkbox', { name: 'other words' }).check()
  await show()
  await desk.answerOpenDialog([other])
  await desk.menu('File', 'Open folder…')
  await expect(page.getByText('There is nothing to adjudicate yet')).toBeVisible()
  await desk.answerOpenDialog([workspace])
  await desk.menu('File', 'Open folder…')
  await page.getByText('Decide many at once').click()
  await expect(decide).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: 'other words' })).not.toBeChecked()
})

test('in a workspace that can only be read the differences are shown, and nothing is decided', async ({
  launch,
  folder,
}) => {
  const workspace = await makeDifferingWorkspace(folder)
  const manifest = path.join(workspace, 'glosswright.json')
  await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, 'utf8')), version: 99 }))
  const before = await hashesIn(workspace)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await openFerry(desk)
  await expect(differenceCard(page)).toContainText('Differs: other words')
  for (const key of ['1', 'x', 'd', 'b', 'a']) {
    await page.keyboard.press(key)
    await expect(page.getByText(/written by a newer Glosswright/).last()).toBeVisible()
    await expect(page.getByText('0 of 4 decided · 2 agreed · 0 to discuss')).toBeVisible()
  }
  await page.keyboard.press('e')
  await page.keyboard.press('Shift+E')
  await page.keyboard.press('Enter')
  await expect(page.getByText('0 of 4 decided')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByText('Decide many at once').click()
  await page.getByRole('button', { name: 'Show what that decides' }).click()
  await page.getByRole('button', { name: /^Decide \d+ group/ }).click()
  expect(await hashesIn(workspace)).toEqual(before)
})
