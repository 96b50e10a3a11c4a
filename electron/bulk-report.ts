import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { Sort } from './bulk-putting.ts'
import type { ArticleEdit } from './library/bulk-file.ts'

/** What was found of one of many edits. */
export type Found = { readonly one: ArticleEdit; readonly sort: Sort }

export const articlesOf = (found: readonly Found[], sort: Sort): readonly string[] => [
  ...new Set(found.flatMap(({ one, sort: is }) => (is === sort ? (one.articleId ?? []) : []))),
]

export const reportOf = (found: readonly Found[]): BulkReport => ({
  articles: articlesOf(found, 'done').length,
  annotations: found.reduce((sum, { one, sort }) => sum + (sort === 'done' ? one.edit.changes.length : 0), 0),
  left: [...new Set(found.flatMap(({ one, sort }) => (sort === 'left' ? nameOf(one) : [])))],
})

/** What is of no article is called by where it lies. */
const nameOf = ({ articleId, annotator }: ArticleEdit): string =>
  articleId ?? (annotator === undefined ? 'glosswright.json' : `annotators/${annotator}`)
