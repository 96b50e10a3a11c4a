import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { glosswright, listArticles, makeWorkspace, recordFile, SAMPLES } from './workspace.ts'

const TITLE = 'Norland, Vesteria sign accord on Skerry Bank cod after two-year standoff'
/** How often the app is killed, half of them with edits under way; GLOSSWRIGHT_KILLS asks for more. */
const KILLS = Number(process.env.GLOSSWRIGHT_KILLS ?? 20)

/** The ids of the annotations in a record's file, which is whole, or else this throws. */
async function idsIn(file: string): Promise<string[]> {
  const { annotations } = JSON.parse(await readFile(file, 'utf8'))
  return annotations.map(({ id }: { id: string }) => id)
}

/** Of the annotations in sight in the list, or nearly so. */
const idsShown = (desk: Desk): Promise<string[]> =>
  desk.annotations
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-annotation-id') ?? ''))

/** How many annotations the list says that there are, in sight or not. */
const countShown = (desk: Desk): Promise<number> =>
  desk.annotations
    .getByRole('option')
    .evaluateAll(([option]) => Number(option?.getAttribute('aria-setsize') ?? 0))

/** Puts the caret into the next word and marks it. */
async function markNextWord({ page }: Desk): Promise<void> {
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('1')
}

for (const underWay of [0, 4]) {
  const name = underWay ? 'while further edits are under way' : 'right after they were said to be saved'
  test(`saved edits outlive a kill ${name}`, async ({ launch, folder, problems }) => {
    test.setTimeout(KILLS * 5_000)
    const workspace = makeWorkspace(folder, `${SAMPLES}/fisheries-accord.txt`)
    const [article] = listArticles(workspace)
    let acknowledged: string[] = []
    for (let kill = 0; kill < KILLS / 2; kill++) {
      const desk = new Desk(await launch({ workspace }))
      await expect(desk.page).toHaveTitle(`${TITLE} — Glosswright`)
      await expect.poll(() => countShown(desk)).toBeGreaterThanOrEqual(acknowledged.length)
      // Each time somewhere else in the text.
      await desk.select('The two sides will open')
      await desk.page.keyboard.press('ArrowRight')
      for (let line = 0; line < kill; line++) await desk.page.keyboard.press('ArrowDown')
      for (let edit = 0; edit < 3; edit++) await markNextWord(desk)
      await desk.saved()
      acknowledged = await idsShown(desk)
      const pressing = Promise.allSettled(Array.from({ length: underWay }, () => markNextWord(desk)))
      await desk.running.kill()
      await pressing
      const onDisk = await idsIn(await recordFile(workspace, article?.id ?? ''))
      expect(onDisk).toEqual(expect.arrayContaining(acknowledged))
      // The last requests of a page whose main process is gone are no errors of ours.
      problems.length = 0
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS / 2)
    glosswright('check', workspace)
  })
}
