import type { Span } from './span.ts'
import { VISIBLE, WHITE_SPACE } from './white-space.ts'

/**
 * The tokens of a text: words and single other characters by Unicode's rules (UAX #29), apart at white space, none of them
 * white space: what formats are made of in which marks are whole tokens, and what agreement is counted on. A file that has tokens
 * carries them, so that no reader has to cut the text as this version of Unicode's rules does.
 */
export type Token = Span

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** A line, with its end. */
const LINE = /[^\n]*\n|[^\n]+$/g
/** In UTF-16 offsets. `cuts`: offsets at which a token ends besides, sorted. */
export function tokensOf(text: string, cuts: readonly number[] = []): readonly Token[] {
  const tokens: Token[] = []
  for (const { 0: line, index: from } of text.matchAll(LINE)) {
    if (JOINING.test(line)) addTokens(tokens, line, from)
    else addByWord(tokens, line, from)
  }
  return cuts.length > 0 ? cutAt(tokens, cuts) : tokens
}

/** Accents and marks of order belong to what stands before them, even to a space. */
const JOINING = /[\p{M}\p{Cf}]/u
/** Letters are one word, and a stop, a comma or their like behind them another token: most of a text, and quick to tell. */
const PLAIN = /^[A-Za-z]+[.,;:!?]?$/

/** No rule reaches over white space but for what joins it, so that each run can be cut by itself. */
function addByWord(tokens: Token[], line: string, from: number): void {
  for (const { 0: run, index } of line.matchAll(VISIBLE)) {
    const start = from + index
    if (PLAIN.test(run)) addPlain(tokens, run, start)
    else addTokens(tokens, run, start)
  }
}

function addPlain(tokens: Token[], run: string, start: number): void {
  const end = start + run.length
  const hasStop = run.charCodeAt(run.length - 1) < FIRST_LETTER
  tokens.push({ start, end: hasStop ? end - 1 : end })
  if (hasStop) tokens.push({ start: end - 1, end })
}

const FIRST_LETTER = 'A'.charCodeAt(0)

function addTokens(tokens: Token[], part: string, from: number): void {
  for (const { segment, index } of segmenter.segment(part)) {
    const start = from + index
    if (!WHITE_SPACE.test(segment)) tokens.push({ start, end: start + segment.length })
    else if (segment !== ' ') tokens.push(...wordsOf(segment, start))
  }
}

/** The rules join an accent that stands behind a space to the space. */
const wordsOf = (segment: string, from: number): readonly Token[] =>
  Array.from(segment.matchAll(VISIBLE), ({ 0: word, index }) => ({
    start: from + index,
    end: from + index + word.length,
  }))

function cutAt(tokens: readonly Token[], cuts: readonly number[]): readonly Token[] {
  const pieces: Token[] = []
  let next = 0
  for (const { start, end } of tokens) {
    while ((cuts[next] ?? Number.POSITIVE_INFINITY) <= start) next++
    let from = start
    for (let cut = cuts[next] ?? end; cut < end; cut = cuts[++next] ?? end) {
      if (cut === from) continue
      pieces.push({ start: from, end: cut })
      from = cut
    }
    pieces.push({ start: from, end })
  }
  return pieces
}
