import type { Annotation } from '#shared/domain/annotation.ts'
import { compareText } from '#shared/domain/compare-text.ts'
import type { CodedArticle } from './coded-article.ts'
import { HASH_START, hashEnd, hashWith } from './random.ts'

/** What γ knows of a mark: the hull of its fragments, and which label it has, labels being numbered. */
export type Unit = { readonly start: number; readonly end: number; readonly label: number }

/**
 * What several annotators marked in one text, in an order that follows from the marks alone: not from what annotators and
 * labels are called, nor from who comes first. So the random numbers that are drawn for it, and the alignment that is
 * searched for, are the same for the same marks.
 */
export type Continuum = {
  readonly length: number
  /** By annotator, sorted by start; an annotator who marked nothing is one with no units. */
  readonly annotators: readonly (readonly Unit[])[]
}

export function continuumOf({ length, coders }: CodedArticle): Continuum {
  const sorted = coders.map(({ marks }) => marks.toSorted((a, b) => a.start - b.start || a.end - b.end))
  const numbers = labelNumbers(sorted)
  const annotators = sorted.map((marks) =>
    marks
      .map(({ start, end, label }): Unit => ({ start, end, label: numbers.get(label) as number }))
      .sort((a, b) => a.start - b.start || a.end - b.end || a.label - b.label),
  )
  const keyed = annotators.map((units) => ({ units, key: hashEnd(withUnits(HASH_START, units)) }))
  return { length, annotators: keyed.sort((a, b) => a.key - b.key).map(({ units }) => units) }
}

/** A number for what was marked, whoever marked it and whatever its labels are called. */
export const continuumHash = ({ length, annotators }: Continuum): number =>
  hashEnd(
    annotators.reduce((hash, units) => hashWith(withUnits(hash, units), -1), hashWith(HASH_START, length)),
  )

function withUnits(from: number, units: readonly Unit[]): number {
  let hash = from
  for (const { start, end, label } of units) hash = hashWith(hashWith(hashWith(hash, start), end), label)
  return hash
}

/** Labels are numbered by where who has them, so that their names do not matter but for labels that are quite alike. */
function labelNumbers(annotators: readonly (readonly Annotation[])[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const marks of annotators) {
    for (const [label, hash] of placesByLabel(marks)) {
      places.set(label, ((places.get(label) ?? 0) + hashEnd(hash)) | 0)
    }
  }
  const sorted = [...places].sort(([a, x], [b, y]) => x - y || compareText(a, b))
  return new Map(sorted.map(([label], number) => [label, number]))
}

function placesByLabel(marks: readonly Annotation[]): ReadonlyMap<string, number> {
  const hashes = new Map<string, number>()
  for (const { label, start, end } of marks) {
    hashes.set(label, hashWith(hashWith(hashes.get(label) ?? HASH_START, start), end))
  }
  return hashes
}
