import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { OccurrencesSheet } from './occurrences-sheet.ts'
import { countPresses, press } from './presses.ts'
import { glosswright, hashesIn, idOf, listArticles, makeWorkspace, showArticle } from './workspace.ts'

const TITLE = 'Cod talks begin'
const ARTICLES: Readonly<Record<string, string>> = {
  [TITLE]: [
    TITLE,
    '',
    'Norland said on Monday that it would sign. Vesteria doubts it: the Bank of Norland owes it money.',
    'Norland companies had asked for the line. But Norland refused, and nothing in Norland was signed.',
    '',
  ].join('\n'),
  'Harbour closed':
    'Harbour closed\n\nThe port blamed Norland for the strike. Norland-based crews left; Norland denied it.\n',
  'No news': 'No news\n\nNothing happened, and nobody was named.\n',
  'Vote delayed': 'Vote delayed\n\nA Norland official spoke. “No,” said Norland.\n',
}

async function makeNamedWorkspace(folder: string, articles = ARTICLES): Promise<string> {
  const source = path.join(folder, 'texts')
  await mkdir(source)
  for (const [title, text] of Object.entries(articles))
    await writeFile(path.join(source, `${title}.txt`), text)
  return makeWorkspace(folder, source)
}

/** What is marked in each article, by title. */
function marksIn(workspace: string): Record<string, string[]> {
  const articles = listArticles(workspace).map(({ id, title }) => [
    title,
    showArticle(workspace, id).annotations.map(({ text }) => text),
  ])
  return Object.fromEntries(articles)
}

const notice = (desk: Desk, sentence: string) => expect(desk.page.getByText(sentence)).toBeVisible()

/** What axe finds wrong; that rows are named by their words alone is so by design, see accessible.spec.ts. */
async function faultsBesidesRows({ page }: Desk): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  return faults.filter((fault) => !/role="(?:option|separator)"/.test(fault))
}

test('a name is marked all over the workspace, taken back and done again, by keys alone', async ({
  launch,
  folder,
}) => {
  test.slow()
  const workspace = await makeNamedWorkspace(folder)
  const desk = new Desk(await launch({ workspace, args: ['--article', idOf(workspace, TITLE)] }))
  const sheet = new OccurrencesSheet(desk)
  const { page } = desk
  const presses = await countPresses(page)
  await desk.mark('Norland', 'Actor')
  await desk.saved()
  const before = await hashesIn(path.join(workspace, 'annotators'))

  await test.step('shown in this article at once, and then in all of them, by form and risk', async () => {
    await sheet.open()
    await sheet.said('4 places in 1 article, 1 chosen.')
    await sheet.lookEverywhere()
    await sheet.said('8 places in 3 articles, 4 chosen.')
    await expect(sheet.group('“Norland” Safe 4 of 4 chosen')).toBeVisible()
    await expect(sheet.group('“Norland” A longer name: the same actor? 0 of 1 chosen')).toBeVisible()
    await expect(sheet.group('“Norland” Used as an adjective? 0 of 2 chosen')).toBeVisible()
    await expect(sheet.group('“Norland” A place? 0 of 1 chosen')).toBeVisible()
    expect(await sheet.ticked()).toEqual([
      '“Norland” Safe 4 of 4 chosen',
      'Norland companies had asked for the line. But Norland refused, and nothing in Norland was signed. Cod talks begin',
      'The port blamed Norland for the strike. Norland-based crews left; Norland denied it. Harbour closed',
      'The port blamed Norland for the strike. Norland-based crews left; Norland denied it. Harbour closed',
      'A Norland official spoke. “No,” said Norland. Vote delayed',
    ])
    expect(await faultsBesidesRows(desk)).toEqual([])
  })

  await test.step('one is left out, and a doubtful group taken in', async () => {
    await press(page, 'ArrowDown')
    await press(page, 'Space')
    await expect(sheet.group('“Norland” Safe 3 of 4 chosen')).toHaveAttribute('aria-checked', 'mixed')
    await press(page, 'End')
    await press(page, 'Shift+Space')
    await expect(sheet.group('“Norland” A place? 1 of 1 chosen')).toBeVisible()
    await sheet.said('8 places in 3 articles, 4 chosen.')
  })

  await press(page, 'Enter')
  await notice(desk, '4 marked in 3 articles; 4 left alone.')
  await expect(desk.text).toBeFocused()
  await expect(desk.annotations.getByRole('option')).toHaveCount(2)
  const marked = {
    [TITLE]: ['Norland', 'Norland'],
    'Harbour closed': ['Norland', 'Norland'],
    'No news': [],
    'Vote delayed': ['Norland'],
  }
  expect(marksIn(workspace)).toEqual(marked)

  await press(page, 'Control+Z')
  await notice(desk, 'Undone: Mark all “Norland”, in 3 articles.')
  await desk.saved()
  expect(marksIn(workspace)).toEqual({
    ...marked,
    [TITLE]: ['Norland'],
    'Harbour closed': [],
    'Vote delayed': [],
  })
  const after = await hashesIn(path.join(workspace, 'annotators'))
  for (const [file, hash] of Object.entries(before)) expect(after[file]).toBe(hash)

  await press(page, 'Control+Shift+Z')
  await notice(desk, 'Done again: Mark all “Norland”, in 3 articles.')
  expect(marksIn(workspace)).toEqual(marked)
  expect(await presses()).toBe(0)
})

