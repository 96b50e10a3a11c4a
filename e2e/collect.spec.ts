import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { listArticles, makeWorkspace } from './workspace.ts'

const STORY = [
  'The mayor keeps a promise',
  'The mayor of Port Casse pledged on Monday to plant 40 trees along the harbour road before the end of the year.',
  'Residents had accused the city of breaking its word after an earlier plan for the road was dropped in spring.',
  'The city council will vote on the money for the trees next week, its speaker said in a statement to reporters.',
].join('\n\n')

/** The same story as another outlet has it. */
const OUTLET = [
  'Trees for the harbour road',
  'By our own reporter',
  ...STORY.split('\n\n').slice(1),
  'The harbour road is two kilometres long.',
].join('\n\n')

const LATIN = Buffer.from(
  'Le maire a promis\n\nLe maire a d\xe9clar\xe9 que l\x92\xe9t\xe9 serait chaud.\n',
  'latin1',
)

async function incoming(folder: string): Promise<string> {
  const files = path.join(folder, 'incoming')
  await mkdir(path.join(files, 'deeper'), { recursive: true })
  await writeFile(path.join(files, 'story.txt'), STORY)
  await writeFile(path.join(files, 'again.txt'), STORY)
  await writeFile(path.join(files, 'empty.txt'), '')
  await writeFile(path.join(files, 'latin.txt'), LATIN)
  await writeFile(path.join(files, 'deeper', 'outlet.md'), OUTLET)
  return files
}

const imported = (page: Page) => page.getByRole('listbox', { name: 'Imported files' })
const row = (page: Page, name: string) => imported(page).getByRole('option', { name, exact: true })
const sideBySide = (page: Page) => page.getByRole('region', { name: 'Side by side' })

async function importFolder(desk: Desk, files: string): Promise<void> {
  await desk.answerOpenDialog([files])
  await desk.page.keyboard.press('Control+Shift+I')
  await expect(desk.page.getByRole('dialog', { name: 'What was imported' })).toBeVisible()
  await desk.page.keyboard.press('Escape')
}

test('a folder is imported, what became of each file is told, and what failed is tried again', async ({
  launch,
  folder,
}) => {
  const files = await incoming(folder)
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder) }))
  const { page } = desk
  await expect(desk.reader).toContainText('There are no articles here yet.')
  await importFolder(desk, files)
  await page.keyboard.press('Control+5')
  await expect(imported(page)).toBeFocused()
  await expect(imported(page).getByRole('option')).toHaveCount(5)
  await expect(row(page, 'empty.txt')).toContainText('“empty.txt” is empty.')
  await expect(row(page, 'latin.txt')).toContainText('read as windows-1252, with a certainty of')
  await expect(page.getByText('3 imported, 1 here already, 1 failed.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'failed · 1' })
  await expect(imported(page).getByRole('option')).toHaveCount(1)
  await writeFile(path.join(files, 'empty.txt'), 'Not empty any more\n\nNow there is something in it.\n')
  await imported(page).press('r')
  await expect(page).toHaveTitle('Not empty any more — Glosswright')
  await page.keyboard.press('Control+5')
  await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'everything · 5' })
  await imported(page).press('Home')
  await imported(page).press('Enter')
  await expect(desk.text).toBeFocused()
})

test('two that are alike are shown side by side, told apart, and joined as versions', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder)
  const files = await incoming(folder)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.reader).toContainText('There are no articles here yet.')
  await importFolder(desk, files)
  await expect(
    page.getByText('2 are nearly the same as articles you have. Collect (Ctrl+5) compares'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Compare' }).press('Enter')
  const pairs = page.getByRole('listbox', { name: 'Articles alike' })
  await expect(pairs.getByRole('option')).toHaveCount(1)
  await expect(sideBySide(page).getByText('By our own reporter')).toBeVisible()
  await pairs.press('d')
  await expect(pairs).toBeHidden()
  await page.getByRole('checkbox', { name: /told apart · 1/ }).press('Space')
  await expect(pairs.getByRole('option')).toHaveAccessibleDescription(/told apart/)
  await pairs.press('d')
  await expect(pairs.getByRole('option')).not.toHaveAccessibleDescription(/told apart/)
  await pairs.press('v')
  await expect(page.getByText('This is the newer version now')).toBeVisible()
  await expect(page.getByText('No two articles are nearly the same.')).toBeVisible()
})

