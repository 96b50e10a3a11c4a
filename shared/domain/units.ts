import { sentenceCore, sentencesNear } from './sentences.ts'
import type { Span } from './span.ts'
import { graphemeOver, trimSpan, wholeGraphemes, wordAfter, wordBefore } from './words.ts'

/**
 * What a text is gone through by. Between words, sentences and paragraphs lies what belongs to none of them: white space,
 * and around a sentence its stop and its quotes. Characters (graphemes, as a reader sees them) leave nothing out.
 */
export type Unit = 'character' | 'word' | 'sentence' | 'paragraph'

/** The first unit of a text that ends behind `offset`. */
export function unitAfter(text: string, offset: number, unit: Unit): Span | undefined {
  if (unit === 'character') return graphemeOver(text, offset)
  if (unit === 'word') return wordAfter(text, offset)
  for (let at = offset; at <= text.length; at = lineEndAt(text, at) + 1) {
    const found = unitsNear(text, at, unit).find(({ end }) => end > offset)
    if (found) return found
  }
  return undefined
}

/** The last unit of a text that begins before `offset`. */
export function unitBefore(text: string, offset: number, unit: Unit): Span | undefined {
  if (unit === 'character') return graphemeOver(text, offset - 1)
  if (unit === 'word') return wordBefore(text, offset)
  for (let at = offset; at >= 0; at = lineStartAt(text, at) - 1) {
    const found = unitsNear(text, at, unit).findLast(({ start }) => start < offset)
    if (found) return found
  }
  return undefined
}

/** The nearest end of a unit behind `offset`, or else the text's. */
export const nextEnd = (text: string, offset: number, unit: Unit): number =>
  roundUp(text, unitAfter(text, offset, unit)?.end ?? text.length)

/** The nearest start of a unit before `offset`, or else the text's. */
export const previousStart = (text: string, offset: number, unit: Unit): number =>
  roundDown(text, unitBefore(text, offset, unit)?.start ?? 0)

/** The nearest start of a unit behind `offset`, or else the text's end. */
export function nextStart(text: string, offset: number, unit: Unit): number {
  const here = unitAfter(text, offset, unit)
  // Of words that touch (as in Chinese) the next begins where this one ends.
  const next = here && here.start <= offset ? unitAfter(text, here.end, unit) : here
  return roundUp(text, next?.start ?? text.length)
}

/** The nearest end of a unit before `offset`, or else the text's start. */
export function previousEnd(text: string, offset: number, unit: Unit): number {
  const here = unitBefore(text, offset, unit)
  const before = here && here.end >= offset ? unitBefore(text, here.start, unit) : here
  return roundDown(text, before?.end ?? 0)
}

/** Where marks join what a reader sees as one character, words may begin and end in the midst of it. */
const roundUp = (text: string, offset: number): number =>
  wholeGraphemes(text, { start: offset, end: offset }).end
const roundDown = (text: string, offset: number): number =>
  wholeGraphemes(text, { start: offset, end: offset }).start

const unitsNear = (text: string, offset: number, unit: 'sentence' | 'paragraph'): readonly Span[] =>
  unit === 'sentence'
    ? sentencesNear(text, offset).map((sentence) => sentenceCore(text, sentence))
    : paragraphAt(text, offset)

/** The line that holds `offset`, unless it is blank. */
function paragraphAt(text: string, offset: number): readonly Span[] {
  const span = trimSpan(text, { start: lineStartAt(text, offset), end: lineEndAt(text, offset) })
  return span.end > span.start ? [span] : []
}

export const lineStartAt = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1

export function lineEndAt(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset)
  return feed < 0 ? text.length : feed
}