test('in the open article it is one edit like any other, and Escape leaves without a trace', async ({
  launch,
  folder,
}) => {
  const workspace = await makeNamedWorkspace(folder)
  const desk = new Desk(await launch({ workspace, args: ['--article', idOf(workspace, TITLE)] }))
  const sheet = new OccurrencesSheet(desk)
  await expect(desk.text).toBeVisible()
  await press(desk.page, 'Alt+2')
  await press(desk.page, 'i')
  await notice(desk, 'Select a mark first: all other places with its words are then shown.')
  await desk.mark('Norland', 'Actor')
  await sheet.open()
  await press(desk.page, 'Escape')
  await expect(sheet.dialog).toHaveCount(0)
  await expect(desk.text).toBeFocused()
  await expect(desk.annotations.getByRole('option')).toHaveCount(1)
  await sheet.open()
  await press(desk.page, 'Enter')
  await notice(desk, '1 marked in 1 article; 3 left alone.')
  await expect(desk.annotations.getByRole('option')).toHaveCount(2)
  await desk.saved()
  expect(marksIn(workspace)[TITLE]).toEqual(['Norland', 'Norland'])
  await press(desk.page, 'Control+Z')
  await expect(desk.annotations.getByRole('option')).toHaveCount(1)
})

test('words can be left alone for good, and that too is undone', async ({ launch, folder }) => {
  const workspace = await makeNamedWorkspace(folder)
  const desk = new Desk(await launch({ workspace, args: ['--article', idOf(workspace, TITLE)] }))
  const sheet = new OccurrencesSheet(desk)
  const { page } = desk
  await desk.mark('Norland', 'Actor')
  await sheet.open()

  await test.step('a longer name that holds the words', async () => {
    await press(page, 'Tab', 2)
    await press(page, 'Enter')
    await press(page, 'Tab')
    await page.keyboard.type('Bank of Norland')
    await press(page, 'Enter')
    await sheet.said(/^“Bank of Norland” is left alone from now on. 3 places in 1 article, 1 chosen.$/)
  })

  await test.step('the words themselves', async () => {
    await press(page, 'Shift+Tab', 3)
    await expect(sheet.list).toBeFocused()
    await press(page, 'n')
    await sheet.said(/There is no other place to mark.$/)
    await press(page, 'Escape')
  })

  await press(page, 'Control+Z')
  await notice(desk, 'Undone: Never mark “Norland”.')
  await press(page, 'Control+Z')
  await notice(desk, 'Undone: Never mark “Bank of Norland”.')
  await sheet.open()
  await sheet.said('4 places in 1 article, 1 chosen.')
})

