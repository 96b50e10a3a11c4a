import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { wordsOnScreen } from './words-on-screen.ts'
import { CORPUS, listArticles, makeWorkspace, SAMPLES } from './workspace.ts'

const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'
const STRIKE = 'Dockers, terminal owners reach deal to end 19-day port strike'

/** Drags the mouse over words, from within the first character to within the last. */
async function drag(desk: Desk, words: string): Promise<void> {
  const { start, end } = await wordsOnScreen(desk.text, words)
  await desk.page.mouse.move(start.x, start.y)
  await desk.page.mouse.down()
  await desk.page.mouse.move(end.x, end.y, { steps: 3 })
  await desk.page.mouse.up()
}

async function clickOn(desk: Desk, words: string, options = {}): Promise<void> {
  const { start } = await wordsOnScreen(desk.text, words)
  await desk.page.mouse.click(start.x + 2, start.y, options)
}

async function widthOf(pane: Locator): Promise<number> {
  return (await pane.boundingBox())?.width ?? 0
}

test('the blocks of every article, joined, are its canonical text to the character', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, SAMPLES, CORPUS)
  const desk = new Desk(await launch({ workspace }))
  const articles = listArticles(workspace)
  expect(articles).toHaveLength((await readdir(SAMPLES)).length + 3)
  for (const { id, title } of articles) {
    await desk.openArticle(title)
    const text = await readFile(path.join(workspace, 'articles', `${id}.txt`), 'utf8')
    await expect.poll(() => desk.blocks()).toBe(text)
  }
})

test('of several articles asked for at once the last is open, and nothing is left of the others', async ({
  launch,
  folder,
}) => {
  const long = path.join(folder, 'long')
  await mkdir(long)
  for (const title of ['Long ago', 'Long after'])
    await writeFile(
      path.join(long, `${title}.txt`),
      `${title}\n${'The port is closed again.\n'.repeat(4_000)}`,
    )
  const workspace = makeWorkspace(folder, SAMPLES, long)
  const desk = new Desk(await launch({ workspace }))
  await desk.openArticle(FISHERIES)
  await desk.articles.getByRole('option').evaluateAll((rows) => {
    for (const row of rows) row.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  })
  for (const title of ['Long ago', STRIKE, 'Long after']) await desk.openArticle(title)
  await desk.mark('port', 'Actor')
  await desk.saved()
  await expect(desk.page.getByLabel('Article text')).toHaveCount(1)
})

test('what is odd in a file is kept: CR LF, a lone CR, NBSP, a space at the start; only the BOM goes', async ({
  launch,
  folder,
}) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, CORPUS) }))
  for (const [name, title] of [
    ['ferry-pledge.txt', 'Norland ferry crews win night pay 🛳️'],
    ['border-talks.txt', 'Envoys trade charges over the Bir Talun road'],
    ['old-telegram.txt', 'Telegram office keeps its word'],
  ] as const) {
    await desk.openArticle(title)
    const original = await readFile(path.join(CORPUS, name), 'utf8')
    expect(await desk.blocks()).toBe(original.replace(/^\uFEFF/, ''))
  }
})

test('a click takes the innermost mark, and each further click the one around it', async ({
  launch,
  folder,
}) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, SAMPLES) }))
  await desk.openArticle(FISHERIES)
  await desk.mark('Vesteria threatened to close its ports to Norland tankers', 'Accusation')
  await desk.mark('close its ports to Norland tankers', 'Commitment')
  await desk.mark('Norland tankers', 'Actor')
  await desk.page.keyboard.press('ArrowRight')
  const selected = desk.annotations.getByRole('option', { selected: true })
  await expect(selected).toHaveCount(0)
  // Clicks on one and the same place, quickly, would be a double click.
  for (const [place, name] of [
    ['Norland tankers', 'Actor: Norland tankers'],
    ['tankers unless', 'Commitment: close its ports to Norland tankers'],
    ['Norland tankers', 'Accusation: Vesteria threatened to close its ports to Norland tankers'],
    ['tankers unless', 'Actor: Norland tankers'],
  ] as const) {
    await clickOn(desk, place)
    await expect(selected).toHaveAccessibleName(name)
    await expect(desk.card.getByRole('heading')).toHaveText(name.replace(/:.*/, ''))
  }
  await clickOn(desk, 'unless the captain')
  await expect(selected).toHaveCount(0)

  // The list leads to the text as the text to the list.
  await desk.annotation('Commitment: close its ports to Norland tankers').click()
  await expect(desk.card.getByRole('heading')).toHaveText('Commitment')
  await expect(desk.text.getByText('close its ports to', { exact: false }).last()).toBeInViewport()
  await desk.page.keyboard.press('Alt+2')
  await desk.page.keyboard.press('Escape')
  await desk.page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => desk.selection()).toBe('c')
})

