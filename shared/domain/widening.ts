import { snapToWords } from './snapping.ts'
import { hullOf, isEmptySpan, type Span, spanContains, spansEqual } from './span.ts'
import { nextEnd, unitAfter, unitBefore } from './units.ts'
import { wholeGraphemes, wordAt } from './words.ts'

/** The smallest of word, clause, sentence and paragraph around `span` that holds more than it; undefined when none does. */
export function widened(text: string, span: Span): Span | undefined {
  return [wordsAround, clausesAround, sentencesAround, paragraphsAround]
    .flatMap((around) => around(text, span) ?? [])
    .map((wider) => wholeGraphemes(text, wider))
    .find((wider) => spanContains(wider, span) && !spansEqual(wider, span))
}

function wordsAround(text: string, span: Span): Span | undefined {
  return isEmptySpan(span) ? wordAt(text, span.start) : snapToWords(text, span)
}

function sentencesAround(text: string, span: Span): Span | undefined {
  return unitsAround(text, span, 'sentence')
}

/** Paragraphs whole, their last stop included: who widens so far means the paragraph and not an act in it. */
const paragraphsAround = (text: string, span: Span): Span | undefined => unitsAround(text, span, 'paragraph')

/** `span` with all of the units that it touches; undefined when it touches none. */
function unitsAround(text: string, span: Span, unit: 'sentence' | 'paragraph'): Span | undefined {
  const first = unitAfter(text, span.start, unit)
  const last = unitBefore(text, span.end, unit)
  const touched = [first, last].filter((one) => one && one.start <= span.end && one.end >= span.start)
  return touched.length > 0 ? hullOf([span, ...(touched as Span[])]) : undefined
}

/** The punctuation at which a clause ends: only where white space shows that it is no part of a number or a word. */
const BREAK = /[,;:](?=\s)|[、，；：]|\s[—–-]+\s|[—–]|[()“”„«»]|"/gu

/** `span` with all up to the nearest punctuation on both sides, within its sentences. */
function clausesAround(text: string, span: Span): Span | undefined {
  const limits = unitsAround(text, span, 'sentence')
  if (!limits) return undefined
  const before = Array.from(text.slice(limits.start, span.start).matchAll(BREAK), breakEnd).at(-1) ?? 0
  const after = text.slice(span.end, limits.end).search(BREAK)
  const clause = {
    start: limits.start + before,
    end: after < 0 ? limits.end : span.end + after,
  }
  return hullOf([span, snapToWords(text, clause)])
}

/** Where the clause at `offset` ends, or the next one where it ends there; a clause ends with its sentence at the latest. */
export function clauseEndAfter(text: string, offset: number): number {
  const sentenceEnd = nextEnd(text, offset, 'sentence')
  for (const { index } of text.slice(offset, sentenceEnd).matchAll(BREAK)) {
    const { end } = snapToWords(text, { start: offset, end: offset + index })
    if (end > offset) return wholeGraphemes(text, { start: end, end }).end
  }
  return sentenceEnd
}

const breakEnd = (match: RegExpMatchArray): number => (match.index ?? 0) + match[0].length
