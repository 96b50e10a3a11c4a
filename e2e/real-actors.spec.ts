import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { KeyCount } from './key-count.ts'
import { OccurrencesSheet } from './occurrences-sheet.ts'
import { listArticles, makeWorkspace, showArticle } from './workspace.ts'

const REAL_ARTICLES = path.join(import.meta.dirname, '..', '..', 'shared', 'articles')

/** A name, the article to mark it in first, and which of its places there, where it stands alone. */
type Called = readonly [name: string, article: number, place?: number]

/**
 * An actor by its names, each marked once by hand; `also`: what of the doubtful places is right. Names that are
 * descriptions are nobody’s for good, so each of them is marked all over by itself.
 */
type Plan = { readonly names: readonly Called[]; readonly also?: RegExp; readonly areDescriptions?: true }

const LONGER = /A longer name/
const ADJECTIVE = /Used as an adjective/
const DESCRIPTION = /No name/

/** Whoever the articles name, and groups that they speak of more than once. */
const PLANS: readonly Plan[] = [
  {
    names: [
      ['China', 0, 3],
      ['Beijing', 1, 2],
    ],
  },
  {
    names: [
      ['U.S.', 1],
      ['US', 2],
      ['Washington', 2],
      ['United States', 0],
    ],
  },
  {
    names: [
      ['both sides', 0],
      ['two nations', 0],
      ['the two sides', 1],
      ['neither government', 1],
    ],
    also: DESCRIPTION,
    areDescriptions: true,
  },
  {
    names: [
      ['Xi Jinping', 1, 2],
      ['Jinping', 0, 2],
      ['Chinese leader', 0],
    ],
    also: LONGER,
  },
  { names: [['Guo', 1, 2]], also: LONGER },
  { names: [['Spaulding', 1, 2]], also: LONGER },
  {
    names: [
      ['Baucus', 2, 3],
      ['the ambassador', 2],
    ],
    also: LONGER,
  },
  {
    names: [
      ['Attorney General Loretta Lynch', 1],
      ['U.S. Attorney General Loretta E. Lynch', 0],
    ],
    also: LONGER,
  },
  {
    names: [
      ['Homeland Security Secretary Jeh Johnson', 1],
      ['Homeland Security chief Jeh Johnson', 0],
      ['U.S. Secretary of Homeland Security Jeh Johnson', 2],
    ],
  },
  { names: [['Obama administration', 1]], also: ADJECTIVE },
  {
    names: [
      ['President Obama', 2],
      ['President Barack Obama', 0],
    ],
  },
  { names: [['Meng', 2, 2]], also: LONGER },
  {
    names: [
      ['U.S. officials', 0],
      ['American officials', 0],
    ],
  },
  {
    names: [
      ['Chinese officials', 1, 2],
      ['Chinese leaders', 0, 2],
    ],
  },
  {
    names: [
      ['U.S. companies', 1],
      ['American businesses', 0],
    ],
    also: ADJECTIVE,
  },
  { names: [['U.S. federal employees', 1]] },
  {
    names: [
      ['Office of Personnel Management', 1],
      ['OPM', 1],
    ],
  },
  { names: [['Xinhua', 0, 2]], also: LONGER },
  { names: [['White House', 1]] },
  { names: [['Federal Bureau of Investigation', 0]] },
  { names: [['Department of Justice', 0, 3]] },
  { names: [['Department of Homeland Security', 2]] },
  { names: [['Central Political and Legal Affairs Commission', 2]] },
  { names: [['U.S.-China Economic and Security Review Commission', 2]] },
  { names: [['Reuters', 1]] },
]

/**
 * An action is one decision of the analyst: making a mark, linking it (to an actor that is known or to a new one), applying
 * a preview with whatever was ticked in it. What leads there, finding words or going to an article, is counted in keys.
 */
test('marking and linking all actors of three real articles takes fewer actions than there are mentions', async ({
  launch,
  folder,
}) => {
  test.skip(!existsSync(REAL_ARTICLES), 'The real articles are not beside the project; nothing was counted.')
  test.setTimeout(400_000)
  const files = (await readdir(REAL_ARTICLES)).filter((name) => name.endsWith('.txt')).sort()
  const workspace = makeWorkspace(folder, ...files.map((name) => path.join(REAL_ARTICLES, name)))
  const titles = await titlesOf(workspace, files)
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.text).toBeVisible()
  const analyst = new Analyst(desk, titles)
  await analyst.findWholeWords()
  for (const plan of PLANS) await analyst.register(plan)
  await desk.saved()

  const mentions = listArticles(workspace).flatMap(({ id }) => showArticle(workspace, id).annotations)
  const unlinked = mentions.filter((mention) => !('actor' in mention && mention.actor))
  console.log(
    `${mentions.length} mentions of ${PLANS.length} actors took ${analyst.actions} actions and ${analyst.keys.count} keys.`,
  )
  expect(unlinked).toEqual([])
  expect(analyst.actions).toBeLessThan(mentions.length)
})

