import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { axeFaults } from './axe-faults.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { type MarkedArticle, makeMarkedWorkspace, signIn } from './marked-workspace.ts'
import { glosswright, makeWorkspace } from './workspace.ts'

const FERRY: MarkedArticle = {
  text: 'The ferry is late\n\nThe mayor of Port Casse promised to pay the ferry crew. Residents accused the mayor 👋 of delay.\n',
  marks: [
    { label: 'actor', words: 'The mayor of Port Casse' },
    { label: 'commitment', words: 'promised to pay the ferry crew' },
    { label: 'actor', words: 'the ferry crew' },
    { label: 'accusation', words: 'accused the mayor 👋 of delay', unsure: true },
  ],
}

const format = (page: Page, name: RegExp) => page.getByRole('radio', { name })
const CONLL = /^CoNLL/
const BRAT = /^brat/
const OURS = /^Glosswright dataset \(JSON\)/
const exported = (page: Page) => page.getByRole('region', { name: 'What is exported' })
const lost = (page: Page) => page.getByRole('region', { name: 'What is lost' })
const preview = (page: Page) => page.getByRole('region', { name: /^A piece of/ })

/** Walks through the formats as a person without a mouse does. */
async function chooseByKey(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('radio', { checked: true }).first().focus()
  while (!(await format(page, name).isChecked())) await page.keyboard.press('ArrowDown')
}

async function openExchange(desk: Desk): Promise<void> {
  await expect(desk.text).toBeVisible()
  await desk.page.keyboard.press('Control+6')
  await expect(format(desk.page, OURS)).toBeFocused()
}

test.beforeEach(({ profile }) => signIn(profile))

test('a workspace is exported to a file and to a folder by keys alone, and both are read back', async ({
  launch,
  folder,
}) => {
  const desk = new Desk(await launch({ workspace: await makeMarkedWorkspace(folder, FERRY) }))
  const { page } = desk
  await openExchange(desk)
  await expect(exported(page)).toContainText('1 article · 4 annotations')
  await expect(lost(page)).toContainText('Nothing is lost.')
  await chooseByKey(page, CONLL)
  await expect(lost(page)).toContainText('1 mark')
  const file = path.join(folder, 'ferry.conll')
  await desk.answerSaveDialog(file)
  await page.keyboard.press('e')
  await expect(page.getByText(`are written to ${file}. It was read back and compared.`)).toBeVisible()
  expect(await readFile(file, 'utf8')).toMatch(/^promised .*B-commitment$/m)
  await chooseByKey(page, BRAT)
  await expect(lost(page)).not.toContainText('that lie in another mark')
  const chosen = path.join(folder, 'exports')
  await mkdir(chosen)
  await desk.answerOpenDialog([chosen])
  await page.keyboard.press('e')
  await expect(page.getByText(/are written to .*It was read back/)).toBeVisible()
  const [inside = ''] = await readdir(chosen)
  const files = await readdir(path.join(chosen, inside), { recursive: true })
  const standoff = files.find((name) => name.endsWith('.ann')) ?? ''
  expect(await readFile(path.join(chosen, inside, standoff), 'utf8')).toContain('\tthe ferry crew')
  await page.keyboard.press('e')
  await expect.poll(() => readdir(chosen)).toHaveLength(2)
})

test('what is lost is told before, and the analyst says by which rule', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: await makeMarkedWorkspace(folder, FERRY) }))
  const { page } = desk
  await openExchange(desk)
  await chooseByKey(page, CONLL)
  await expect(lost(page)).toContainText('that lie')
  await expect(lost(page)).toContainText('“the ferry crew” (actor) in “The ferry is late”')
  await expect(preview(page)).toContainText(/promised\s.*B-commitment/)
  await page.getByRole('radio', { name: 'By its label' }).check()
  const order = page.getByRole('list', { name: 'Labels, the first stays' })
  await expect(order.getByRole('listitem').first()).toContainText('Actor')
  await expect(lost(page)).toContainText('“promised to pay the ferry crew” (commitment)')
  await page.getByRole('button', { name: 'Move Commitment up' }).press('Enter')
  await expect(order.getByRole('listitem').first()).toContainText('Commitment')
  await expect(page.getByRole('button', { name: 'Move Commitment up' })).toBeFocused()
  await expect(lost(page)).toContainText('“the ferry crew” (actor)')
  await page.getByRole('checkbox', { name: 'Export nothing if anything is lost' }).check()
  await expect(page.getByRole('button', { name: 'Export… E' })).toBeDisabled()
  await expect(page.getByText('Something would be lost, and you asked to export nothing then.')).toBeVisible()
  await format(page, OURS).check()
  await expect(page.getByRole('button', { name: 'Export… E' })).toBeEnabled()
})

