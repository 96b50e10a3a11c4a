import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { CORPUS, glosswright, idOf, makeWorkspace, showArticle } from './workspace.ts'

const REAL_ARTICLES = path.join(import.meta.dirname, '..', '..', 'shared', 'articles')
const CHECK = path.join(import.meta.dirname, '..', 'docs', 'examples', 'check.py')

const FERRY = 'Norland ferry crews win night pay 🛳️'
const BORDER = 'Envoys trade charges over the Bir Talun road'

/** The corpus, and the real articles where they are at hand. */
async function articleFiles(): Promise<string[]> {
  const folders = [CORPUS, ...(existsSync(REAL_ARTICLES) ? [REAL_ARTICLES] : [])]
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => path.join(folder, name))),
  )
  return files.flat().filter((file) => file.endsWith('.txt'))
}

test('an analyst imports, marks, corrects, closes, comes back to all of it and exports what holds in Python', async ({
  launch,
  folder,
}) => {
  test.slow()
  const workspace = makeWorkspace(folder)
  let desk = new Desk(await launch({ workspace }))
  const files = await articleFiles()
  await desk.answerOpenDialog(files)
  await desk.page.getByRole('button', { name: 'Import…' }).click()
  await expect(desk.articles.getByRole('option')).toHaveCount(files.length)
  await expect(desk.text).toBeVisible()
  const id = idOf(workspace, FERRY)

  // By key, by button and by menu; one inside the other; across a line end.
  await desk.openArticle(FERRY)
  await desk.mark('Norland Ferries', 'Actor')
  await desk.select('promised Thursday to pay every night crew double 👩‍✈️👨🏽‍🔧 from the first of March')
  await desk.label('Commitment').click()
  await desk.select('every night crew')
  await desk.menu('Annotate', 'Actor')
  await expect(desk.annotation('Actor: every night crew')).toBeVisible()
  await desk.mark('Ragna Fjella\u030as', 'Commitment')
  await desk.mark('Bo Ekstro\u0308m', 'Actor')
  await desk.mark('hiding 14 accidents', 'Accusation')
  await desk.mark('publish the logs before the end of the month', 'Commitment')
  expect(await desk.annotations.getByRole('option').count()).toBe(7)

  // Corrections.
  await desk.annotation('Commitment: Ragna Fjella\u030as').click()
  await desk.page.keyboard.press('1')
  await expect(desk.annotation('Actor: Ragna Fjella\u030as')).toBeVisible()
  await desk.annotation('Accusation: hiding 14 accidents').click()
  await desk.page.keyboard.press('u')
  await desk.page.keyboard.press('n')
  await desk.page.keyboard.type('Told by the union alone.')
  await desk.page.keyboard.press('Escape')
  await expect(desk.annotation('Accusation: hiding 14 accidents')).toHaveAccessibleDescription(
    /^unsure, with a note/,
  )
  await desk.annotation('Actor: Bo Ekstro\u0308m').click()
  await desk.page.keyboard.press('Delete')
  await expect(desk.annotation('Actor: Bo Ekstro\u0308m')).toHaveCount(0)
  await desk.saved()

  // Everything can be taken back, one by one, and done again.
  const marked = showArticle(workspace, id)
  const names = await desk.annotationNames()
  const edits = 11
  for (let i = 0; i < edits; i++) await desk.page.keyboard.press('Control+Z')
  await expect(desk.annotations.getByRole('option')).toHaveCount(0)
  await desk.saved()
  expect(showArticle(workspace, id).annotations).toEqual([])
  for (let i = 0; i < edits; i++) await desk.page.keyboard.press('Control+Shift+Z')
  await expect.poll(() => desk.annotationNames()).toEqual(names)
  await desk.saved()
  expect(showArticle(workspace, id)).toEqual(marked)

  // Other scripts, other line ends.
  await desk.openArticle(BORDER)
  await desk.mark('وعد المبعوث سمير حداد بفتح الطريق قبل نهاية الشهر', 'Commitment')
  await desk.mark('سمير حداد', 'Actor')
  await desk.mark('השליח', 'Actor')
  await desk.mark('promised on\u00a0Monday to open the road within 10\u00a0days', 'Commitment')
  await desk.page.getByRole('radio', { name: 'done' }).check()
  await desk.saved()
  await desk.close()

  // All of it is there again.
  desk = new Desk(await launch({ workspace }))
  await expect(desk.page).toHaveTitle(`${BORDER} — Glosswright`)
  await expect(desk.page.getByRole('radio', { name: 'done' })).toBeChecked()
  await expect(desk.annotations.getByRole('option')).toHaveCount(4)
  await desk.openArticle(FERRY)
  await expect.poll(() => desk.annotationNames()).toEqual(names)
  await desk.annotation('Accusation: hiding 14 accidents').click()
  await expect(desk.card.getByRole('textbox', { name: 'Note' })).toHaveValue('Told by the union alone.')
  await expect(desk.card.getByRole('checkbox', { name: 'Unsure' })).toBeChecked()

  // The app and the command line export the same bytes, and they hold.
  const byMenu = path.join(folder, 'by-menu.json')
  const byCommand = path.join(folder, 'by-command.json')
  await desk.answerSaveDialog(byMenu)
  await desk.menu('File', 'Export dataset as JSON…')
  await expect(desk.page.getByText('Every offset was checked.')).toBeVisible()
  glosswright('export', workspace, '--format', 'glosswright', '--out', byCommand)
  expect((await readFile(byMenu)).equals(await readFile(byCommand))).toBe(true)
  glosswright('validate', byMenu)
  glosswright('check', workspace)
})

test('every slice of an export holds in Python', async ({ launch, folder }) => {
  const hasPython = spawnSync('python3', ['--version']).status === 0
  test.skip(!hasPython, 'python3 is missing')
  const workspace = makeWorkspace(folder, CORPUS)
  const desk = new Desk(await launch({ workspace }))
  await desk.openArticle(FERRY)
  await desk.mark('crew double 👩‍✈️👨🏽‍🔧', 'Commitment')
  await desk.mark('Bo Ekstro\u0308m 🧊', 'Actor')
  await desk.openArticle(BORDER)
  await desk.mark('سمير حداد', 'Actor')
  await desk.mark('10\u00a0days', 'Commitment')
  await desk.saved()
  const out = path.join(folder, 'dataset.json')
  glosswright('export', workspace, '--format', 'glosswright', '--out', out)
  const { status, stderr } = spawnSync('python3', [CHECK, out], { encoding: 'utf8' })
  expect(stderr || status).toBe(0)
})
