import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { dropFiles } from './drop.ts'
import { test } from './fixture.ts'
import { glosswright, makeWorkspace } from './workspace.ts'

const FORMATS = path.join(import.meta.dirname, 'formats')

/** What arrives of each file, and words of it that were inside its markup. */
const ARRIVES: readonly (readonly [title: RegExp, words: string])[] = [
  [/bridge/, 'put a second bridge into service'],
  [/lighthouse/, 'put a second lighthouse into service'],
  [/hospital/, 'put a second hospital into service'],
  [/reservoir/, 'put a second reservoir into service'],
  [/school/, 'put a second school into service'],
  [/ferry/, 'put a second ferry into service'],
  [/Fen farmers demand drainage/, 'accused the river agency'],
  [/Port authority freezes/, '“We keep our word,”'],
  [/Orchard owners/, 'accused them of breaking'],
  [/Quarry café/, 'the quarry company’s owner'],
  [/snow ploughs/, 'agreed to buy two snow ploughs'],
  [/Mill owners promise/, 'promised to repair the weir'],
  [/Weir repairs begin/, 'kept their promise'],
  [/Night trains return/, 'bring back night trains'],
  [/Rail board blamed/, 'Passengers blamed'],
  [/Second ferry vowed/, 'denied the charge'],
  [/Harbour fees frozen/, 'for a year'],
  [/Beekeepers sign truce/, 'agreed to share'],
  [/Tower clock stays/, 'vowed to keep'],
]

test('a folder with a file of every format is dropped on the window, and all of it can be read and marked', async ({
  launch,
  folder,
}) => {
  test.slow()
  const workspace = makeWorkspace(folder)
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.reader).toContainText('There are no articles here yet.')
  const files = (await readdir(FORMATS)).map((name) => path.join(FORMATS, name))
  await dropFiles(desk.page, files)
  await desk.page
    .getByRole('dialog', { name: 'What was imported' })
    .getByRole('button', { name: 'Close' })
    .click({ timeout: 60_000 })
  await expect(desk.articles.getByRole('option')).toHaveCount(ARRIVES.length)
  for (const [title, words] of ARRIVES) {
    const name = await desk.articles.getByRole('option', { name: title }).first().getAttribute('aria-label')
    await desk.openArticle(name ?? String(title))
    await desk.mark(words, 'Commitment')
    await expect(desk.annotation(`Commitment: ${words}`)).toBeVisible()
  }
  await desk.saved()
  const out = path.join(folder, 'dataset.json')
  glosswright('export', workspace, '--format', 'glosswright', '--out', out)
  glosswright('validate', out)
})