test('the button above the articles opens the export by keys', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: await makeMarkedWorkspace(folder, FERRY) }))
  await expect(desk.text).toBeVisible()
  await desk.page.getByRole('button', { name: 'Export…' }).press('Enter')
  await expect(format(desk.page, OURS)).toBeFocused()
})

test('giving a name leaves the view and its choices as they are', async ({ launch, folder, profile }) => {
  await writeFile(path.join(profile, 'preferences.json'), '{}')
  const desk = new Desk(await launch({ workspace: await makeMarkedWorkspace(folder, FERRY) }))
  const { page } = desk
  await openExchange(desk)
  await chooseByKey(page, CONLL)
  await page.getByRole('checkbox', { name: 'Commitment' }).uncheck()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Bel Marrow')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Exchange' })).toBeFocused()
  await expect(format(page, CONLL)).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Commitment' })).not.toBeChecked()
})

test('only what is asked for is exported', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: await makeMarkedWorkspace(folder, FERRY) }))
  const { page } = desk
  await openExchange(desk)
  await page.getByRole('checkbox', { name: 'Sure marks only' }).press('Space')
  await expect(exported(page)).toContainText('1 article · 3 annotations')
  await page.getByRole('checkbox', { name: 'Actor' }).press('Space')
  await expect(exported(page)).toContainText('1 article · 1 annotation ·')
  await page.getByRole('checkbox', { name: 'in progress' }).press('Space')
  await expect(exported(page)).toContainText('No article is chosen, so there is nothing to export.')
  await expect(page.getByRole('button', { name: 'Export… E' })).toBeDisabled()
})

