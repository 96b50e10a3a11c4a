import { sentenceCore } from './sentences.ts'
import { snapToWords } from './snapping.ts'
import { isEmptySpan, type Span, spanContains, spansEqual } from './span.ts'
import { nextEnd, unitAfter } from './units.ts'
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
  const hull = unitsAround(text, span, 'sentence')
  return hull && covering(sentenceCore(text, hull), span)
}

/** Paragraphs whole, their last stop included: who widens so far means the paragraph and not an act in it. */
const paragraphsAround = (text: string, span: Span): Span | undefined => unitsAround(text, span, 'paragraph')

/** From the unit at `span`'s start to the one at its end. */
function unitsAround(text: string, { start, end }: Span, unit: 'sentence' | 'paragraph'): Span | undefined {
  const first = unitAfter(text, start, unit)
  if (!first) return undefined
  return { start: Math.min(first.start, start), end: nextEnd(text, Math.max(start, end - 1), unit) }
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
  return covering(snapToWords(text, clause), span)
}

const breakEnd = (match: RegExpMatchArray): number => (match.index ?? 0) + match[0].length

const covering = (a: Span, b: Span): Span => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
})
