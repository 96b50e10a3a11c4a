import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { countPresses, press } from './presses.ts'
import { makeWorkspace, SAMPLES } from './workspace.ts'

const FISHERIES = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'

test('a nested commitment and its actors are marked, corrected, finished and exported by keys alone', async ({
  launch,
  folder,
}) => {
  const workspace = makeWorkspace(folder, SAMPLES)
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()
  const presses = await countPresses(page)

  // To the article: the filter is the third field before the list.
  await press(page, 'Alt+1')
  await press(page, 'Shift+Tab', 3)
  await expect(page.getByRole('searchbox', { name: 'Filter articles' })).toBeFocused()
  await page.keyboard.type('skerry bank')
  await expect(desk.articles.getByRole('option')).toHaveCount(1)
  await press(page, 'Tab', 3)
  await press(page, 'Home')
  await expect(page).toHaveTitle(`${FISHERIES} — Glosswright`)
  await press(page, 'Enter')
  await expect(desk.text).toBeFocused()

  // The whole commitment: found by its first words, stretched by words and characters.
  await press(page, 'Control+F')
  await page.keyboard.type('He gave me his word')
  await press(page, 'Escape')
  await press(page, 'Control+Shift+ArrowRight', 5)
  await expect.poll(() => desk.selection()).toBe('He gave me his word that no Vesterian boat will')
  await press(page, 'Shift+ArrowRight', ' cross the line'.length)
  await expect
    .poll(() => desk.selection())
    .toBe('He gave me his word that no Vesterian boat will cross the line')
  await press(page, '2')
  await expect(
    desk.annotation('Commitment: He gave me his word that no Vesterian boat will cross the line'),
  ).toBeVisible()

  // The actors inside it: a selection from the caret, and the word at the caret.
  await press(page, 'Control+F')
  await page.keyboard.type('no Vesterian')
  await press(page, 'Escape')
  await press(page, 'ArrowLeft')
  await press(page, 'Shift+ArrowRight', 'no Vesterian boat'.length)
  await expect.poll(() => desk.selection()).toBe('no Vesterian boat')
  await press(page, '1')
  await expect(desk.annotation('Actor: no Vesterian boat')).toBeVisible()
  await press(page, 'Control+F')
  await page.keyboard.type('He gave me')
  await press(page, 'Escape')
  await press(page, 'ArrowLeft')
  await press(page, '3')
  await expect(desk.annotation('Accusation: He')).toBeVisible()

  // Next, previous, and from the inner to the outer.
  const selected = desk.annotations.getByRole('option', { selected: true })
  await press(page, 'j')
  await expect(selected).toHaveAccessibleName('Actor: no Vesterian boat')
  await press(page, 'Tab')
  await expect(selected).toHaveAccessibleName(/^Commitment: He gave/)
  await press(page, 'j')
  await expect(selected).toHaveAccessibleName('Accusation: He')
  await press(page, 'k')
  await expect(selected).toHaveAccessibleName(/^Commitment: He gave/)
  await press(page, 'j')

  // Relabel, undo, redo, undo.
  await press(page, '1')
  await expect(desk.annotation('Actor: He')).toBeVisible()
  await press(page, 'Control+Z')
  await expect(desk.annotation('Accusation: He')).toBeVisible()
  await press(page, 'Control+Y')
  await expect(desk.annotation('Actor: He')).toBeVisible()

  // Theme, export, done and on to the next article.
  await desk.menu('View', 'Dark theme')
  await expect.poll(() => desk.isDark()).toBe(true)
  const out = path.join(folder, 'out.json')
  await desk.answerSaveDialog(out)
  await press(page, 'Control+E')
  await expect(page.getByText('3 annotations of 8 articles are exported')).toBeVisible()
  expect(JSON.parse(await readFile(out, 'utf8')).articles).toHaveLength(8)
  await press(page, 'Alt+1')
  await press(page, 'Shift+Tab', 3)
  await press(page, 'Escape')
  await expect(desk.articles.getByRole('option')).toHaveCount(8)
  await press(page, 'Alt+2')
  await press(page, 'Control+Enter')
  await expect(page).not.toHaveTitle(`${FISHERIES} — Glosswright`)
  await expect(desk.article(FISHERIES)).toHaveAccessibleDescription(/^done, .*3 marks/)
  await desk.saved()
  expect(await presses()).toBe(0)
})

test('F6 goes from pane to pane, and Shift+F6 back', async ({ launch, folder }) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, SAMPLES) }))
  const { page } = desk
  await expect(desk.text).toBeFocused()
  const panes = [desk.annotations, desk.articles, desk.text]
  for (const pane of panes) {
    await press(page, 'F6')
    await expect(pane).toBeFocused()
  }
  for (const pane of [desk.articles, desk.annotations, desk.text]) {
    await press(page, 'Shift+F6')
    await expect(pane).toBeFocused()
  }
})

test('the text stays as it is whatever is typed, pasted, cut, dropped or composed', async ({
  launch,
  folder,
}) => {
  const desk = new Desk(await launch({ workspace: makeWorkspace(folder, SAMPLES) }))
  const { page } = desk
  await desk.openArticle(FISHERIES)
  const before = await desk.blocks()
  expect(before).toContain('TARNHOLM, Mar. 3')
  const unchanged = () => expect.poll(() => desk.blocks()).toBe(before)
  await desk.copyToClipboard('pasted words')
  await desk.select('Tarnholm harbor')

  for (const key of [
    'x',
    'Enter',
    'Backspace',
    'Delete',
    'Control+X',
    'Control+V',
    'Space',
    'Control+B',
    'Control+Backspace',
    'Control+D',
    'Control+K',
  ]) {
    await press(page, key)
    await unchanged()
  }
  await page.keyboard.type('Quite another text, é')
  await page.keyboard.insertText('inserted words')
  await unchanged()

  await test.step('an input method composes', async () => {
    const input = await page.context().newCDPSession(page)
    await input.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 })
    await unchanged()
    await input.send('Input.insertText', { text: '仮名' })
    await unchanged()
    await input.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 })
    await input.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await unchanged()
  })

  await test.step('a script of the page edits', async () => {
    await page.evaluate(() =>
      ['insertText', 'delete', 'insertParagraph'].map((command) =>
        document.execCommand(command, false, 'words'),
      ),
    )
    await unchanged()
  })

  await test.step('words are dropped, which makes an article of them', async () => {
    await page.keyboard.press('Escape')
    await desk.text
      .locator('p')
      .first()
      .evaluate((line) => {
        const { left, top } = line.getBoundingClientRect()
        const dataTransfer = new DataTransfer()
        dataTransfer.setData('text/plain', 'dropped words')
        dataTransfer.setData('text/html', '<p>dropped <b>words</b></p>')
        const init = { dataTransfer, bubbles: true, cancelable: true, clientX: left + 5, clientY: top + 5 }
        line.dispatchEvent(new DragEvent('dragover', init))
        line.dispatchEvent(new DragEvent('drop', init))
      })
    await expect(page).toHaveTitle('dropped words — Glosswright')
    await desk.openArticle(FISHERIES)
    await unchanged()
  })
})
