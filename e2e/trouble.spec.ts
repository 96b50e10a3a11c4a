import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { glosswright, hashesIn, idOf, makeWorkspace, recordFile, SAMPLES, showArticle } from './workspace.ts'

const STRIKE_FILE = path.join(SAMPLES, 'port-strike-deal.txt')
const STRIKE = 'Dockers, terminal owners reach deal to end 19-day port strike'
const RIVER_FILE = path.join(SAMPLES, 'river-water-talks.txt')
const RIVER = 'Drevania offers winter water as Sarn River talks resume'

/** Adds `change` to the JSON object in a file. */
async function patchJson(file: string, change: object): Promise<void> {
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...change }))
}

test('damaged preferences are kept aside and said, and the app starts', async ({ launch, profile }) => {
  const damaged = '{"annotator": "Tove", "theme": "da'
  await writeFile(path.join(profile, 'preferences.json'), damaged)
  const desk = new Desk(await launch())
  await expect(desk.page.getByText('Your preferences could not be read')).toBeVisible()
  await expect(desk.articles.getByRole('option')).toHaveCount(8) // the sample workspace
  expect(await readFile(path.join(profile, 'preferences.damaged-1.json'), 'utf8')).toBe(damaged)
})

test('a damaged workspace says so, and opens once it is repaired', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const manifest = path.join(workspace, 'glosswright.json')
  const good = await readFile(manifest)
  await writeFile(manifest, good.subarray(0, good.length / 2))
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.alert).toContainText('glosswright.json” is damaged')
  expect((await readFile(manifest)).length).toBe(Math.floor(good.length / 2))
  await writeFile(manifest, good)
  await desk.button('Try again').click()
  await expect(desk.article(STRIKE)).toBeVisible()
})

test('a workspace of a newer Glosswright can be read, not changed', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  await patchJson(path.join(workspace, 'glosswright.json'), { version: 3 })
  const before = await hashesIn(workspace)
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.alert).toContainText('was written by a newer Glosswright')
  await expect(desk.text).toContainText('Dockers United promised')
  await expect(desk.label('Actor')).toBeDisabled()
  await desk.select('Dockers United')
  await desk.page.keyboard.press('1')
  await expect(desk.annotations.getByRole('option')).toHaveCount(0)
  expect(await hashesIn(workspace)).toEqual(before)
})

test('a folder that is gone is said to be, and there are ways on', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: path.join(folder, 'gone') }))
  await expect(desk.alert).toContainText('There is no folder')
  const other = makeWorkspace(folder, STRIKE_FILE)
  await desk.answerOpenDialog([other])
  await desk.button('Open a folder…').click()
  await expect(desk.article(STRIKE)).toBeVisible()
})

test('a folder of text files can be made a workspace, and its files stay as they are', async ({
  launch,
  folder,
}) => {
  const texts = path.join(folder, 'texts')
  await mkdir(texts)
  await writeFile(path.join(texts, 'one.txt'), await readFile(STRIKE_FILE))
  await writeFile(path.join(texts, 'two.txt'), await readFile(RIVER_FILE))
  const before = await hashesIn(texts)
  const desk = new Desk(await launch({ workspace: texts }))
  await expect(desk.alert).toContainText('is not a Glosswright workspace')
  expect(await hashesIn(texts)).toEqual(before)
  await desk.button('Make it a workspace with its 2 articles').click()
  await expect(desk.articles.getByRole('option')).toHaveCount(2)
  await desk.openArticle(RIVER)
  await desk.mark('Ilka Moravel', 'Actor')
  await desk.saved()
  expect(await hashesIn(texts)).toMatchObject(before)
})

test('damaged annotations are kept aside, and the last good version comes back', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const first = new Desk(await launch({ workspace }))
  await first.mark('Rosalind Achterby', 'Actor')
  await first.mark('Emeric Faulds', 'Actor')
  await first.saved()
  await first.close()
  const second = new Desk(await launch({ workspace }))
  await second.mark('Ottilie Kranz', 'Actor')
  await second.saved()
  await second.close()
  const file = await recordFile(workspace, idOf(workspace, STRIKE))
  const torn = (await readFile(file)).subarray(0, 700)
  await writeFile(file, torn)

  const desk = new Desk(await launch({ workspace }))
  await expect(desk.alert).toContainText('is damaged')
  await expect(desk.label('Actor')).toBeDisabled()
  expect((await readFile(file)).equals(torn)).toBe(true)
  await desk.button(/^Go back to the 2 annotations/).click()
  await expect
    .poll(() => desk.annotationNames())
    .toEqual(['Actor: Rosalind Achterby', 'Actor: Emeric Faulds'])
  await expect(desk.alert).toHaveCount(0)
  const aside = Object.keys(await hashesIn(path.join(workspace, '.glosswright', 'quarantine')))
  expect(aside).toHaveLength(1)
  expect(
    (await readFile(path.join(workspace, '.glosswright', 'quarantine', aside[0] ?? ''))).equals(torn),
  ).toBe(true)
  await desk.mark('Ottilie Kranz', 'Actor')
  await desk.saved()
  expect(showArticle(workspace, idOf(workspace, STRIKE)).annotations).toHaveLength(3)
})

