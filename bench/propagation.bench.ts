import { expect } from '@playwright/test'
import { Desk } from '../e2e/desk.ts'
import { test } from '../e2e/fixture.ts'
import { OccurrencesSheet } from '../e2e/occurrences-sheet.ts'
import { calm } from './desk-timing.ts'
import { keepFigure } from './figures.ts'
import { generatedArticle, type Random } from './generated-article.ts'
import { generateLibrary, shortText } from './generated-library.ts'
import { timePainting } from './painting.ts'

const ARTICLES = 1_000
const BYTES = 4_000
const PREVIEWS = 9
const ROUNDS = 3
const WITHIN_MS = 120_000

/** Every third article names the actor, three times, once where it is part of a longer name. */
function namedText(number: number, random: Random): string {
  const title = shortText(number, random).split('\n', 1)[0] as string
  const text = generatedArticle({ title, bytes: BYTES, annotations: 0 }).text
  if (number % 3 !== 0) return text
  return `${text}\nBut Norland refused, and the Norland Bank said so.\nNobody has asked Norland since.\n`
}

/** Everything is read from the disk, whose cache is warm, as it is once the articles were listed. */
test('all occurrences of a name in 1,000 articles', async ({ launch, folder, profile }) => {
  const workspace = generateLibrary(folder, profile, ARTICLES, namedText)
  const desk = new Desk(await launch({ workspace }))
  const sheet = new OccurrencesSheet(desk)
  const { page } = desk
  await openNamed(desk)
  await desk.select('Norland')
  await page.keyboard.press('1')
  await desk.saved()

  await sheet.open()
  const previews: number[] = []
  for (let i = 0; i < PREVIEWS; i++) {
    await calm()
    const widen = () => page.keyboard.press('w')
    const { painted } = await timePainting(page, { kind: 'occurrences' }, { event: 'keydown' }, widen)
    previews.push(painted)
    await calm()
    await page.keyboard.press('w')
  }
  await keepFigure({ measure: 'preview', samples: previews })

  const [marked, undone]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    await sheet.lookEverywhere()
    await sheet.said(/, 667 chosen\.$/)
    marked.push(await timeUntilSaid(desk, 'Enter', /^667 marked in 334 articles/))
    undone.push(await timeUntilSaid(desk, 'Control+Z', /^Undone: Mark all/))
    await sheet.open()
  }
  await keepFigure({ measure: 'propagation', samples: marked })
  await keepFigure({ measure: 'propagationUndone', samples: undone })
})

/** Opens an article that names the actor. */
async function openNamed(desk: Desk): Promise<void> {
  await desk.page.getByRole('searchbox', { name: 'Filter articles' }).fill(' 999')
  await desk.articles.getByRole('option').first().click()
  await expect(desk.text).toContainText('Norland')
}

async function timeUntilSaid({ page }: Desk, key: string, sentence: RegExp): Promise<number> {
  const started = Date.now()
  await page.keyboard.press(key)
  await expect(page.getByText(sentence)).toBeVisible({ timeout: WITHIN_MS })
  return Date.now() - started
}
