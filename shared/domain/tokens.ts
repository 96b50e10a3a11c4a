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
    for (const { segment, index } of segmenter.segment(line)) {
      const start = from + index
      if (!WHITE_SPACE.test(segment)) tokens.push({ start, end: start + segment.length })
      else if (segment !== ' ') tokens.push(...wordsOf(segment, start))
    }
  }
  return cuts.length > 0 ? cutAt(tokens, cuts) : tokens
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
