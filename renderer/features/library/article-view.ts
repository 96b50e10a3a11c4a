import type { ArticleSummary } from '#shared/domain/article.ts'
import { STATUSES } from '#shared/domain/record.ts'

export const STATUS_FILTERS = ['all', ...STATUSES] as const
export const SORTS = ['title', 'status', 'source', 'date'] as const

/** Which articles the list shows, and in which order. */
export type ArticleView = {
  readonly text: string
  readonly status: (typeof STATUS_FILTERS)[number]
  readonly sort: (typeof SORTS)[number]
}

/** Articles arrive sorted by title, which also decides between equals; what is unknown comes last. */
export function viewOf(
  articles: readonly ArticleSummary[],
  { text, status, sort }: ArticleView,
): readonly ArticleSummary[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
  const fits = (article: ArticleSummary) => {
    const title = article.title.toLowerCase()
    return (status === 'all' || article.status === status) && words.every((word) => title.includes(word))
  }
  const shown = words.length === 0 && status === 'all' ? articles : articles.filter(fits)
  if (sort === 'title') return shown
  const rank = { status: byStatus, source: bySource, date: byDate }[sort]
  return shown.toSorted((a, b) => compare(rank(a), rank(b)))
}

const byStatus = ({ status }: ArticleSummary) => String(STATUSES.indexOf(status))
const bySource = ({ source }: ArticleSummary) => source?.toLowerCase() ?? LAST
const byDate = ({ published }: ArticleSummary) => published ?? LAST
const LAST = '\u{10FFFF}'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