/** In the order of the files. */
async function titlesOf(workspace: string, files: readonly string[]): Promise<string[]> {
  const known = listArticles(workspace).map(({ id, title }) => ({
    title,
    text: showArticle(workspace, id).text,
  }))
  const texts = await Promise.all(files.map((name) => readFile(path.join(REAL_ARTICLES, name), 'utf8')))
  return texts.map((text) => known.find((article) => article.text === text)?.title ?? '')
}

/** Works by keys alone, and counts them and the decisions. */
class Analyst {
  actions = 0
  readonly keys: KeyCount
  readonly #desk: Desk
  readonly #sheet: OccurrencesSheet
  readonly #titles: readonly string[]

  constructor(desk: Desk, titles: readonly string[]) {
    this.#desk = desk
    this.#sheet = new OccurrencesSheet(desk)
    this.#titles = titles
    this.keys = new KeyCount(desk.page)
  }

  async findWholeWords(): Promise<void> {
    await this.keys.press('Control+F')
    await this.keys.press('Alt+W')
    await this.keys.press('Alt+C')
    await this.keys.press('Escape')
  }

  async register({ names, also, areDescriptions }: Plan): Promise<void> {
    const actor = names[0]?.[0] ?? ''
    for (const [index, called] of names.entries()) {
      await this.#mark(called)
      await this.#link(index === 0 ? null : actor)
      if (areDescriptions) await this.#markAll(also)
    }
    if (!areDescriptions) await this.#markAll(also)
  }

  async #mark([words, article, place = 1]: Called): Promise<void> {
    const { page, text } = this.#desk
    const title = this.#titles[article] as string
    if (!(await page.title()).startsWith(title)) {
      await this.keys.press('Control+Shift+K')
      await this.keys.type(title.slice(0, 16))
      await this.keys.press('Enter')
      await expect(page).toHaveTitle(`${title} — Glosswright`)
    }
    await expect(text).toBeFocused()
    await this.keys.press('Control+Home')
    await this.keys.press('Control+F')
    await this.keys.type(words)
    await this.keys.press('Escape')
    await expect(text).toBeFocused()
    await this.keys.press('F3', place - 1)
    await expect.poll(async () => (await this.#desk.selection()).replace(/\s+/g, ' ')).toBe(words)
    await this.keys.press('1')
    this.actions++
    await expect(this.#desk.card).toBeVisible()
  }

  /** Null: to a new actor, the first that is offered. */
  async #link(actor: string | null): Promise<void> {
    const { card, text } = this.#desk
    await expect(card).toContainText('Not linked yet')
    await this.keys.press('c')
    const options = card.getByRole('option')
    await expect(options.first()).toBeVisible()
    const offered = await options.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
    const index = actor === null ? 0 : offered.indexOf(actor)
    if (actor === null) expect(offered[0]).toMatch(/^New actor/)
    expect(index).toBeGreaterThanOrEqual(0)
    await this.keys.press('ArrowDown', index)
    await this.keys.press('Enter')
    this.actions++
    await expect(card).not.toContainText('Not linked yet')
    await expect(text).toBeFocused()
  }

  async #markAll(also: RegExp | undefined): Promise<void> {
    const { page } = this.#desk
    await this.keys.press('i')
    await expect(this.#sheet.list).toBeFocused()
    await this.#ask('radio', 'The whole workspace', 'w')
    const names = this.#sheet.dialog.getByRole('checkbox')
    if ((await names.count()) > 0 && !(await names.isChecked())) await this.keys.press('o')
    await this.#sheet.said(/chosen\.|no other place/)
    await this.#tick(also)
    const count = (await this.#sheet.ticked()).length
    await this.keys.press(count > 0 ? 'Enter' : 'Escape')
    if (count > 0) this.actions++
    await expect(this.#sheet.dialog).toHaveCount(0)
    if (count > 0) await expect(page.getByText(/ marked in \d+ articles?;/)).toBeVisible()
  }

  async #ask(role: 'radio', name: string, key: string): Promise<void> {
    const choice = this.#sheet.dialog.getByRole(role, { name })
    if (!(await choice.isChecked())) await this.keys.press(key)
    await expect(choice).toBeChecked()
  }

  /** Row by row: what is right of the doubtful, which is all but the tags at an article’s foot. */
  async #tick(also: RegExp | undefined): Promise<void> {
    if (!also) return
    const rows = await this.#sheet.rows.evaluateAll((all) =>
      all.map((row) => ({
        isRight: row.getAttribute('aria-description') ?? '',
        words: row.getAttribute('aria-label') ?? '',
      })),
    )
    for (const [index, { isRight, words }] of rows.entries()) {
      if (index > 0) await this.keys.press('ArrowDown')
      if (also.test(isRight) && !/^Tags/.test(words)) await this.keys.press('Space')
    }
  }
}
