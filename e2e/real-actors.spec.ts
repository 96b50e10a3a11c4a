import { readFile } from 'node:fs/promises'
import { expect, type Locator } from '@playwright/test'
import { actor, actors, mentions } from './actor-desk.ts'
import { Desk } from './desk.ts'
import { test } from './fixture.ts'
import { KeyCount } from './key-count.ts'
import { type Called, type Plan, readingAtHand } from './named-actors.ts'
import { OccurrencesSheet } from './occurrences-sheet.ts'
import { listArticles, makeWorkspace, type ShownArticle, showArticle } from './workspace.ts'

/**
 * An action is one decision of the analyst: making a mark, applying a preview with whatever was ticked in it (of places to
 * mark, or of names that become actors), merging one actor into another. What leads there, finding words or going to an
 * article, is counted in keys.
 */
test('marking and linking all actors of three articles takes fewer actions than there are mentions', async ({
  launch,
  folder,
}) => {
  test.setTimeout(400_000)
  const { name, files, plans } = readingAtHand()
  const workspace = makeWorkspace(folder, ...files)
  const articles = await articlesOf(workspace, files)
  const desk = new Desk(await launch({ workspace }))
  await expect(desk.text).toBeVisible()
  const analyst = new Analyst(desk, articles)
  await analyst.findWholeWords()
  const byArticle = plans.flatMap(({ names }) => names).toSorted(([, a], [, b]) => a - b)
  for (const called of byArticle) await analyst.mark(called)
  await analyst.registerAll()
  for (const plan of plans) await analyst.merge(plan)
  await expect(desk.page.getByText(`${plans.length} actors`, { exact: true })).toBeVisible()
  for (const plan of plans) await analyst.markAll(plan)
  await desk.saved()

  const marks = listArticles(workspace).flatMap(({ id }) => showArticle(workspace, id).annotations)
  const unlinked = marks.filter((mention) => !('actor' in mention && mention.actor))
  console.log(
    `In ${name}, ${marks.length} mentions of ${plans.length} actors took ${analyst.actions} actions and ${analyst.keys.count} keys.`,
  )
  expect(unlinked).toEqual([])
  expect(analyst.actions).toBeLessThan(marks.length)
})

type Reading = { readonly title: string; readonly shown: ShownArticle }

/** In the order of the files. */
async function articlesOf(workspace: string, files: readonly string[]): Promise<Reading[]> {
  const known = listArticles(workspace).map(({ id, title }) => ({ title, shown: showArticle(workspace, id) }))
  const texts = await Promise.all(files.map(async (file) => wordsOf(await readFile(file, 'utf8'))))
  return texts.map((text) => {
    const found = known.find(({ shown }) => wordsOf(shown.text) === text)
    if (!found) throw new Error('A file is no article of the workspace')
    return found
  })
}

type Place = { readonly number: number; readonly isBoilerplate: boolean }

/** The place that is meant, or the next one in no boilerplate where there is one; counted among all places of the words. */
function placeInArticle({ text, boilerplate }: ShownArticle, words: string, place: number): Place {
  const pattern = words
    .split(' ')
    .map((word) => word.replaceAll('.', '\\.'))
    .join('\\s+')
  const places = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'))]
  const isOutside = ({ index }: RegExpMatchArray) => {
    const at = Array.from(text.slice(0, index)).length
    return boilerplate.every(({ start, end }) => at < start || at >= end)
  }
  const next = places.findIndex((match, i) => i >= place - 1 && isOutside(match))
  return next < 0 ? { number: place, isBoilerplate: true } : { number: next + 1, isBoilerplate: false }
}

const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Works by keys alone, and counts them and the decisions. */
class Analyst {
  actions = 0
  readonly keys: KeyCount
  readonly #desk: Desk
  readonly #sheet: OccurrencesSheet
  readonly #articles: readonly Reading[]

  constructor(desk: Desk, articles: readonly Reading[]) {
    this.#desk = desk
    this.#sheet = new OccurrencesSheet(desk)
    this.#articles = articles
    this.keys = new KeyCount(desk.page)
  }

