import type { Span } from './span.ts'

/**
 * Word boundaries by Unicode's rules (UAX #29, through Intl.Segmenter), looked at in a window around an offset so that
 * the cost does not grow with the text.
 */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
const WINDOW = 200

type Word = Span & { readonly isWord: boolean }

/** The segment that holds the character at `offset`, or undefined behind the last one. */
function segmentAt(text: string, offset: number): Word | undefined {
  if (offset < 0 || offset >= text.length) return undefined
  const from = windowStart(text, offset)
  const found = segmenter.segment(text.slice(from, offset + WINDOW)).containing(offset - from)
  if (!found) return undefined
  const start = from + found.index
  return { start, end: start + found.segment.length, isWord: found.isWordLike ?? false }
}

/** Begins the window behind a white space where there is one, so that no word is cut in two. */
function windowStart(text: string, offset: number): number {
  const earliest = Math.max(0, offset - WINDOW)
  for (let at = offset - 1; at > earliest; at--) if (isSpace(text, at)) return at
  return earliest
}

const isSpace = (text: string, index: number): boolean => /\s/u.test(text.charAt(index))

/** The word at a caret: the one it stands in, else the one it stands right behind. */
export function wordAt(text: string, offset: number): Span | undefined {
  for (const at of [offset, offset - 1]) {
    const segment = segmentAt(text, at)
    if (segment?.isWord) return { start: segment.start, end: segment.end }
  }
  return undefined
}

/** `span` without the white space at its edges; empty when there is nothing else in it. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return { start: from, end: to }
}

const EDGE = /[\s,;:'"‘’“”«»‹›‚„]/u
const POSSESSIVE = /['’]s$/iu

/**
 * What an analyst means by a loose drag: words that are touched become whole; white space, quotes, commas and a
 * possessive `’s` at the edges fall away. Empty when the span touches no word.
 */
export function snapToWords(text: string, span: Span): Span {
  let { start, end } = trimEdges(text, span)
  if (start >= end) return { start, end }
  const first = segmentAt(text, start)
  const last = segmentAt(text, end - 1)
  if (first?.isWord) start = first.start
  if (last?.isWord) end = last.end
  if (POSSESSIVE.test(text.slice(start, end)) && end - start > 2) end -= 2
  return { start, end }
}

function trimEdges(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && EDGE.test(text.charAt(from))) from++
  while (to > from && EDGE.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

/** The grapheme boundaries nearest outside `span`, so that it never cuts an emoji, a combining sequence or CR LF. */
export function wholeGraphemes(text: string, { start, end }: Span): Span {
  return { start: graphemeEdge(text, start, -1), end: graphemeEdge(text, end, 1) }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function graphemeEdge(text: string, offset: number, direction: -1 | 1): number {
  const from = windowStart(text, offset)
  const found = graphemes.segment(text.slice(from, offset + WINDOW)).containing(offset - from)
  if (!found || from + found.index === offset) return offset
  return from + found.index + (direction > 0 ? found.segment.length : 0)
}