test('annotations of a newer Glosswright are left alone', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const first = new Desk(await launch({ workspace }))
  await first.mark('Rosalind Achterby', 'Actor')
  await first.saved()
  await first.close()
  const file = await recordFile(workspace, idOf(workspace, STRIKE))
  await patchJson(file, { version: 9 })
  const before = await hashesIn(workspace)
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.alert).toContainText('was written by a newer Glosswright')
  await expect(desk.label('Actor')).toBeDisabled()
  await desk.close()
  expect(await hashesIn(workspace)).toEqual(before)
})

test('an article whose text is gone or was changed is not shown, and the others are', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE, RIVER_FILE)
  const desk = new Desk(await launch({ workspace }))
  await desk.openArticle(RIVER)
  const text = path.join(workspace, 'articles', `${idOf(workspace, STRIKE)}.txt`)
  const original = await readFile(text, 'utf8')
  await writeFile(text, original.replace('Dockers United', 'Dockers Untied'))
  await desk.article(STRIKE).click()
  await expect(desk.reader).toContainText('was changed outside Glosswright')
  await expect(desk.text).toHaveCount(0)
  await rm(text)
  await desk.openArticle(RIVER)
  await desk.article(STRIKE).click()
  await expect(desk.reader).toContainText('is gone; please put it back')
  await writeFile(text, original)
  await desk.openArticle(RIVER)
  await desk.openArticle(STRIKE)
  await expect(desk.text).toContainText('Dockers United')
})

test('a second window on a workspace only reads, until the first is closed', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const first = new Desk(await launch({ workspace }))
  await first.mark('Rosalind Achterby', 'Actor')
  await first.saved()
  const second = new Desk(await launch({ workspace, userData: path.join(folder, 'other profile') }))
  await expect(second.alert).toContainText('is open in another window of Glosswright')
  await expect(second.annotation('Actor: Rosalind Achterby')).toBeVisible()
  await expect(second.label('Actor')).toBeDisabled()
  await first.close()
  await second.button('Try again').click()
  await expect(second.label('Actor')).toBeEnabled()
  await second.mark('Emeric Faulds', 'Actor')
  await second.saved()
  expect(showArticle(workspace, idOf(workspace, STRIKE)).annotations).toHaveLength(2)
})

test('what another program writes meanwhile is merged: both are kept', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, STRIKE_FILE)
  const desk = new Desk(await launch({ workspace }))
  await desk.mark('Rosalind Achterby', 'Actor')
  await desk.saved()
  const id = idOf(workspace, STRIKE)
  const file = await recordFile(workspace, id)
  const record = JSON.parse(await readFile(file, 'utf8'))
  const { text } = showArticle(workspace, id)
  const start = [...text.slice(0, text.indexOf('Ottilie Kranz'))].length
  const theirs = { ...record.annotations[0], id: 'theirs', start, end: start + 13, text: 'Ottilie Kranz' }
  // As a sync tool does: a new file takes the name of the old.
  await writeFile(`${file}.new`, JSON.stringify({ ...record, annotations: [...record.annotations, theirs] }))
  await rename(`${file}.new`, file)
  await desk.mark('Emeric Faulds', 'Actor')
  await expect(desk.annotation('Actor: Ottilie Kranz')).toBeVisible()
  await expect(desk.annotation('Actor: Emeric Faulds')).toBeVisible()
  await desk.saved()
  expect(
    showArticle(workspace, id)
      .annotations.map((annotation) => annotation.text)
      .sort(),
  ).toEqual(['Emeric Faulds', 'Ottilie Kranz', 'Rosalind Achterby'])
  glosswright('check', workspace)
})

test('looking at articles writes nothing', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const first = new Desk(await launch({ workspace }))
  await first.openArticle(STRIKE)
  await first.mark('Rosalind Achterby', 'Actor')
  await first.saved()
  await first.close()
  const before = await hashesIn(workspace)
  const desk = new Desk(await launch({ workspace }))
  await desk.openArticle(RIVER)
  await desk.select('Drevania')
  await desk.page.keyboard.press('Control+C')
  await desk.openArticle(STRIKE)
  await desk.annotation('Actor: Rosalind Achterby').click()
  for (const key of ['j', 'k', 'Alt+ArrowDown']) await desk.page.keyboard.press(key)
  await expect(desk.page).not.toHaveTitle(new RegExp(`^${STRIKE}`))
  await desk.page.keyboard.press('Alt+ArrowUp')
  await expect(desk.page).toHaveTitle(new RegExp(`^${STRIKE}`))
  // Only then: a key that comes before the article is meant for none, and W behind it would widen the mark.
  for (const key of ['m', 'w', 'Control+=']) await desk.page.keyboard.press(key)
  await desk.menu('View', 'Guidelines')
  await expect(desk.page.getByRole('dialog', { name: 'Guidelines' })).toBeVisible()
  await desk.page.keyboard.press('Escape')
  await desk.saved()
  await desk.close()
  expect(await hashesIn(workspace)).toEqual(before)
})
