import { codePointMap } from '../../domain/code-points.ts'
import { type Token, tokensOf } from '../../domain/tokens.ts'
import type { DatasetArticle } from '../dataset.ts'
import { cutsOf } from './carried-marks.ts'
import { type Format, type OptionValues, optionValue } from './format.ts'
import { TOKENS_OPTION } from './tokens-option.ts'

/** An article's tokens as the option has them, with white space in between; in code points. */
export function spacedTokens(
  { text, annotations }: DatasetArticle,
  format: Format,
  options: OptionValues,
): readonly Token[] {
  const map = codePointMap(text)
  const isSplit = optionValue(format, options, TOKENS_OPTION.id) === 'split'
  return spacedTokensOf(text, isSplit ? cutsOf(annotations, map) : []).map(({ start, end }) => ({
    start: map.toCodePoint(start),
    end: map.toCodePoint(end),
  }))
}

/** What JavaScript alone takes for white space. */
const MARKS_OF_ORDER = /\ufeff+/g

/**
 * The same with white space in between as tokens, as spaCy has them: a single space behind a token is the token's, all
 * that stands there besides is a token of its own. @param cuts as in `tokensOf`.
 */
export function spacedTokensOf(text: string, cuts: readonly number[] = []): readonly Token[] {
  const spaced: Token[] = []
  let at = 0
  for (const word of [...wordsIn(text, cuts), { start: text.length, end: text.length }]) {
    if (at > 0 && text[at] === ' ') at++
    if (at < word.start) spaced.push({ start: at, end: word.start })
    if (word.start < word.end) spaced.push(word)
    at = word.end
  }
  return spaced
}

function wordsIn(text: string, cuts: readonly number[]): readonly Token[] {
  const tokens = tokensOf(text, cuts)
  const marks = Array.from(text.matchAll(MARKS_OF_ORDER), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }))
  return marks.length > 0 ? [...tokens, ...marks].sort((a, b) => a.start - b.start) : tokens
}