test('a drag takes whole words, and exactly what was drawn while Alt is held', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, SAMPLES) }))
  await desk.openArticle(FISHERIES)
  await drag(desk, 'atrol ship Halv')
  await expect.poll(() => desk.selection()).toBe('patrol ship Halvard')
  await drag(desk, ' called "absu')
  await expect.poll(() => desk.selection()).toBe('called "absurd')
  await desk.page.keyboard.down('Alt')
  await drag(desk, 'atrol ship Halv')
  await desk.page.keyboard.up('Alt')
  await expect.poll(() => desk.selection()).toBe('atrol ship Halv')
  await desk.page.keyboard.press('1')
  await expect(desk.annotation('Actor: atrol ship Halv')).toBeVisible()

  await clickOn(desk, 'Abelard', { clickCount: 2 })
  await expect.poll(() => desk.selection()).toBe('Abelard')
  await desk.page.keyboard.press('1')
  await expect(desk.annotation('Actor: Abelard')).toBeVisible()
})

test('copying gives exactly what is selected, over line ends and odd spaces too', async ({
  launch,
  folder,
}) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, CORPUS) }))
  for (const [name, title, words] of [
    [
      'ferry-pledge.txt',
      'Norland ferry crews win night pay 🛳️',
      /double 👩[\s\S]*publish the logs\r\nbefore/u,
    ],
    ['border-talks.txt', 'Envoys trade charges over the Bir Talun road', /TALUN\u00a0—[\s\S]*again/u],
    ['old-telegram.txt', 'Telegram office keeps its word', /Telegram[\s\S]*accused nobody/u],
  ] as const) {
    await desk.openArticle(title)
    const text = (await readFile(path.join(CORPUS, name), 'utf8')).replace(/^\uFEFF/, '')
    const wanted = words.exec(text)?.[0] ?? ''
    expect(wanted).not.toBe('')
    await desk.select(wanted.replace(/[\r\n]+/g, ' '))
    await desk.page.keyboard.press('Control+C')
    await expect.poll(() => desk.clipboard()).toBe(wanted)
  }
})

test('Enter and Shift+Enter step through what is found, and Escape goes back to the text with it', async ({
  launch,
  folder,
}) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, SAMPLES) }))
  const { page } = desk
  await desk.openArticle(FISHERIES)
  await page.keyboard.press('Alt+2')
  await page.keyboard.press('Control+F')
  await page.keyboard.type('coastal league')
  const count = page.getByRole('search')
  await expect(count).toHaveText('1 of 2')
  await page.keyboard.press('Enter')
  await expect(count).toHaveText('1 of 2')
  await page.keyboard.press('Enter')
  await expect(count).toHaveText('2 of 2')
  await page.keyboard.press('Enter')
  await expect(count).toHaveText('1 of 2')
  await page.keyboard.press('Shift+Enter')
  await expect(count).toHaveText('2 of 2')
  await expect(desk.find).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(desk.text).toBeFocused()
  await expect.poll(() => desk.selection()).toBe('Coastal League')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => desk.selection()).toBe('Coastal League,')
  await page.keyboard.press('Control+F')
  await desk.find.fill('no such words')
  await expect(count).toHaveText('none')
})

