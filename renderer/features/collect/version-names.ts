import type { ArticleSummary } from '#shared/domain/article.ts'
import { shownDate } from '#shared/domain/partial-date.ts'
import type { VersionRow } from '#shared/ipc/versions.ts'

type ArticleOf = (id: string) => ArticleSummary | undefined

/** What newer versions are called where one of them is chosen: by title, and by whatever tells them apart. */
export function versionNames(rows: readonly VersionRow[], articleOf: ArticleOf): readonly string[] {
  const names = rows.map((row) => nameOf(row, articleOf(row.laterId)))
  return names.map((name, i) => (isAlone(names, name) ? name : `${name} · ${rows[i]?.laterId}`))
}

const isAlone = (names: readonly string[], name: string): boolean =>
  names.indexOf(name) === names.lastIndexOf(name)

function nameOf({ laterTitle }: VersionRow, article: ArticleSummary | undefined): string {
  return [
    laterTitle,
    article?.source,
    article?.published && shownDate(article.published),
    article?.later && 'itself an earlier version',
  ]
    .filter(Boolean)
    .join(' · ')
}
