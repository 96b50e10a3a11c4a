import { type ArticleSummary, compareByTitle } from '#shared/domain/article.ts'
import type { ArticlesChange } from '#shared/ipc/contract.ts'

const BLOCK = 512

/** Articles with a newer version do not count: their work is that one's. */
const isDone = ({ status, later }: ArticleSummary): boolean => status === 'done' && later === null
const isReplaced = ({ later }: ArticleSummary): boolean => later !== null

type Counts = { readonly done: number; readonly replaced: number }

/** A few hundred rows; the titles as they are searched, once somebody searches. */
class Block {
  readonly rows: readonly ArticleSummary[]
  #titles: readonly string[] | null = null

  constructor(rows: readonly ArticleSummary[]) {
    this.rows = rows
  }

  get titles(): readonly string[] {
    this.#titles ??= this.rows.map(({ title }) => title.toLowerCase())
    return this.#titles
  }
}

/**
 * All articles of the workspace: immutable, in the order of their titles, and cheap to change at any size. They lie in
 * blocks, so that another row for an article copies its block and the list of blocks; where an article is, and how
 * many are done, is kept rather than looked for. A row stays in its place when its title is corrected: a list that
 * jumps while one types is worse than one that is sorted at the next start.
 */
export class ArticleList implements Iterable<ArticleSummary> {
  static readonly empty = ArticleList.from([])

  readonly length: number
  /** How many articles have the status "done". */
  readonly done: number
  /** How many articles have a newer version. */
  readonly replaced: number
  readonly #blocks: readonly Block[]
  readonly #places: ReadonlyMap<string, number>

  private constructor(blocks: readonly Block[], places: ReadonlyMap<string, number>, counts: Counts) {
    this.#blocks = blocks
    this.#places = places
    this.length = places.size
    this.done = counts.done
    this.replaced = counts.replaced
  }

  /** `rows` in their order, which is that of their titles. */
  static from(rows: readonly ArticleSummary[]): ArticleList {
    const blocks: Block[] = []
    for (let at = 0; at < rows.length; at += BLOCK) blocks.push(new Block(rows.slice(at, at + BLOCK)))
    const places = new Map(rows.map(({ id }, place) => [id, place]))
    const counts = { done: rows.filter(isDone).length, replaced: rows.filter(isReplaced).length }
    return new ArticleList(blocks, places, counts)
  }

  at(place: number): ArticleSummary | undefined {
    return this.#blocks[Math.floor(place / BLOCK)]?.rows[place % BLOCK]
  }

  get(id: string): ArticleSummary | undefined {
    return this.at(this.placeOf(id))
  }

  /** -1 when there is no such article. */
  placeOf(id: string): number {
    return this.#places.get(id) ?? -1
  }

  /** The title at `place` as it is searched. */
  searched(place: number): string {
    return this.#blocks[Math.floor(place / BLOCK)]?.titles[place % BLOCK] ?? ''
  }

  /** Places of the articles for which `fits` holds, told their row and their title as it is searched. */
  placesWhere(fits: (row: ArticleSummary, title: string) => boolean): number[] {
    const places: number[] = []
    for (const [index, { rows, titles }] of this.#blocks.entries()) {
      for (let i = 0; i < rows.length; i++)
        if (fits(rows[i] as ArticleSummary, titles[i] as string)) places.push(index * BLOCK + i)
    }
    return places
  }

  /** With another row for an article of the list. */
  with(row: ArticleSummary): ArticleList {
    const place = this.placeOf(row.id)
    const before = this.at(place)
    if (!before) return this
    const index = Math.floor(place / BLOCK)
    const block = new Block((this.#blocks[index] as Block).rows.with(place % BLOCK, row))
    const done = this.done - Number(isDone(before)) + Number(isDone(row))
    const replaced = this.replaced - Number(isReplaced(before)) + Number(isReplaced(row))
    return new ArticleList(this.#blocks.with(index, block), this.#places, { done, replaced })
  }

  /** After what another program or an import has changed. Costs what all articles cost when some come or go. */
  changed({ changed, removed }: ArticlesChange): ArticleList {
    const isKnown = ({ id }: ArticleSummary) => this.#places.has(id)
    const replaced = changed.filter(isKnown).reduce<ArticleList>((list, row) => list.with(row), this)
    const added = changed.filter((row) => !isKnown(row)).sort(compareByTitle)
    if (added.length === 0 && removed.length === 0) return replaced
    const gone = new Set(removed)
    return ArticleList.from(
      merged(
        [...replaced].filter(({ id }) => !gone.has(id)),
        added,
      ),
    )
  }

  *[Symbol.iterator](): Iterator<ArticleSummary> {
    for (const { rows } of this.#blocks) yield* rows
  }
}

/** Both are sorted by title. */
function merged(rows: readonly ArticleSummary[], added: readonly ArticleSummary[]): ArticleSummary[] {
  const all: ArticleSummary[] = []
  let next = 0
  for (const row of rows) {
    for (let other = added[next]; other && compareByTitle(other, row) < 0; other = added[++next])
      all.push(other)
    all.push(row)
  }
  return [...all, ...added.slice(next)]
}