test('a preset is there after a new start, serves the command line, and comes back when removed', async ({
  launch,
  folder,
}) => {
  const workspace = await makeMarkedWorkspace(folder, FERRY)
  const first = new Desk(await launch({ workspace }))
  await openExchange(first)
  await chooseByKey(first.page, CONLL)
  await first.page.getByRole('radio', { name: 'The innermost' }).check()
  await first.page.getByRole('button', { name: 'Save as…' }).press('Enter')
  await first.page.keyboard.type('For the tagger')
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByRole('button', { name: 'Save as…' })).toBeFocused()
  await first.close()

  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await openExchange(desk)
  const presets = page.getByRole('combobox', { name: 'Preset' })
  await presets.selectOption('For the tagger')
  await expect(format(page, CONLL)).toBeChecked()
  await expect(page.getByRole('radio', { name: 'The innermost' })).toBeChecked()
  const out = path.join(folder, 'by-preset.conll')
  glosswright('export', workspace, '--preset', 'For the tagger', '--out', out)
  expect(await readFile(out, 'utf8')).toMatch(/^ferry .*I-actor$/m)

  await page.getByRole('button', { name: 'Remove the preset For the tagger' }).press('Enter')
  await expect(page.getByText('“For the tagger” is removed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(presets.getByRole('option')).toHaveText(['None', 'For the tagger'])
  glosswright('export', workspace, '--preset', 'For the tagger', '--out', out)
})

test('an export that is cancelled writes nothing', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: await makeMarkedWorkspace(folder, FERRY) }))
  const { page } = desk
  await openExchange(desk)
  const file = path.join(folder, 'ferry.json')
  await desk.running.app.evaluate(({ dialog }, filePath) => {
    const answered = new Promise<void>((answer) => Object.assign(globalThis, { answer }))
    dialog.showSaveDialog = async () => {
      await answered
      return { canceled: false, filePath }
    }
  }, file)
  await page.keyboard.press('e')
  await expect(page.getByRole('progressbar', { name: 'Export under way' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await desk.running.app.evaluate(() => (globalThis as unknown as { answer: () => void }).answer())
  await expect(page.getByText('The export was cancelled, and nothing was written.')).toBeVisible()
  expect(existsSync(file)).toBe(false)
})

test('annotations are taken from a file, as suggestions, and taken back', async ({ launch, folder }) => {
  test.slow()
  const workspace = await makeMarkedWorkspace(folder, FERRY)
  const file = path.join(folder, 'ferry.jsonl')
  glosswright('export', workspace, '--format', 'glosswright-jsonl', '--out', file)
  const other = path.join(folder, 'other')
  await mkdir(other)
  const desk = new Desk(await launch({ workspace: makeWorkspace(other, path.join(folder, 'article.txt')) }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await desk.menu('File', 'Import annotations…')
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeFocused()
  await desk.answerOpenDialog([file])
  await page.keyboard.press('Enter')
  const found = page.getByRole('listbox', { name: 'Articles in the files' })
  await expect(found.getByRole('option')).toHaveAccessibleDescription(
    /4 annotations · the very text, by its hash/,
  )
  expect(await axeFaults(desk)).toEqual([])
  await page.getByRole('radio', { name: /^As suggestions/ }).check()
  await page.getByRole('combobox', { name: 'What accusation is here' }).selectOption('leave out')
  await expect(page.getByText('2 become Actor, 1 becomes Commitment, 1 is left out')).toBeVisible()
  await page.getByRole('button', { name: 'Take 3 annotations on 1 article' }).press('Enter')
  await expect(page.getByText('3 annotations on 1 article are taken.')).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(desk.annotations.getByRole('option')).toHaveCount(3)
  await page.keyboard.press('Control+6')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByText('Undone: 3 annotations on 1 article are taken back.')).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(desk.annotations.getByRole('option')).toHaveCount(0)
})

test('the same file can be chosen again and taken by T; a failed choice leaves nothing to take', async ({
  launch,
  folder,
}) => {
  const workspace = await makeMarkedWorkspace(folder, FERRY)
  const file = path.join(folder, 'ferry.jsonl')
  glosswright('export', workspace, '--format', 'glosswright-jsonl', '--out', file)
  const broken = path.join(folder, 'broken.jsonl')
  await writeFile(broken, 'no JSON\n')
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  await desk.menu('File', 'Import annotations…')
  const take = page.getByRole('button', { name: /^Take/ })
  await desk.answerOpenDialog([file])
  await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(take).toBeEnabled()
  await desk.answerOpenDialog([broken])
  await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'broken.jsonl' })).toBeVisible()
  await expect(take).toBeDisabled()
  await expect(page.getByRole('combobox', { name: 'Read as' })).toBeEnabled()
  await desk.answerOpenDialog([path.join(folder, 'gone.jsonl')])
  await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'gone.jsonl' })).toBeVisible()
  await expect(take).toBeHidden()
  await desk.answerOpenDialog([file])
  for (const _ of ['first', 'again']) {
    await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'ferry.jsonl' })).toBeFocused()
  }
  await page.getByRole('button', { name: 'Choose a file…' }).focus()
  await page.keyboard.press('t')
  await expect(page.getByText('4 were here already.')).toBeVisible()
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing wrong in Exchange in the ${theme.toLowerCase()} theme`, async ({
    launch,
    folder,
  }) => {
    test.slow()
    const desk = new Desk(await launch({ workspace: await makeMarkedWorkspace(folder, FERRY) }))
    const { page } = desk
    await expect(desk.text).toBeVisible()
    await desk.menu('View', `${theme} theme`)
    await expect.poll(() => desk.isDark()).toBe(theme === 'Dark')
    await openExchange(desk)
    await expect(lost(page)).toContainText('Nothing is lost.')
    expect(await axeFaults(desk)).toEqual([])
    await chooseByKey(page, CONLL)
    await page.getByRole('radio', { name: 'By its label' }).check()
    await expect(page.getByRole('list', { name: 'Labels, the first stays' })).toBeVisible()
    await page.getByRole('button', { name: 'Save as…' }).press('Enter')
    expect(await axeFaults(desk)).toEqual([])
    await desk.running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(720, 480),
    )
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(720)
    await expect(page.getByRole('button', { name: 'Export… E' })).toBeInViewport()
    expect(await axeFaults(desk)).toEqual([])
    await page.getByRole('tab', { name: 'Import annotations' }).click()
    expect(await axeFaults(desk)).toEqual([])
  })
}
