import { expect, type Page } from '@playwright/test'
import { Desk } from '../e2e/desk.ts'
import { test } from '../e2e/fixture.ts'
import { calm } from './desk-timing.ts'
import { keepFigure } from './figures.ts'
import { generateTeam, TEAM } from './generated-team.ts'
import { watchMainProcess } from './main-process.ts'

const ARTICLES = 100
const ROUNDS = 5
const AMONG = `${ARTICLES} articles, ${TEAM.length} annotators`
const WITHIN_MS = 60_000

/** Each time in a process of its own, which has read nothing before. */
test('agreement of three annotators in 100 articles', async ({ launch, folder, profile }) => {
  const workspace = generateTeam(folder, profile, ARTICLES)
  const times: number[] = []
  const blocks: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const running = await launch({ workspace })
    const desk = new Desk(running)
    await expect(desk.text).toBeVisible()
    await desk.page.keyboard.press('Control+7')
    await calm()
    const watched = await watchMainProcess(running.app)
    times.push(await timeUntilMeasured(desk.page))
    blocks.push((await watched()).block)
    await running.close()
  }
  await keepFigure({ measure: 'agreementTime', among: AMONG, samples: times })
  await keepFigure({ measure: 'agreementBlock', among: AMONG, samples: blocks })
})

async function timeUntilMeasured(page: Page): Promise<number> {
  const started = Date.now()
  await page.getByRole('tab', { name: 'Agreement' }).click()
  await expect(page.getByRole('region', { name: 'In words' })).toBeVisible({ timeout: WITHIN_MS })
  return Date.now() - started
}
