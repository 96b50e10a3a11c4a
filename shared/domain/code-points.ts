import { countBelow } from './count-below.ts'

/**
 * The one place where UTF-16 offsets (memory) and Unicode code point offsets (every file) meet.
 *
 * A text differs in the two units only by its surrogate pairs, so a sorted list of where the pairs begin is all the
 * map there is: a code point offset is the UTF-16 offset less the pairs that begin before it.
 */
export type CodePointMap = {
  /** UTF-16 offset to code point offset. An offset inside a pair counts as the pair's beginning. */
  readonly toCodePoint: (utf16: number) => number
  /** Code point offset to UTF-16 offset. */
  readonly toUtf16: (codePoint: number) => number
  /** Length of the text in code points. */
  readonly length: number
}

const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g

/** Builds the map of one text; its memory, and the time of a question, follow the surrogate pairs, not the length. */
export function codePointMap(text: string): CodePointMap {
  const pairs = Array.from(text.matchAll(PAIR), (match) => match.index)
  if (pairs.length === 0) {
    return { toCodePoint: (offset) => offset, toUtf16: (offset) => offset, length: text.length }
  }
  const toCodePoint = (utf16: number) => utf16 - countBelow(pairs.length, (i) => (pairs[i] as number) < utf16)
  // Pair i begins at code point `pairs[i] - i`, since each earlier pair shortened the count by one.
  const toUtf16 = (codePoint: number) =>
    codePoint + countBelow(pairs.length, (i) => (pairs[i] as number) - i < codePoint)
  return { toCodePoint, toUtf16, length: text.length - pairs.length }
}
