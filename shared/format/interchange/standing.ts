import { type CodePointMap, codePointMap } from '../../domain/code-points.ts'
import { shortQuote } from '../../domain/short-quote.ts'
import type { ReadAnnotation, ReadArticle, ReadEvent } from './adapter.ts'
import { refused, spanFaultIn } from './read-values.ts'

/** What keeps annotations with offsets in code points from standing in a text, as a sentence; null where nothing does. */
export type StandingFault = (annotation: ReadAnnotation) => string | null

export function standingIn(text: string, map: CodePointMap = codePointMap(text)): StandingFault {
  return (annotation) => {
    const pieces = annotation.fragments ?? []
    const fault = [annotation, ...pieces]
      .map((span) => quoteFault(span, text, map))
      .find((one) => one !== null)
    return fault ?? piecesFault(annotation)
  }
}

/** An article with those of its marks that can stand in its text; each of the others is refused by itself. */
export function standingOnly(read: ReadArticle, text: string): readonly ReadEvent[] {
  const faultOf = markFaults(text)
  const faults = read.annotations.map(faultOf)
  const refusals = faults.flatMap((fault) => (fault === null ? [] : [refused(read, fault)]))
  return [...refusals, { ...read, annotations: read.annotations.filter((_, i) => faults[i] === null) }]
}

/** What is wrong with one mark after the other of a record. */
function markFaults(text: string): StandingFault {
  const faultOf = standingIn(text)
  const ids = new Set<string>()
  return (mark) => {
    const fault = faultOf(mark)
    if (fault) return `The mark “${mark.label}” cannot stand in its text. ${fault}`
    const isTwice = mark.id !== undefined && ids.has(mark.id)
    if (mark.id !== undefined) ids.add(mark.id)
    return isTwice ? `Two marks have the id “${mark.id}”; the second is refused.` : null
  }
}

/** Of an annotation whose text is not at hand: what can be seen of its offsets alone. */
export function offsetsFault(annotation: ReadAnnotation): string | null {
  const spans = [annotation, ...(annotation.fragments ?? [])]
  const faults = spans.map((span) => spanFaultIn(span, Number.MAX_SAFE_INTEGER))
  return faults.find((one) => one !== null) ?? piecesFault(annotation)
}

type Quoted = { readonly start: number; readonly end: number; readonly text?: string }

function quoteFault({ start, end, text: quote }: Quoted, text: string, map: CodePointMap): string | null {
  const fault = spanFaultIn({ start, end }, map.length)
  if (fault) return fault
  const there = text.slice(map.toUtf16(start), map.toUtf16(end))
  if (quote === undefined || quote === there) return null
  const short = (words: string): string => shortQuote(words, { start: 0, end: words.length })
  return `It says “${short(quote)}”, but characters ${start} to ${end} of the text are “${short(there)}”.`
}

function piecesFault({ start, end, fragments }: ReadAnnotation): string | null {
  if (!fragments) return null
  const areApart = fragments.every((one, i) => i === 0 || (fragments[i - 1]?.end ?? 0) <= one.start)
  const isWhole = fragments[0]?.start === start && fragments.at(-1)?.end === end
  return areApart && isWhole && fragments.length > 1
    ? null
    : 'Its pieces overlap, are out of order or do not reach its ends.'
}