test('text size, theme, panes and the open article are remembered', async ({ launch, folder }) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  let desk = new Desk(await launch({ workspace }))
  const { page } = desk
  const sizeOf = () => desk.text.evaluate((text) => getComputedStyle(text).fontSize)
  await desk.openArticle(STRIKE)
  const normal = await sizeOf()
  await page.keyboard.press('Control+=')
  await page.keyboard.press('Control+=')
  await expect.poll(sizeOf).not.toBe(normal)
  const larger = await sizeOf()
  await page.keyboard.press('Control+0')
  await expect.poll(sizeOf).toBe(normal)
  await page.keyboard.press('Control+=')
  await page.keyboard.press('Control+=')
  await expect.poll(sizeOf).toBe(larger)

  const pane = page.getByRole('navigation', { name: 'Articles' })
  const before = await widthOf(pane)
  const line = page.getByRole('separator', { name: 'Width of the articles pane' })
  const { x = 0, y = 0, height = 0 } = (await line.boundingBox()) ?? {}
  await page.mouse.move(x, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + 40, y + height / 2, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => widthOf(pane)).toBeCloseTo(before + 40, 0)
  const inspectorBefore = await widthOf(desk.inspector)
  const inspectorLine = page.getByRole('separator', { name: 'Width of the inspector' })
  await inspectorLine.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => widthOf(desk.inspector)).toBeGreaterThan(inspectorBefore)
  const inspectorAfter = await widthOf(desk.inspector)
  await desk.menu('View', 'Dark theme')
  await expect.poll(() => desk.isDark()).toBe(true)
  await desk.close()

  desk = new Desk(await launch({ workspace }))
  await expect(desk.page).toHaveTitle(`${STRIKE} — Glosswright`)
  expect(await sizeOf()).toBe(larger)
  expect(await widthOf(desk.page.getByRole('navigation', { name: 'Articles' }))).toBeCloseTo(before + 40, 0)
  expect(await widthOf(desk.inspector)).toBeCloseTo(inspectorAfter, 0)
  expect(await desk.isDark()).toBe(true)
})

test('the articles can be filtered by words and status, and sorted', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, SAMPLES) }))
  const options = desk.articles.getByRole('option')
  const { page } = desk
  await expect(options).toHaveCount(8)
  const titles = () =>
    options.evaluateAll((all) => all.map((option) => option.getAttribute('aria-label') ?? ''))
  const byTitle = await titles()
  expect(byTitle).toEqual(byTitle.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))

  await desk.openArticle(STRIKE)
  await page.getByRole('radio', { name: 'done' }).check()
  await page.getByRole('combobox', { name: 'Status' }).selectOption('done')
  await expect.poll(titles).toEqual([STRIKE])
  await page.getByRole('combobox', { name: 'Status' }).selectOption('all')
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('status')
  await expect.poll(async () => (await titles()).at(-1)).toBe(STRIKE)
  await page.getByRole('searchbox', { name: 'Filter articles' }).fill('BANK cod')
  await expect.poll(titles).toEqual([FISHERIES])
  await page.getByRole('searchbox', { name: 'Filter articles' }).fill('nothing of the kind')
  await expect(page.getByText('No article fits this filter.')).toBeVisible()
})

test('files dropped on the window are imported; what cannot be is said for each', async ({
  launch,
  folder,
}) => {
  const good = path.join(folder, 'good.txt')
  const empty = path.join(folder, 'empty.txt')
  await writeFile(good, 'The mayor keeps a promise\n\nThe mayor of Port Casse pledged to plant 40 trees.\n')
  await writeFile(empty, '')
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder) }))
  const { page } = desk
  await expect(desk.reader).toContainText('There are no articles here yet.')
  // Only files that a person chose have a path, so a file field that the test puts there provides them.
  await page.evaluate(() => {
    const field = document.createElement('input')
    field.type = 'file'
    field.multiple = true
    field.id = 'chosen'
    document.body.append(field)
  })
  const field = page.locator('#chosen')
  await field.setInputFiles([good, empty])
  await field.evaluate((input: HTMLInputElement) => {
    const dataTransfer = new DataTransfer()
    for (const file of input.files ?? []) dataTransfer.items.add(file)
    const target = document.querySelector('main') as HTMLElement
    input.remove()
    for (const type of ['dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  })
  const report = page.getByRole('dialog', { name: 'What was imported' })
  await expect(report.getByRole('listitem')).toHaveCount(2)
  await expect(report).toContainText('empty.txt')
  await page.keyboard.press('Escape')
  await expect(desk.article('The mayor keeps a promise')).toBeVisible()
  await expect(page).toHaveTitle('The mayor keeps a promise — Glosswright')
})