  async findWholeWords(): Promise<void> {
    await this.keys.press('Control+F')
    await this.keys.press('Alt+W')
    await this.keys.press('Alt+C')
    await this.keys.press('Escape')
  }

  /** Descriptions are ticked too: they are whom the plans say. */
  async registerAll(): Promise<void> {
    const { page } = this.#desk
    await this.keys.press('Control+2')
    await expect(actors(this.#desk)).toBeFocused()
    await this.keys.press('Home')
    const groups = page.getByRole('listbox', { name: 'Mentions not linked yet' })
    await expect(groups).toBeVisible()
    await this.keys.press('Enter')
    await expect(groups).toBeFocused()
    await this.#tickAll(groups)
    await this.keys.press('n')
    await this.keys.press('Enter')
    this.actions++
    await expect(actor(this.#desk, 'Not linked yet (0)')).toBeVisible()
  }

  /** What the texts call one actor was registered as several. */
  async merge({ names }: Plan): Promise<void> {
    const [into = '', ...others] = names.map(([name]) => name)
    for (const name of others) {
      await this.#choose(name)
      await this.keys.press('m')
      await this.keys.type(into)
      await this.keys.press('Enter')
      const preview = this.#desk.page.getByRole('region', { name: 'Merge', exact: true })
      await expect(preview).toContainText(new RegExp(`“${name}” becomes a name of “${into}”`, 'i'))
      await this.keys.press('Enter')
      this.actions++
      await expect(preview).not.toContainText('becomes a name')
    }
    await this.keys.press('/')
    await this.keys.press('Escape')
  }

  /** From one of its mentions, which stands for all names of the actor, or for one description of it. */
  async markAll({ names, also, areDescriptions }: Plan): Promise<void> {
    const [actorName = ''] = names.map(([name]) => name)
    for (const [name] of areDescriptions ? names : names.slice(0, 1)) {
      await this.#goToMention(actorName, name)
      await this.#markEverywhere(also)
    }
  }

  async #goToMention(actorName: string, words: string): Promise<void> {
    await this.keys.press('Control+2')
    await expect(actors(this.#desk)).toBeFocused()
    await this.#choose(actorName)
    await expect(mentions(this.#desk).first()).toBeVisible()
    const quotes = await mentions(this.#desk).evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label')?.toLowerCase()),
    )
    await this.keys.press('m')
    await this.keys.press('Tab')
    await this.keys.press('ArrowDown', quotes.indexOf(words.toLowerCase()))
    await this.keys.press('Enter')
    await expect(this.#desk.text).toBeFocused()
    await expect(this.#desk.card).toBeVisible()
  }

  async #choose(name: string): Promise<void> {
    await this.keys.press('/')
    await this.keys.press('Control+A')
    await this.keys.type(name)
    await this.keys.press('Enter')
    await expect(actors(this.#desk)).toBeFocused()
    await expect(this.#desk.page.getByRole('heading', { level: 2, name })).toBeVisible()
  }

  async #tickAll(groups: Locator): Promise<void> {
    const left = groups.getByRole('option', { checked: false })
    const selected = groups.getByRole('option', { selected: true })
    await this.keys.press('Home')
    while ((await left.count()) > 0) {
      if ((await selected.getAttribute('aria-checked')) === 'false') await this.keys.press('Space')
      await this.keys.press('ArrowDown')
    }
  }

  async mark([words, article, place = 1]: Called): Promise<void> {
    const { page, text } = this.#desk
    const { title, shown } = this.#articles[article] as Reading
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
    const { number, isBoilerplate } = placeInArticle(shown, words, place)
    await this.keys.press('F3', number - 1)
    await expect.poll(async () => (await this.#desk.selection()).replace(/\s+/g, ' ')).toBe(words)
    // Nothing is marked in boilerplate unless one insists.
    await this.keys.press('1', isBoilerplate ? 2 : 1)
    this.actions++
    await expect(this.#desk.card).toBeVisible()
  }

  async #markEverywhere(also: RegExp | undefined): Promise<void> {
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
