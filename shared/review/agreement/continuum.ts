import type { Annotation } from '#shared/domain/annotation.ts'
import { compareText } from '#shared/domain/compare-text.ts'
import type { CodedArticle } from './coded-article.ts'
import { hashOf } from './random.ts'

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
  const keyed = annotators.map((units) => ({ units, key: hashOf(units.flatMap(numbersOf)) }))
  return { length, annotators: keyed.sort((a, b) => a.key - b.key).map(({ units }) => units) }
}

/** A number for what was marked, whoever marked it and whatever its labels are called. */
export const continuumHash = ({ length, annotators }: Continuum): number =>
  hashOf([length, ...annotators.flatMap((units) => [-1, ...units.flatMap(numbersOf)])])

const numbersOf = ({ start, end, label }: Unit): readonly number[] => [start, end, label]

/** Labels are numbered by where who has them, so that their names do not matter but for labels that are quite alike. */
function labelNumbers(annotators: readonly (readonly Annotation[])[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const marks of annotators) {
    for (const [label, spans] of spansByLabel(marks)) {
      places.set(label, ((places.get(label) ?? 0) + hashOf(spans)) | 0)
    }
  }
  const sorted = [...places].sort(([a, x], [b, y]) => x - y || compareText(a, b))
  return new Map(sorted.map(([label], number) => [label, number]))
}

function spansByLabel(marks: readonly Annotation[]): ReadonlyMap<string, readonly number[]> {
  const spans = new Map<string, number[]>()
  for (const { label, start, end } of marks) {
    const own = spans.get(label) ?? []
    own.push(start, end)
    spans.set(label, own)
  }
  return spans
}
