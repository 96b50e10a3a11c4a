import type { Span } from './span.ts'

/**
 * Word and grapheme boundaries by Unicode's rules (UAX #29, through Intl.Segmenter). Whether there is a boundary can
 * depend on everything before it up to the last line feed (runs of flags, languages written without spaces), so what is
 * looked at is the line; of a line too long to be looked at whole, what is within reach.
 */
const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

type Segment = Span & { readonly isWord: boolean }

/** The segment that holds the character at `offset`, or undefined behind the last one. */
function segmentAt(segmenter: Intl.Segmenter, text: string, offset: number): Segment | undefined {
  if (offset < 0 || offset >= text.length) return undefined
  const { from, segments } = segmentsFrom(segmenter, text, offset)
  const found = segments.containing(offset - from)
  if (!found) return undefined
  const start = from + found.index
  return { start, end: start + found.segment.length, isWord: found.isWordLike ?? false }
}

/** The line of `offset`, as far as it is within reach, in segments; `from` is the offset of its first character. */
function segmentsFrom(segmenter: Intl.Segmenter, text: string, offset: number) {
  const from = reachBack(text, offset)
  const feed = text.slice(offset, offset + REACH).indexOf('\n')
  const line = text.slice(from, feed < 0 ? offset + REACH : offset + feed + 1)
  return { from, segments: segmenter.segment(line) }
}

const REACH = 4_000

function reachBack(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - REACH), offset)
  const feed = before.lastIndexOf('\n')
  if (feed >= 0 || offset <= REACH) return offset - before.length + feed + 1
  // A space before a letter is a boundary, whatever comes before the space.
  const space = before.search(/\s(?=[\p{L}\p{N}])/u)
  const from = offset - before.length + space + 1
  return isLowSurrogate(text, from) ? from - 1 : from
}

const isLowSurrogate = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00

const isSpace = (text: string, index: number): boolean => /\s/u.test(text.charAt(index))

/** The word at a caret: the one it stands in, else the one it stands right behind. */
export function wordAt(text: string, offset: number): Span | undefined {
  for (const at of [offset, offset - 1]) {
    const word = wordOver(text, at)
    if (word) return word
  }
  return undefined
}

/**
 * The first word that ends behind `offset`. What lies between words is gone through piece by piece, a line being cut into
 * pieces once for all of them that are within reach.
 */
export function wordAfter(text: string, offset: number): Span | undefined {
  let at = Math.max(0, offset)
  while (at < text.length) {
    const { from, segments } = segmentsFrom(words, text, at)
    for (let piece = segments.containing(at - from); piece; piece = segments.containing(at - from)) {
      const word = wordIn(piece, text, at)
      if (word) return word
      at = from + piece.index + piece.segment.length
    }
  }
  return undefined
}

/** The last word that begins before `offset`. */
export function wordBefore(text: string, offset: number): Span | undefined {
  let at = Math.min(text.length, offset)
  while (at > 0) {
    const { from, segments } = segmentsFrom(words, text, at - 1)
    while (at > from) {
      const piece = segments.containing(at - 1 - from) as Intl.SegmentData
      const word = wordIn(piece, text, at - 1)
      if (word) return word
      at = from + piece.index
    }
  }
  return undefined
}

/** The stop of an initialism is no word by itself. */
const wordIn = ({ isWordLike, segment }: Intl.SegmentData, text: string, offset: number): Span | undefined =>
  isWordLike || segment.startsWith('.') ? wordOver(text, offset) : undefined

/** The whole character that holds the UTF-16 unit at `offset`. */
export function graphemeOver(text: string, offset: number): Span | undefined {
  const found = segmentAt(graphemes, text, offset)
  return found && { start: found.start, end: found.end }
}

/** The word that holds the character at `offset`, undefined where that is no word's. */
export function wordOver(text: string, offset: number): Span | undefined {
  const segment = segmentAt(words, text, offset)
  return (
    initialismOver(text, offset) ?? (segment?.isWord ? { start: segment.start, end: segment.end } : undefined)
  )
}

const INITIALISM = /(?<=^|[\s("“[/–—-])(?:\p{L}\.){2,}(?![\p{L}\p{N}\p{M}\p{Cf}])/gu
const INITIALISM_REACH = 20

/** “U.S.” and its like are one word to a reader; to Unicode’s rules its last stop is none, and to Chromium’s no stop is. */
function initialismOver(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - INITIALISM_REACH)
  for (const match of text.slice(from, offset + INITIALISM_REACH).matchAll(INITIALISM)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length }
    const isCut = match.index === 0 && from > 0
    if (!isCut && span.start <= offset && offset < span.end) return span
  }
  return undefined
}

/** Whether `span` begins or ends in the midst of a word; a possessive ’s may be left out. */
export function cutsWord(text: string, { start, end }: Span): boolean {
  const [first, last] = [wordOver(text, start), wordOver(text, end - 1)]
  const rest = last ? text.slice(end, last.end) : ''
  return (first !== undefined && first.start < start) || (rest !== '' && !/^['’]s?$/iu.test(rest))
}

/** `span` without the white space at its edges; empty when there is nothing else in it. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return { start: from, end: to }
}

/** The grapheme boundaries nearest outside `span`, so that it never cuts an emoji, a combining sequence or CR LF. */
export function wholeGraphemes(text: string, { start, end }: Span): Span {
  return { start: graphemeEdge(text, start, -1), end: graphemeEdge(text, end, 1) }
}

function graphemeEdge(text: string, offset: number, direction: -1 | 1): number {
  const found = segmentAt(graphemes, text, offset)
  if (!found || found.start === offset) return offset
  return direction > 0 ? found.end : found.start
}