test('a longer mark takes the place of a shorter one that was made of itself', async ({ launch, folder }) => {
  const workspace = await makeNamedWorkspace(folder)
  const desk = new Desk(await launch({ workspace, args: ['--article', idOf(workspace, TITLE)] }))
  const sheet = new OccurrencesSheet(desk)
  const { page } = desk
  await desk.mark('Norland', 'Actor')
  await sheet.open()
  await press(page, 'Home')
  for (const group of await sheet.rows.all()) {
    if ((await group.getAttribute('aria-checked')) !== 'true') await press(page, 'Space')
    await press(page, 'ArrowDown')
  }
  await sheet.said('4 places in 1 article, 4 chosen.')
  await press(page, 'Enter')
  await expect(desk.annotations.getByRole('option')).toHaveCount(5)
  const before = ['Norland', 'Bank of Norland', 'Norland', 'Norland', 'Norland']
  await desk.saved()
  expect(marksIn(workspace)[TITLE]).toEqual(before)
  await desk.mark('nothing in Norland', 'Actor')
  await expect(desk.annotations.getByRole('option')).toHaveCount(5)
  await desk.saved()
  expect(marksIn(workspace)[TITLE]).toEqual([...before.slice(0, 4), 'nothing in Norland'])
  await press(page, 'Control+Z')
  await desk.saved()
  expect(marksIn(workspace)[TITLE]).toEqual(before)
})

/** So many short articles that marking them all takes a while. */
const many = (count: number): Record<string, string> => ({
  [TITLE]: ARTICLES[TITLE] as string,
  ...Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `Report ${i}`,
      `Report ${i}\n\nNorland said no, for the ${i}th time.\n`,
    ]),
  ),
})

test('called off while it is under way, nothing of it stays', async ({ launch, folder }) => {
  test.slow()
  const workspace = await makeNamedWorkspace(folder, many(250))
  const desk = new Desk(await launch({ workspace, args: ['--article', idOf(workspace, TITLE)] }))
  const sheet = new OccurrencesSheet(desk)
  await desk.mark('Norland', 'Actor')
  await sheet.open()
  await sheet.lookEverywhere()
  await sheet.said(/^254 places in 251 articles, 251 chosen.$/)
  await press(desk.page, 'Enter')
  await expect(desk.page.getByText(/^Mark all “Norland”: [1-9]\d* of 251$/)).toBeVisible()
  await desk.button('Cancel').focus()
  await press(desk.page, 'Enter')
  await notice(desk, 'It was cancelled, and nothing was changed.')
  expect(Object.values(marksOf(workspace)).reduce((sum, count) => sum + count)).toBe(1)
})

test('a kill in the midst of it loses nothing, and undo takes back what was done', async ({
  launch,
  folder,
  problems,
}) => {
  test.slow()
  const workspace = await makeNamedWorkspace(folder, many(250))
  const args = ['--article', idOf(workspace, TITLE)]
  let desk = new Desk(await launch({ workspace, args }))
  const sheet = new OccurrencesSheet(desk)
  await desk.mark('Norland', 'Actor')
  await desk.saved()
  await sheet.open()
  await sheet.lookEverywhere()
  await sheet.said(/^254 places in 251 articles, 251 chosen.$/)
  await press(desk.page, 'Enter')
  await expect(desk.page.getByText(/^Mark all “Norland”: [1-9]\d* of 251$/)).toBeVisible()
  await desk.running.kill()
  problems.length = 0
  glosswright('check', workspace)
  const marked = Object.values(marksOf(workspace)).reduce((sum, count) => sum + count)
  expect(marked).toBeGreaterThan(1)
  expect(marked).toBeLessThan(252)

  desk = new Desk(await launch({ workspace, args }))
  await expect(desk.annotation('Actor: Norland').first()).toBeVisible()
  await press(desk.page, 'Control+Z')
  await expect(desk.page.getByText(/^Undone: Mark all “Norland”, in \d+ articles\.$/)).toBeVisible()
  await desk.saved()
  expect(Object.values(marksOf(workspace)).reduce((sum, count) => sum + count)).toBe(1)
  glosswright('check', workspace)
})

/** How many marks each article has, by title. */
function marksOf(workspace: string): Record<string, number> {
  const articles = JSON.parse(glosswright('list', workspace, '--json')).articles as readonly {
    readonly title: string
    readonly counts: Readonly<Record<string, number>>
  }[]
  return Object.fromEntries(articles.map(({ title, counts }) => [title, counts.actor ?? 0]))
}
