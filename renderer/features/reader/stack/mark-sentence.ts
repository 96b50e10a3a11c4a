import { type ActPlace, actLine } from '#shared/domain/act-sentence.ts'
import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { equalJson } from '#shared/domain/equal.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { shortQuote } from '#shared/domain/short-quote.ts'
import { spanContains, spanLength, spansEqual } from '#shared/domain/span.ts'
import { wordOver } from '#shared/domain/words.ts'

export type MarkPlace = ActPlace

/**
 * What a screen reader says when a mark is selected: "Commitment, 12 words, unsure, contains Actor Norland and 2 more,
 * inside Accusation", and who is in it if that was said. Costs no more than a few thousand characters do, however long the mark is.
 */
export function markSentence(annotation: Annotation, place: MarkPlace): string {
  const { label, certainty, fragments } = annotation
  const parts = [
    titleOf(label, place),
    wordsIn(annotation, place.text),
    fragments ? fragmentsIn(annotation) : '',
    certainty === 'unsure' ? 'unsure' : '',
    contentsOf(annotation, place),
    surroundings(annotation, place),
    Object.keys(annotation.roles).length > 0 ? actLine(annotation, place) : '',
  ]
  return parts.filter(Boolean).join(', ')
}

/** What a screen reader says when the selected mark has changed: "starts with ministers", "now Accusation". */
export function changeSentence(before: Annotation, after: Annotation, place: MarkPlace): string {
  const { text } = place
  const said = [
    before.label === after.label ? '' : `now ${titleOf(after.label, place)}`,
    before.start === after.start ? '' : `starts with ${wordAt(text, after.start, 1)}`,
    before.end === after.end ? '' : `ends with ${wordAt(text, after.end, -1)}`,
    fragmentsOf(before).length === fragmentsOf(after).length ? '' : fragmentsIn(after),
    before.certainty === after.certainty ? '' : after.certainty,
    saysTheSame(before, after) ? '' : actLine(after, place),
  ]
  return said.filter(Boolean).join(', ')
}

const saysTheSame = (before: Annotation, after: Annotation): boolean =>
  equalJson(
    [before.roles, before.attributes, before.links ?? []],
    [after.roles, after.attributes, after.links ?? []],
  )

function wordAt(text: string, offset: number, side: 1 | -1): string {
  const word = wordOver(text, side > 0 ? offset : offset - 1)
  return word ? text.slice(word.start, word.end) : text.charAt(side > 0 ? offset : offset - 1)
}

const fragmentsIn = ({ fragments }: Annotation): string =>
  fragments ? `in ${fragments.length} fragments` : 'in one piece'

/** How much of a long mark is looked into. */
const REACH = 5_000

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

function wordsIn(annotation: Annotation, text: string): string {
  let count = 0
  for (const { start, end } of fragmentsOf(annotation)) {
    if (end - start > REACH) return `more than ${REACH} characters`
    for (const { isWordLike } of segmenter.segment(text.slice(start, end))) if (isWordLike) count++
  }
  return count === 1 ? '1 word' : `${count} words`
}

function contentsOf(annotation: Annotation, place: MarkPlace): string {
  const { start, end } = annotation
  const near = place.annotations.overlapping({ start, end: Math.min(end, start + REACH) })
  const within = near.filter((other) => other.id !== annotation.id && spanContains(annotation, other))
  const [first] = within
  if (!first) return ''
  const name = `${titleOf(first.label, place)} ${shortQuote(place.text, first)}`
  if (end - start > REACH) return `contains ${name} and others`
  return within.length === 1 ? `contains ${name}` : `contains ${name} and ${within.length - 1} more`
}

/** The labels of the marks around it, the nearest first. */
function surroundings(annotation: Annotation, place: MarkPlace): string {
  const { start } = annotation
  const around = place.annotations
    .overlapping({ start, end: start + 1 })
    .filter((other) => spanContains(other, annotation) && !spansEqual(other, annotation))
    .sort((a, b) => spanLength(a) - spanLength(b))
    .map(({ label }) => titleOf(label, place))
  return around.length > 0 ? `inside ${around.join(', inside ')}` : ''
}

const titleOf = (label: string, { scheme }: MarkPlace): string => shownLabel(scheme, label).title
