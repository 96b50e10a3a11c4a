import type { Span } from './span.ts'

/** What is white space here, or in Python, where U+001C to U+001F and U+0085 are: what readers of tokens may split at. */
// biome-ignore-start lint/suspicious/noControlCharactersInRegex: Python takes them for white space.
export const WHITE_SPACE = /[\s\u001c-\u001f\u0085]/u
/** Runs of anything else. */
export const VISIBLE = /[^\s\u001c-\u001f\u0085]+/gu
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: Python takes them for white space.

/** True for a character of one UTF-16 unit that is white space; no other is. */
export const isWhiteSpace = (character: string): boolean => WHITE_SPACE.test(character)

/** `span` without the white space at its edges; empty when there is nothing else in it. UTF-16 offsets. */
export function withoutWhiteEdges(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && isWhiteSpace(text.charAt(from))) from++
  while (to > from && isWhiteSpace(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

/** True for words that begin or end with white space. */
export const hasWhiteEdges = (words: string): boolean =>
  isWhiteSpace(words.charAt(0)) || isWhiteSpace(words.charAt(words.length - 1))
