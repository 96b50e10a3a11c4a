import type { FoundArticle, FoundOccurrence } from '#shared/domain/found-occurrences.ts'
import { RISKS, type Risk } from '#shared/domain/occurrence-risk.ts'

/** Occurrences of one form that have the same risk. */
export type Group = {
  /** Which of them this is, and no white space: part of an element’s id. */
  readonly id: string
  readonly form: string
  readonly risk: Risk
  readonly found: readonly FoundOccurrence[]
}

/** A row of the preview: a group's head, or one of the occurrences below it. */
export type Row =
  | { readonly kind: 'group'; readonly group: Group }
  | {
      readonly kind: 'occurrence'
      readonly group: Group
      readonly occurrence: FoundOccurrence
      readonly article: FoundArticle
    }

/** One occurrence in its article. */
type Place = { readonly occurrence: FoundOccurrence; readonly article: FoundArticle }

/** All that was found, by form in their order, what is safe of each first. */
export function rowsOf(articles: readonly FoundArticle[], forms: readonly string[]): readonly Row[] {
  const places = placesIn(articles)
  return forms.flatMap((form, index) =>
    RISKS.flatMap((risk) => groupRows({ id: `${risk}-${index}`, form, risk }, places.get(keyOf(form, risk)))),
  )
}

function placesIn(articles: readonly FoundArticle[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const article of articles)
    for (const occurrence of article.found) {
      const key = keyOf(occurrence.form, occurrence.risk)
      const known = places.get(key)
      if (known) known.push({ occurrence, article })
      else places.set(key, [{ occurrence, article }])
    }
  return places
}

function groupRows(head: Omit<Group, 'found'>, places: readonly Place[] = []): readonly Row[] {
  if (places.length === 0) return []
  const group = { ...head, found: places.map(({ occurrence }) => occurrence) }
  return [
    { kind: 'group', group },
    ...places.map((place) => ({ kind: 'occurrence', group, ...place }) as const),
  ]
}

const keyOf = (form: string, risk: Risk): string => `${risk} ${form}`

/** What of some occurrences is chosen. */
export function ticked(
  some: readonly FoundOccurrence[],
  chosen: ReadonlySet<FoundOccurrence>,
): boolean | 'mixed' {
  const count = some.reduce((sum, one) => sum + (chosen.has(one) ? 1 : 0), 0)
  if (count === 0) return false
  return count === some.length || 'mixed'
}

/** Names a row as long as the preview is shown. */
export const rowKey = (row: Row): string =>
  row.kind === 'group' ? row.group.id : `${row.article.articleId}-${row.occurrence.start}`