test('a text is looked at in other encodings', async ({ launch, folder }) => {
  const files = await incoming(folder)
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder) }))
  const { page } = desk
  await expect(desk.reader).toContainText('There are no articles here yet.')
  await desk.answerOpenDialog([path.join(files, 'latin.txt')])
  await page.keyboard.press('Control+I')
  await expect(page.getByRole('dialog', { name: 'What was imported' })).toBeVisible()
  await page.keyboard.press('Escape')
  await desk.inspector.getByText('Notes and origin').press('Enter')
  await desk.inspector.getByRole('button', { name: 'Read in another encoding…' }).press('Enter')
  const encodings = page.getByRole('listbox', { name: 'Encodings' })
  await expect(encodings).toBeFocused()
  await expect(page.getByRole('region', { name: 'The text in windows-1252' })).toContainText(
    'déclaré que l’été',
  )
  await encodings.press('End')
  await encodings.press('ArrowUp')
  await expect(page.getByRole('region', { name: /^The text in/ })).not.toContainText('déclaré')
  const utf8 = encodings.getByRole('option', { name: 'utf-8', exact: true })
  await utf8.click()
  await expect(page.getByRole('region', { name: 'The text in utf-8' })).toContainText('d‹E9›clar‹E9›')
  expect(await axeFaults(desk)).toEqual([])
})

test('what is on the clipboard becomes an article', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder) }))
  const { page } = desk
  await expect(desk.reader).toContainText('There are no articles here yet.')
  await desk.running.app.evaluate(({ clipboard }) => clipboard.clear())
  await page.keyboard.press('Control+Shift+V')
  await expect(page.getByText('There is no text on the clipboard to make an article of.')).toBeVisible()
  await desk.copyToClipboard(STORY)
  await page.keyboard.press('Control+Shift+V')
  await expect(page).toHaveTitle('The mayor keeps a promise — Glosswright')
  await expect(page.getByText('A new article was made of what was on the clipboard.')).toBeVisible()
  await expect(desk.text).toBeFocused()
  await page.keyboard.press('Control+Shift+V')
  await expect(page.getByText('There is an article of these very words already: this one.')).toBeVisible()
  await expect(desk.articles.getByRole('option')).toHaveCount(1)
})

test('words dropped on the window become an article', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder) }))
  await expect(desk.reader).toContainText('There are no articles here yet.')
  const drag = (type: string) =>
    desk.reader.evaluate(
      (target, [event, words]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.setData('text/plain', words)
        target.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }))
      },
      [type, STORY] as const,
    )
  await drag('dragover')
  await expect(desk.page.getByText('Drop to make an article of these words')).toBeVisible()
  await drag('drop')
  await expect(desk.page).toHaveTitle('The mayor keeps a promise — Glosswright')
})

test('new files in a watched folder come in by themselves, also after a new start', async ({
  launch,
  folder,
}) => {
  const inbox = path.join(folder, 'inbox')
  await mkdir(inbox)
  await writeFile(path.join(inbox, 'old.txt'), 'An old file\n\nIt was there before.\n')
  const workspace = makeWorkspace(folder)
  const first = new Desk(await launch({ workspace }))
  await expect(first.reader).toContainText('There are no articles here yet.')
  await first.answerOpenDialog([inbox])
  await first.menu('File', 'Watch a folder…')
  await expect(first.page.getByText('what is in it already stays out')).toBeVisible()
  await writeFile(path.join(inbox, 'story.txt'), STORY)
  await expect(first.page.getByText('“story.txt” came in out of the watched folder.')).toBeVisible()
  await expect(first.article('The mayor keeps a promise')).toBeVisible()
  await first.close()
  await writeFile(path.join(inbox, 'meanwhile.txt'), 'It came meanwhile\n\nNobody was looking then.\n')
  const second = new Desk(await launch({ workspace }))
  await expect(second.article('It came meanwhile')).toBeVisible()
  expect(listArticles(workspace)).toHaveLength(2)
  await rm(inbox, { recursive: true })
  await expect(second.page.getByText('is not there any more, so it is watched no longer.')).toBeVisible({
    timeout: 20_000,
  })
})

