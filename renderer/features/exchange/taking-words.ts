import { counted } from '#shared/domain/counted.ts'
import type { BroughtChoices, BroughtPreview } from '#shared/ipc/exchange.ts'

type Found = Pick<BroughtPreview, 'articles' | 'labels' | 'refused'>
type Taking = Pick<BroughtChoices, 'labels' | 'takesTexts' | 'from'>
type Article = BroughtPreview['articles'][number]

/** An article has a place where its annotations go. */
const hasPlace = (match: BroughtPreview['articles'][number]['match'], takesTexts: boolean): boolean =>
  match !== 'none' && (match !== 'new' || takesTexts)

const isFrom = ({ annotator }: Article, from: Taking['from']): boolean =>
  from === null || (annotator !== null && from.includes(annotator))

/** Several annotators may have worked on the same. */
export const countOf = (articles: readonly Article[]): number =>
  new Set(articles.map(({ articleId, name }) => articleId ?? ` ${name}`)).size

/**
 * What taking will do, as its button says it. Which labels stand in which article is not known before, so that where both
 * leave something out the number is the most that it can be.
 */
export function takingWords({ articles, labels }: Found, { labels: as, takesTexts, from }: Taking): string {
  const placed = articles.filter((one) => isFrom(one, from) && hasPlace(one.match, takesTexts))
  const inPlace = placed.reduce((sum, { annotations }) => sum + annotations, 0)
  const meant = labels.filter(({ label }) => as[label] != null).reduce((sum, { count }) => sum + count, 0)
  const all = labels.reduce((sum, { count }) => sum + count, 0)
  const count = Math.min(inPlace, meant)
  const isAtMost = meant < all && inPlace < all
  const texts = takesTexts ? countOf(placed.filter(({ match }) => match === 'new')) : 0
  const made = texts === 0 ? '' : `, ${texts.toLocaleString('en')} of them new`
  return `Take ${isAtMost ? 'at most ' : ''}${counted(count, 'annotation')} on ${counted(countOf(placed), 'article')}${made}`
}

/** Why nothing can be taken yet; null where it can. */
export function takingFault(found: Found, choices: BroughtChoices): string | null {
  const { articles, labels, refused } = found
  if (articles.length === 0) return 'Nothing in it can be taken.'
  if (refused.length > 0 && !choices.isPartial)
    return 'Some of it was refused. Nothing is taken unless you say that the good ones shall be.'
  if (choices.from?.length === 0) return 'Say first whose annotations shall be taken.'
  const unsaid = labels.filter(({ label }) => choices.labels[label] === null)
  if (labels.length > 0 && unsaid.length === labels.length) return 'Say first what the labels are here.'
  if (!articles.some((one) => isFrom(one, choices.from) && hasPlace(one.match, choices.takesTexts)))
    return 'None of it has an article here.'
  if (choices.as.kind === 'annotator' && choices.as.name.trim() === '')
    return 'Say first who the annotator is.'
  return null
}

export const MATCH_WORDS = {
  hash: 'the very text, by its hash',
  text: 'the very text',
  words: 'the same words; white space differs',
  reanchored: 'a text that differs; each annotation was looked for in it',
  new: 'no article here yet; its text came along',
  none: 'no article here, and no text came along',
} as const satisfies Record<BroughtPreview['articles'][number]['match'], string>
