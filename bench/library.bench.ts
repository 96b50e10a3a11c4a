import { stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { Desk } from '../e2e/desk.ts'
import { test } from '../e2e/fixture.ts'
import { busyPerEdit, timeKeys } from './desk-timing.ts'
import { keepFigure } from './figures.ts'
import { generateLibrary } from './generated-library.ts'
import { ANNOTATOR } from './generated-workspace.ts'
import { timeToText } from './start-timing.ts'

const ARTICLES = 100_000
const STARTS = 5
const PASSES = 5
/** Each character, typed or taken away, changes how many articles fit; the space does not. */
const TYPED = 'po 123'
const BATCHES = 5
const EDITS = 10
/** The list is looked through once more behind the first rows. */
const SETTLE_MS = 15_000
const KEPT_WITHIN_MS = 300_000

/** A cold process with the list that was kept by the one before; the disk's cache is as warm as that one left it. */
test('a workspace of 100,000 articles', async ({ launch, folder, profile }) => {
  const workspace = generateLibrary(folder, profile, ARTICLES)
  await keepList(new Desk(await launch({ workspace })), workspace)
  const rows: number[] = []
  for (let i = 0; i < STARTS; i++)
    rows.push(await timeToText(() => launch({ workspace }), '[data-article-id]'))
  await keepFigure({ measure: 'manyRows', samples: rows })

  const desk = new Desk(await launch({ workspace }))
  await setTimeout(SETTLE_MS)
  await keepFigure({ measure: 'manyFilter', samples: await slowestKeys(desk) })
  await desk.articles.getByRole('option').nth(3).click()
  await desk.select('said')
  const processor: number[] = []
  for (let i = 0; i < BATCHES; i++) processor.push(await busyPerEdit(desk, EDITS))
  await keepFigure({ measure: 'manyEdit', samples: processor })
})

/** Waits until the list is kept for the next start: this first time every file is read. */
async function keepList(desk: Desk, workspace: string): Promise<void> {
  const kept = path.join(workspace, '.glosswright', 'catalogue', `${ANNOTATOR}.json`)
  const size = async () => (await stat(kept).catch(() => null))?.size ?? 0
  await expect.poll(size, { timeout: KEPT_WITHIN_MS, intervals: [1_000] }).toBeGreaterThan(0)
  await desk.close()
}

/** The slowest key of each time that words are typed into the filter and taken away again. */
async function slowestKeys(desk: Desk): Promise<number[]> {
  const field = desk.page.getByRole('searchbox', { name: 'Filter articles' })
  const slowest: number[] = []
  for (let pass = 0; pass < PASSES; pass++) {
    await field.focus()
    const times: number[] = []
    const press = async (key: string, character: string) => {
      if (character === ' ') await desk.page.keyboard.press(key)
      else times.push(...(await timeKeys(desk, key, 1, 'articles')))
    }
    for (const character of TYPED) await press(character === ' ' ? 'Space' : character, character)
    for (const character of [...TYPED].reverse()) await press('Backspace', character)
    slowest.push(Math.max(...times))
  }
  return slowest
}
