import { type ActPlace, actLine } from '#shared/domain/act-sentence.ts'
import { isAct, shownLabel } from '#shared/domain/scheme.ts'
import { shortQuote } from '#shared/domain/short-quote.ts'
import type { OtherMark } from '../../../state/others.ts'

/** What another annotator's mark says, after the annotator's name: an act in a sentence, of others the label and the words. */
export function otherSentence({ annotation, by }: OtherMark, place: ActPlace): string {
  const theirs = { ...place, annotations: by.annotations, earlier: null }
  const { label, certainty, note } = annotation
  const title = shownLabel(place.scheme, label).title
  const quote = shortQuote(place.text, annotation)
  const told = isAct(place.scheme, label) && Object.keys(annotation.roles).length > 0
  return [
    told ? `${title}: ${actLine(annotation, theirs)}` : `${title} “${quote}”`,
    certainty === 'unsure' ? 'unsure' : '',
    note === undefined ? '' : `note: ${note}`,
  ]
    .filter(Boolean)
    .join(', ')
}
