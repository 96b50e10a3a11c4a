import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Page as BrowserPage } from 'puppeteer-core'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { type MarkSpec, signIn, writeMarks } from './marked-workspace.ts'
import { downloaded, openInBrowser } from './real-browsers.ts'
import { glosswright, idOf, makeWorkspace, SAMPLES, showArticle } from './workspace.ts'

const TALKS = 'Drevania offers winter water as Sarn River talks resume'

const HOTLINE: MarkSpec = { label: 'commitment', words: 'agreed to restore the hotline' }
const BLAME = 'accused Drevania of holding back the flow to punish Vesteria'

/** What two people see differently: an edge, a label, and a mark that only one of them has. */
const ADA: readonly MarkSpec[] = [
  { label: 'actor', words: 'Vesterian Water Minister Ilka Moravel' },
  HOTLINE,
  { label: 'accusation', words: BLAME },
  { label: 'actor', words: 'Human rights lawyers' },
]
const BEN: readonly MarkSpec[] = [
  { label: 'actor', words: 'Minister Ilka Moravel' },
  HOTLINE,
  { label: 'commitment', words: BLAME },
]

const SAMPLE = path.join(SAMPLES, 'river-water-talks.txt')

/** The folder in which somebody has worked alone. */
async function workOf(annotator: string, marks: readonly MarkSpec[], folder: string): Promise<string> {
  const home = path.join(folder, `from ${annotator}`)
  await mkdir(home)
  const workspace = makeWorkspace(home, SAMPLE)
  const id = idOf(workspace, TALKS)
  await writeMarks(workspace, id, { annotator, text: showArticle(workspace, id).text, marks })
  // Who has made the same marks at the same moment would be the same person.
  const file = path.join(workspace, 'annotators', annotator, `${id}.json`)
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('"mark-', `"${annotator}-`))
  return workspace
}

async function mergeByKeys(desk: Desk, folder: string): Promise<void> {
  const { page } = desk
  await desk.answerOpenDialog([folder])
  await desk.menu('File', 'Merge a colleague’s work…')
  await expect(page.getByRole('button', { name: 'Choose a folder…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Coastal desk', level: 3 })).toBeFocused()
  await page.getByRole('button', { name: 'Merge', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/annotations are merged, in 1 article/)).toBeVisible()
}

const card = (page: Page) => page.getByRole('region', { name: 'Difference' })

/** From the agreement's list of articles to the last decision, and on. */
async function settleByKeys(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: 'Articles by differences' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('0 of 3 decided · 1 agreed · 0 to discuss')).toBeVisible()
  await expect(card(page)).toContainText('Differs: other words')
  await page.keyboard.press('1')
  await expect(card(page)).toContainText('Differs: another label')
  await page.keyboard.press('1')
  await expect(card(page)).toContainText('not marked by all')
  await page.keyboard.press('x')
  await expect(page.getByText('3 of 3 decided')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`“${TALKS}” is done in gold.`, { exact: false })).toBeVisible()
}

type Told = { readonly annotator: string; readonly label: string; readonly text: string }

/** What the exported dataset has of an annotator, in reading order. */
async function toldIn(dataset: string, annotator: string): Promise<readonly string[]> {
  const { articles } = JSON.parse(await readFile(dataset, 'utf8'))
  return articles
    .flatMap(({ annotations }: { annotations: readonly Told[] }) => annotations)
    .filter((one: Told) => one.annotator === annotator)
    .map(({ label, text }: Told) => `${label}: ${text}`)
}

/** Accepts the first mark and rejects the second, with a reason. */
async function reviewByKeys(page: BrowserPage): Promise<void> {
  await page.keyboard.type('Rita')
  await page.keyboard.press('Enter')
  await page.keyboard.type('jax')
  await page.keyboard.type('Only restored in part.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('s')
}

test('two colleagues’ folders become one: merged, compared, settled by keys, exported, and reviewed in a browser', async ({
  launch,
  folder,
  profile,
}) => {
  test.setTimeout(240_000)
  await signIn(profile, 'Eva')
  const workspace = makeWorkspace(folder, SAMPLE)
  const [fromAda, fromBen] = [await workOf('Ada', ADA, folder), await workOf('Ben', BEN, folder)]
  const desk = new Desk(await launch({ workspace }))
  const { page } = desk
  await expect(desk.text).toBeVisible()

  await test.step('both are merged', async () => {
    await mergeByKeys(desk, fromAda)
    await mergeByKeys(desk, fromBen)
  })

  await test.step('agreement is shown, and is what the command line says', async () => {
    await page.getByRole('tab', { name: 'Team' }).focus()
    await page.keyboard.press('ArrowRight')
    const exact = page.getByRole('region', { name: 'Measures' }).getByRole('row', { name: /^Exact F1/ })
    const report = JSON.parse(glosswright('agreement', workspace, '--json'))
    expect(report.pairs[0]).toMatchObject({ a: 'Ada', b: 'Ben' })
    await expect(exact).toContainText(report.pairs[0].exactF1.toFixed(2))
  })

  await test.step('differences are settled to gold', () => settleByKeys(page))

  await test.step('gold is in the exported dataset, and every slice of it holds', async () => {
    const dataset = path.join(folder, 'dataset.json')
    await desk.answerSaveDialog(dataset)
    await page.keyboard.press('Control+e')
    await expect.poll(() => toldIn(dataset, 'gold').catch(() => [])).toHaveLength(3)
    expect(await toldIn(dataset, 'gold')).toEqual([
      'actor: Vesterian Water Minister Ilka Moravel',
      'commitment: agreed to restore the hotline',
      `accusation: ${BLAME}`,
    ])
    expect(glosswright('validate', dataset)).toContain('holds')
  })

  await test.step('gold is reviewed in a browser, and the decisions come back', async () => {
    const file = path.join(folder, 'review.html')
    glosswright('review-file', workspace, '--annotators', 'gold', '--out', file)
    const { page: browser, downloads, close } = await openInBrowser('firefox-esr', file, folder)
    try {
      await reviewByKeys(browser)
      await expect.poll(() => downloaded(downloads), { timeout: 20_000 }).not.toBe(null)
    } finally {
      await close()
    }
    await desk.answerOpenDialog([(await downloaded(downloads)) as string])
    await desk.menu('File', 'Take a reviewer’s answers…')
    await expect(page.getByRole('button', { name: 'Take answers…' })).toBeFocused()
    await page.keyboard.press('Enter')
    const answers = page.getByRole('region', { name: 'Take answers' })
    await expect(answers).toContainText('1 mark accepted')
    await answers.getByRole('button', { name: 'Take these answers' }).press('Enter')
    await expect(answers.getByRole('status')).toContainText('Taken from Rita: 2 decisions')
    const reviews = path.join(workspace, 'annotators/Rita/reviews', `${idOf(workspace, TALKS)}.json`)
    const { judgements } = JSON.parse(await readFile(reviews, 'utf8'))
    const said = judgements.map(
      ({ outcome, about, reason }: { outcome: string; about: readonly { as: Told }[]; reason?: string }) =>
        [outcome, about[0]?.as.text, reason ?? ''].join(' | '),
    )
    expect(said.sort()).toEqual([
      'accepted | Vesterian Water Minister Ilka Moravel | ',
      'rejected | agreed to restore the hotline | Only restored in part.',
    ])
  })
})
