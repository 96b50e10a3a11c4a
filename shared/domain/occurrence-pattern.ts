import { escapePattern, isInWord } from './find.ts'
import { isFunctionWord } from './name-neighbours.ts'
import type { Span } from './span.ts'

/** Any white space that ends no line: a name does not run on over a line break. */
const SPACE = '[^\\S\\n\\v\\f\\r\\u2028\\u2029]+'
const APOSTROPHES = "'’ʼ"
/** A character with the accents that are put on it. */
const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu

/**
 * The source of a pattern that finds `form` in its own case: its spaces are any white space within a line, its apostrophes
 * any, its accented letters in one character or in several. One of the little words that it begins with, “the two sides”,
 * may begin a sentence. What it matches is text as it stands, so offsets are right.
 */
export function patternOf(form: string): string {
  const [first, ...rest] = form.trim().replace(/\s+/gu, ' ').normalize('NFC').match(CLUSTERS) ?? []
  if (first === undefined) return '(?!)'
  const start = isFunctionWord(form.trim().split(/\s/u)[0] as string)
    ? `(?:${patternOfCluster(first.toLowerCase())}|${patternOfCluster(first.toUpperCase())})`
    : patternOfCluster(first)
  return start + rest.map(patternOfCluster).join('')
}

function patternOfCluster(cluster: string): string {
  if (cluster === ' ') return SPACE
  if (APOSTROPHES.includes(cluster)) return `[${APOSTROPHES}]`
  const variants = [...new Set([cluster, cluster.normalize('NFD')])].map(escapePattern)
  return variants.length === 1 ? (variants[0] as string) : `(?:${variants.join('|')})`
}

/** Hyphens and dashes without a space, and what else makes one word of two, an address or a handle. */
const JOINERS = '-‐‑‒–−\u00ad/\\_&@#'

/** Whether the words in `span` stand for themselves: whole, the last stop of an initialism included, and joined to nothing but a possessive ’s. */
export function standsAlone(text: string, { start, end }: Span): boolean {
  const [first, last] = [characterAt(text, start), characterBefore(text, end)]
  if (isInWord(first) && isInWord(characterBefore(text, start))) return false
  if ((isInWord(last) || last === '.') && isInWord(characterAt(text, end))) return false
  if (characterAt(text, end) === '.' && /\.\p{L}$/u.test(text.slice(start, end))) return false
  return !isJoinedBefore(text, start) && !isJoinedBehind(text, end)
}

function isJoinedBefore(text: string, start: number): boolean {
  const before = characterBefore(text, start)
  if (before === '') return false
  if (before === '.' || JOINERS.includes(before)) return true
  return APOSTROPHES.includes(before) && isInWord(characterBefore(text, start - 1))
}

const POSSESSIVE = /^['’ʼ]s$/iu

function isJoinedBehind(text: string, end: number): boolean {
  const behind = characterAt(text, end)
  if (behind === '') return false
  if (JOINERS.includes(behind)) return true
  if (!`.${APOSTROPHES}`.includes(behind) || !isInWord(characterAt(text, end + 1))) return false
  const isPossessive =
    POSSESSIVE.test(text.slice(end, end + 2)) &&
    !isInWord(characterAt(text, end + 2)) &&
    !isJoinedBehind(text, end + 2)
  return !isPossessive
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset)
  return code === undefined ? '' : String.fromCodePoint(code)
}

const characterBefore = (text: string, offset: number): string =>
  Array.from(text.slice(Math.max(0, offset - 2), offset)).at(-1) ?? ''
