import type { ArticleSummary } from '#shared/domain/article.ts'
import { compareText } from '#shared/domain/compare-text.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import { STATUSES } from '#shared/domain/record.ts'
import { ArticleList } from './article-list.ts'

/** The last shows articles that have a newer version as well, which are left out of all others. */
export const STATUS_FILTERS = ['all', ...STATUSES, 'with earlier versions'] as const
export const SORTS = ['title', 'status', 'source', 'date'] as const

/** Which articles are shown, and in which order. */
export type ArticleView = {
  readonly text: string
  readonly status: (typeof STATUS_FILTERS)[number]
  readonly sort: (typeof SORTS)[number]
  /** Ids of the only ones that are shown; null for any. */
  readonly only: ReadonlySet<string> | null
}

/** Places in the list of all articles, in the order in which they are shown; null for all of them by title. */
type Places = readonly number[] | null

/**
 * The articles as the list shows them: filtered and sorted, equals by title, what is unknown last. It is a row of
 * places in the list of all, made from the sorted row of all places, which is kept: a key that is typed into the
 * filter looks at each title once and sorts nothing. When one article changes, its own place is taken out and put
 * in, found by halving, and nothing else is looked at.
 */
export class ShownArticles {
  static readonly empty = new ShownArticles(
    ArticleList.empty,
    { text: '', status: 'all', sort: 'title', only: null },
    null,
    null,
  )

  readonly view: ArticleView
  readonly #list: ArticleList
  /** All places, sorted. */
  readonly #order: Places
  readonly #places: Places

  private constructor(list: ArticleList, view: ArticleView, order: Places, places: Places) {
    this.#list = list
    this.view = view
    this.#order = order
    this.#places = places
  }

  static of(list: ArticleList, view: ArticleView): ShownArticles {
    const order = orderOf(list, view.sort)
    return new ShownArticles(list, view, order, placesThatFit(list, view, order))
  }

  /** The same articles in another view. */
  viewed(view: ArticleView): ShownArticles {
    const order = view.sort === this.view.sort ? this.#order : orderOf(this.#list, view.sort)
    const places =
      this.#places && isNarrower(view, this.view)
        ? this.#places.filter(placeFits(this.#list, view))
        : placesThatFit(this.#list, view, order)
    return new ShownArticles(this.#list, view, order, places)
  }

  /** The same view of `list`, in which the article at `place` alone is another than before. */
  after(list: ArticleList, place: number): ShownArticles {
    // The first that is left out, or the last: then there is a row of places, or none is needed.
    if (isPlain(this.view, list) !== isPlain(this.view, this.#list)) return ShownArticles.of(list, this.view)
    const old = { list: this.#list, view: this.view, place }
    const now = { list, view: this.view, place }
    return new ShownArticles(
      list,
      this.view,
      moved(this.#order, old, now, true),
      moved(this.#places, old, now, placeFits(list, this.view)(place)),
    )
  }

  get length(): number {
    return this.#places ? this.#places.length : this.#list.length
  }

  at(rank: number): ArticleSummary | undefined {
    const place = this.#places ? this.#places[rank] : rank
    return place === undefined ? undefined : this.#list.at(place)
  }

  /** Where article `id` stands, -1 when it is not shown. */
  rankOf(id: string | undefined): number {
    const place = id === undefined ? -1 : this.#list.placeOf(id)
    if (place < 0 || !this.#places) return place
    const rank = rankIn(this.#places, { list: this.#list, view: this.view, place })
    return this.#places[rank] === place ? rank : -1
  }

  /** The next article behind `id` for which `isWanted`, from the top again behind the end; `id` itself is none. */
  nextBehind(
    id: string | undefined,
    isWanted: (article: ArticleSummary) => boolean,
  ): ArticleSummary | undefined {
    const here = this.rankOf(id)
    for (let step = 1; step <= this.length; step++) {
      const article = this.at((here + step) % this.length)
      if (article && article.id !== id && isWanted(article)) return article
    }
    return undefined
  }
}

type Placed = { readonly list: ArticleList; readonly view: ArticleView; readonly place: number }

/** True when nothing is left out. */
const isPlain = ({ text, status, only }: ArticleView, { replaced }: ArticleList): boolean =>
  text.trim() === '' &&
  only === null &&
  (status === 'with earlier versions' || (status === 'all' && replaced === 0))

/** True where nothing fits that did not fit before: more was typed behind what stood there. */
const isNarrower = (view: ArticleView, before: ArticleView): boolean =>
  view.sort === before.sort &&
  view.status === before.status &&
  view.only === before.only &&
  view.text.startsWith(before.text)

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/u).filter(Boolean)

function placesThatFit(list: ArticleList, view: ArticleView, order: Places): Places {
  if (isPlain(view, list)) return order
  const fitting = list.placesWhere(fitsIn(view))
  return order ? order.filter(isAmong(fitting, list.length)) : fitting
}

/** Whether an article has the status that was chosen, and its title every word, in any order and case. */
function fitsIn({ text, status, only }: ArticleView): (row: ArticleSummary, title: string) => boolean {
  const words = wordsOf(text)
  return (row, title) =>
    (only === null || only.has(row.id)) &&
    hasStatus(row, status) &&
    words.every((word) => title.includes(word))
}

const hasStatus = ({ status, later }: ArticleSummary, wanted: ArticleView['status']): boolean =>
  wanted === 'with earlier versions' || (later === null && (wanted === 'all' || wanted === status))

function isAmong(places: readonly number[], length: number): (place: number) => boolean {
  const flags = new Uint8Array(length)
  for (const place of places) flags[place] = 1
  return (place) => flags[place] === 1
}

function placeFits(list: ArticleList, view: ArticleView): (place: number) => boolean {
  const fits = fitsIn(view)
  return (place) => fits(list.at(place) as ArticleSummary, list.searched(place))
}

function orderOf(list: ArticleList, sort: ArticleView['sort']): Places {
  if (sort === 'title') return null
  const keys = Array.from(list, (article) => keyOf(article, sort))
  return keys
    .map((_, place) => place)
    .sort((a, b) => compareText(keys[a] as string, keys[b] as string) || a - b)
}

/** What an article is sorted by. */
function keyOf({ status, source, published }: ArticleSummary, sort: ArticleView['sort']): string {
  if (sort === 'status') return String(STATUSES.indexOf(status))
  if (sort === 'source') return source?.toLowerCase() ?? LAST
  return sort === 'date' ? (published ?? LAST) : ''
}
const LAST = '\u{10FFFF}'

/** How many of `places` come before that of the article. */
function rankIn(places: readonly number[], { list, view, place }: Placed): number {
  const keyAt = (at: number) => keyOf(list.at(at) as ArticleSummary, view.sort)
  const key = keyAt(place)
  const isBefore = (at: number) => (compareText(keyAt(at), key) || at - place) < 0
  return countBelow(places.length, (rank) => isBefore(places[rank] as number))
}

/** `places` with that of one article where it belongs now, or without it. */
function moved(places: Places, old: Placed, now: Placed, isIn: boolean): Places {
  if (!places) return null
  const from = rankIn(places, old)
  const wasIn = places[from] === old.place
  const others = wasIn ? places.toSpliced(from, 1) : places
  if (!isIn) return others
  const to = rankIn(others, now)
  return wasIn && to === from ? places : others.toSpliced(to, 0, now.place)
}
