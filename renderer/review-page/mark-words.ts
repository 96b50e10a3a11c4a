import type { Filler } from '#shared/domain/annotation.ts'
import type { Judgement } from '#shared/domain/review.ts'
import { attributesOf, linksOf, rolesOf, type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import { judgementWords } from '#shared/review/outcome-words.ts'
import type { ReviewDesk, ShownMark } from './review-desk.ts'

/** “Actor: the minister” */
export const markName = (
  { scheme }: { readonly scheme: Scheme },
  text: string,
  { mark }: ShownMark,
): string => `${shownLabel(scheme, mark.label).title}: ${shortQuoteOf(text, mark)}`

/** All that is said of a mark besides its label and its words, as names and values. */
export function markDetails(desk: ReviewDesk, shown: ShownMark): readonly (readonly [string, string])[] {
  const { scheme, actors } = desk.data
  const { mark, annotator } = shown
  const name = (filler: Filler) => fillerWords(desk, annotator, filler)
  const roles = rolesOf(scheme, mark.label).flatMap(({ id, title }) => {
    const fillers = Object.hasOwn(mark.roles, id) ? (mark.roles[id] ?? []) : []
    return fillers.length > 0 ? [[title, fillers.map(name).join(', ')] as const] : []
  })
  const attributes = attributesOf(scheme, mark.label).flatMap(({ id, title }) =>
    Object.hasOwn(mark.attributes, id) ? [[title, mark.attributes[id] ?? ''] as const] : [],
  )
  const links = (mark.links ?? []).map(({ kind, to }) => {
    const title = linksOf(scheme, mark.label).find(({ id }) => id === kind)?.title ?? kind
    return [title, quoteOfMark(desk, annotator, to)] as const
  })
  return [
    ...roles,
    ...attributes,
    ...links,
    ...(mark.actor === undefined ? [] : [['Means', nameIn(actors, mark.actor)] as const]),
    ...(mark.certainty === 'unsure' ? [['Certainty', 'unsure'] as const] : []),
    ...(mark.note ? [['Note', mark.note] as const] : []),
    ['Marked by', annotator],
  ]
}

/** What one reviewer says: “Bo would end it at “June” – as the act does”. */
export const saidBy = (judgement: Judgement, { data, article }: ReviewDesk): string => {
  const words = judgementWords(judgement, { text: article.text, scheme: data.scheme })
  return `${judgement.by} ${words}${judgement.reason ? ` – ${judgement.reason}` : ''}`
}

function fillerWords(desk: ReviewDesk, annotator: string, filler: Filler): string {
  if ('mention' in filler) return quoteOfMark(desk, annotator, filler.mention)
  if ('actor' in filler) return nameIn(desk.data.actors, filler.actor)
  return filler.constant === 'author' ? 'the author' : 'unknown'
}

function quoteOfMark({ article }: ReviewDesk, annotator: string, id: string): string {
  const own = article.marks.find((one) => one.annotator === annotator)?.annotations
  const mark = own?.find((one) => one.id === id)
  return mark ? `“${shortQuoteOf(article.text, mark)}”` : 'a mark that is not here'
}

const nameIn = (names: Readonly<Record<string, string>>, id: string): string =>
  (Object.hasOwn(names, id) ? names[id] : undefined) ?? id
