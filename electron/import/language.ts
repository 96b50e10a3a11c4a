import { eld } from 'eld/extrasmall'
import type { FoundValue } from '#shared/cleaning/found-metadata.ts'
import type { Boilerplate } from '#shared/domain/boilerplate.ts'

/** A shorter text may be of any language that shares its names. */
const SHORTEST = 200
const ENOUGH = 6_000

/** The language of the article's own words, as ISO 639-1; null where it is not certain. */
export function languageOf(text: string, boilerplate: readonly Boilerplate[]): FoundValue | null {
  const words = ownWords(text, boilerplate)
  if (words.length < SHORTEST) return null
  const found = eld.detect(words)
  if (!found.language || !found.isReliable()) return null
  const score = found.getScores()[found.language] ?? 0
  return {
    value: found.language,
    evidence: { from: 'text', span: null, certainty: Math.round(100 * Math.min(1, score)) },
  }
}

function ownWords(text: string, boilerplate: readonly Boilerplate[]): string {
  const pieces: string[] = []
  let from = 0
  let length = 0
  for (const { start, end } of [...boilerplate, { start: text.length, end: text.length }]) {
    const piece = text
      .slice(from, start)
      .slice(0, ENOUGH - length)
      .trim()
    if (piece) pieces.push(piece)
    length += piece.length
    from = Math.max(from, end)
    if (length >= ENOUGH) break
  }
  return pieces.join('\n')
}
