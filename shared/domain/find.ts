import type { Span } from './span.ts'

export type FindOptions = {
  readonly wholeWord: boolean
  readonly matchCase: boolean
  /** The query is a regular expression: see find-pattern.ts. */
  readonly isPattern: boolean
}

export const plainFind: FindOptions = { wholeWord: false, matchCase: false, isPattern: false }

/** What was found, in reading order and without overlaps. */
export type Found = {
  readonly matches: readonly Span[]
  /** There are more than the `FIND_LIMIT` that are given. */
  readonly hasMore: boolean
}

export const FIND_LIMIT = 10_000
export const nothingFound: Found = { matches: [], hasMore: false }

/**
 * Where the words of `query` occur in `text`. White space in the query matches any white space, a line break too, since
 * articles are full of odd spaces.
 *
 * A match is exactly what was asked for, so that every occurrence is found and counted: it may end before a combining
 * accent or within an emoji of several characters. Who selects or marks a match takes whole graphemes of it.
 */
export function findInText(text: string, query: string, options: FindOptions = plainFind): Found {
  const pattern = wordsPattern(query, options)
  return pattern ? collect(text, pattern) : nothingFound
}

/** The regular expression that finds the words of `query`; null when there are none. */
export function wordsPattern(query: string, options: FindOptions = plainFind): RegExp | null {
  const wanted = query.trim()
  if (!wanted) return null
  const source = wanted.split(/\s+/u).map(escapePattern).join('\\s+')
  return new RegExp(options.wholeWord ? asWholeWord(wanted, source) : source, flagsFor(options))
}

export const flagsFor = ({ matchCase }: FindOptions): string => (matchCase ? 'gu' : 'giu')

/** All that `pattern`, which is global, finds, up to the limit. Matches of nothing are left out. */
export function collect(text: string, pattern: RegExp): Found {
  const matches: Span[] = []
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (found === '') continue
    if (matches.length === FIND_LIMIT) return { matches, hasMore: true }
    matches.push({ start: index, end: index + found.length })
  }
  return { matches, hasMore: false }
}

/** Scripts that put no spaces between words, so that nobody sees where one ends: there every edge will do. */
const UNSPACED = ['Han', 'Hiragana', 'Thai', 'Lao', 'Khmer', 'Myanmar']

/**
 * A character that goes on with a word: letters, accents, digits and what joins them, of every script (the `\w` of
 * Unicode's UTS #18, where JavaScript's knows ASCII alone).
 */
const IN_WORD = `(?:(?![${UNSPACED.map((name) => `\\p{sc=${name}}`).join('')}])[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Join_Control}])`

/** A place that is not in the midst of a word. */
export const WORD_EDGE = `(?:(?<!${IN_WORD})|(?!${IN_WORD}))`

/** Looks at the edges last: the engine then goes straight to where the words are, and a book takes no longer. */
function asWholeWord(wanted: string, source: string): string {
  const characters = [...wanted]
  const before = isInWord(characters[0]) ? `(?<!${IN_WORD}${source})` : ''
  const behind = isInWord(characters.at(-1)) ? `(?!${IN_WORD})` : ''
  return `${source}${behind}${before}`
}

const inWord = new RegExp(IN_WORD, 'u')
/** Whether a character goes on with a word; in scripts without spaces between words none does. */
export const isInWord = (character = ''): boolean => inWord.test(character)

/** A pattern's source that matches `literal` as it is. */
export const escapePattern = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
