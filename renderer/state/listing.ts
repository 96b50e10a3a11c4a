import type { Change, Edit } from '#shared/domain/edit.ts'
import type { ArticlesChange } from '#shared/ipc/contract.ts'
import { ArticleList } from './article-list.ts'
import { desk, type OpenArticle } from './desk.ts'
import { type ArticleView, ShownArticles } from './shown-articles.ts'
import { standingOf } from './standing.ts'

/** Lists other articles, in the view that was chosen for those before. */
export function listArticles(articles: ArticleList): void {
  desk.setState(({ shown }) => ({ articles, shown: ShownArticles.of(articles, shown.view) }))
}

/** Filters or sorts the list in another way. */
export const viewArticles = (view: ArticleView): void =>
  desk.setState(({ shown }) => ({ shown: shown.viewed(view) }))

/**
 * Takes over what others have changed on the disk. Of the article in the reader, and of those with edits on their way
 * there, the rows that are here are newer, but for what nobody changes by an edit.
 */
export function adoptChange({ changed, removed }: ArticlesChange): void {
  const { articles, open, unsaved } = desk.getState()
  const ours = new Set([open?.article.id, ...unsaved.map(({ articleId }) => articleId)])
  const theirs = changed.map((row) => {
    const own = ours.has(row.id) ? articles.get(row.id) : undefined
    return own ? { ...own, later: row.later } : row
  })
  listArticles(articles.changed({ changed: theirs, removed }))
}

/** Keeps the row of the articles list true while its article, the one in the reader, is worked on. */
export function reflectInList(articleId: string, edit: Edit): void {
  const { open, articles } = desk.getState()
  const before = articles.get(articleId)
  if (open && before) setRow(open, edit.changes.reduce(countChange, before.counts))
}

/** The same after its annotations have become other ones as a whole. */
export function reflectRecord(open: OpenArticle): void {
  const counts = new Map<string, number>()
  for (const { label } of open.record.annotations) counts.set(label, (counts.get(label) ?? 0) + 1)
  setRow(open, Object.fromEntries(counts))
}

type Counts = Readonly<Record<string, number>>

function setRow(open: OpenArticle, counts: Counts): void {
  const { article, record } = open
  const { articles, shown } = desk.getState()
  const before = articles.get(article.id)
  if (!before) return
  const { title, source, published } = standingOf(open).metadata
  const { status, later } = record
  const after = articles.with({ ...before, title, source, published, status, later, counts })
  desk.setState({ articles: after, shown: shown.after(after, after.placeOf(article.id)) })
}

function countChange(counts: Counts, change: Change): Counts {
  if (change.kind !== 'annotation') return counts
  const after = new Map(Object.entries(counts))
  if (change.before) after.set(change.before.label, (after.get(change.before.label) ?? 0) - 1)
  if (change.after) after.set(change.after.label, (after.get(change.after.label) ?? 0) + 1)
  return Object.fromEntries(after)
}

export const noArticles = { articles: ArticleList.empty, shown: ShownArticles.empty } as const