test('a file that the app is started with is imported and open', async ({ launch, folder }) => {
  const file = path.join(folder, 'story.txt')
  await writeFile(file, STORY)
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder), args: [file] }))
  await expect(desk.page).toHaveTitle('The mayor keeps a promise — Glosswright')
  await expect(desk.article('The mayor keeps a promise')).toBeVisible()
})

test('a long import shows how far it is, leaves the desk alone, and can be called off', async ({
  launch,
  folder,
}) => {
  const many = path.join(folder, 'many')
  await mkdir(many)
  await Promise.all(
    Array.from({ length: 1_500 }, (_, i) =>
      writeFile(path.join(many, `${i}.txt`), `Number ${i}\n\nText ${i}.\n`),
    ),
  )
  const file = path.join(folder, 'story.txt')
  await writeFile(file, STORY)
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, file) }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await desk.answerOpenDialog([many])
  await page.keyboard.press('Control+Shift+I')
  await expect(page.getByRole('progressbar', { name: 'Importing articles' })).toBeVisible()
  await desk.mark('The mayor', 'Actor')
  await page.keyboard.press('Control+5')
  await page.getByRole('button', { name: 'Cancel' }).first().press('Enter')
  await expect(page.getByText(/imported, .* not tried\. The view Collect shows each\./)).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(page).toHaveTitle('The mayor keeps a promise — Glosswright')
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing wrong in Collect in the ${theme.toLowerCase()} theme`, async ({
    launch,
    folder,
  }) => {
    test.slow()
    const files = await incoming(folder)
    const desk = new Desk(await launch({ workspace: makeWorkspace(folder) }))
    const { page } = desk
    await expect(desk.reader).toContainText('There are no articles here yet.')
    await desk.menu('View', `${theme} theme`)
    await expect.poll(() => desk.isDark()).toBe(theme === 'Dark')
    await page.keyboard.press('Control+5')
    expect(await axeFaults(desk)).toEqual([])
    await importFolder(desk, files)
    await page.keyboard.press('Control+5')
    await expect(imported(page)).toBeVisible()
    expect(await axeFaults(desk)).toEqual([])
    await page.getByRole('tab', { name: 'Alike' }).click()
    await expect(sideBySide(page).getByText('By our own reporter')).toBeVisible()
    expect(await axeFaults(desk)).toEqual([])
    await desk.running.app.evaluate(({ BrowserWindow }) => {
      const table = {
        ...{ name: 'archive.csv', files: 2, count: 1_240, columns: ['headline', 'body', 'paper'] },
        rows: [['Ministers sign accord', 'The ministers signed an accord on Monday.', 'Harbour Post']],
        guess: { text: 'body', metadata: { title: 'headline' } },
      }
      const page = BrowserWindow.getAllWindows()[0]?.webContents
      page?.send('import-asks', { id: 0, tables: [table, { ...table, name: 'odd.csv', guess: null }] })
    })
    const sheet = page.getByRole('dialog', { name: 'What are these columns?' })
    await expect(sheet.getByRole('region', { name: 'The first article' })).toContainText(
      'Ministers sign accord',
    )
    await sheet.getByRole('combobox', { name: 'Publisher' }).selectOption('paper')
    await expect(sheet.getByRole('region', { name: 'The first article' })).toContainText('Harbour Post')
    expect(await axeFaults(desk)).toEqual([])
    await sheet.getByRole('button', { name: 'Import 1,240 articles' }).press('Enter')
    await expect(sheet).toContainText('Table 2 of 2.')
    await expect(sheet.getByRole('button', { name: 'Import 1,240 articles' })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  })
}
