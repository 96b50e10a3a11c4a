import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from '../e2e/desk.ts'
import { test } from '../e2e/fixture.ts'
import { busyPerEdit, calm, timeOpening } from './desk-timing.ts'
import { keepFigure } from './figures.ts'
import { ANNOTATOR, generateWorkspace } from './generated-workspace.ts'
import type { MeasureId } from './measures.ts'
import { SIZES } from './measures.ts'
import { longestFrame } from './scrolling.ts'

const ROUNDS = 4
const EDITS = 10
const OTHER = 'Other'

/** By turns without and with the layer, so that whatever else the machine does is in both. */
test('working among as many marks of another annotator', async ({ launch, folder, profile }) => {
  const workspace = await generateWorkspace({ name: 'L', article: SIZES.L, count: 1, folder, profile })
  await copyToAnother(workspace.folder)
  const desk = new Desk(await launch({ workspace: workspace.folder, args: workspace.args }))
  await timeOpening(desk, workspace.titles[0] as string)
  const layer = desk.page.getByRole('region', { name: 'Others’ marks' })
  const samples = new Map<MeasureId, number[]>()
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const isOn = round % 2 === 1
    if (round > 0) {
      await desk.text.focus()
      await desk.page.keyboard.press('Shift+O')
    }
    await expect(layer).toBeVisible({ visible: isOn })
    if (isOn) await expect(layer).toContainText(OTHER)
    await calm()
    add(samples, isOn ? 'othersEdit' : 'noOthersEdit', await busyPerEdit(desk, EDITS))
    add(samples, isOn ? 'othersScroll' : 'noOthersScroll', await longestFrame(desk.page, round / 10))
  }
  for (const [measure, all] of samples) await keepFigure({ measure, size: 'L', samples: all })
})

const add = (samples: Map<MeasureId, number[]>, measure: MeasureId, sample: number): void => {
  samples.set(measure, [...(samples.get(measure) ?? []), sample])
}

async function copyToAnother(workspace: string): Promise<void> {
  const [from, to] = [ANNOTATOR, OTHER].map((name) => path.join(workspace, 'annotators', name)) as [
    string,
    string,
  ]
  await mkdir(to, { recursive: true })
  for (const file of (await readdir(from)).filter((name) => name.endsWith('.json'))) {
    const record = await readFile(path.join(from, file), 'utf8')
    await writeFile(path.join(to, file), record.replaceAll(/("annotator": ?)"Bench"/g, `$1"${OTHER}"`))
  }
}
