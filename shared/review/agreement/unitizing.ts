import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import { type Span, spanLength, spansOverlap } from '#shared/domain/span.ts'
import { type CodedArticle, labelsIn } from './coded-article.ts'
import type { Tally } from './tally.ts'

/**
 * Krippendorff's αᵤ, for annotators who themselves decide where a unit begins and ends: α_U = 1 − Σ D_o / Σ D_e, summed over
 * the labels. A text is a continuum that each annotator cuts, label by label, into units and the gaps between them. What
 * two annotators made of one place differs by the squared distances of where their units begin and end, where they meet;
 * a unit that lies in a gap of the other's differs by the square of its length. Expected is what the same units and gaps
 * differ by if they lie anywhere, each pair of them in all the ways in which it can meet.
 *
 * Krippendorff, K. (1995): On the reliability of unitizing contiguous data. Sociological Methodology 25, 47–76, with the
 * expected disagreement as it is in Krippendorff, K. (2004): Content analysis, 2nd ed., Sage, section 11.6.
 *
 * Units of one label are disjoint there. Here marks of one annotator and one label that share a character make one unit;
 * fragments are units of their own; marks of different labels do not touch each other.
 */

/** Observed and expected disagreement of all labels, both times the article's length squared and its annotators. */
export function unitizingTally(article: CodedArticle): Tally {
  const tally = [0, 0]
  for (const label of labelsIn(article)) {
    const units = article.coders.map(({ marks }) => unitsOf(marks.filter((mark) => mark.label === label)))
    const { observed, expected } = disagreement(units, article.length)
    const weight = article.coders.length * article.length ** 2
    tally[0] = (tally[0] as number) + weight * observed
    tally[1] = (tally[1] as number) + weight * expected
  }
  return tally
}

/** What the marks cover, as disjoint units; those that only touch stay two. */
export function unitsOf(marks: readonly Annotation[]): readonly Span[] {
  const units: Span[] = []
  for (const unit of marks.flatMap(fragmentsOf).sort((a, b) => a.start - b.start)) {
    const last = units.at(-1)
    if (last && spansOverlap(last, unit)) {
      units[units.length - 1] = { start: last.start, end: Math.max(last.end, unit.end) }
    } else units.push({ start: unit.start, end: unit.end })
  }
  return units
}

type Disagreement = { readonly observed: number; readonly expected: number }

/** D_o and D_e of one label, from each annotator's sorted, disjoint units on a continuum of `length`. */
export const disagreement = (annotators: readonly (readonly Span[])[], length: number): Disagreement => ({
  observed: observedOf(annotators) / (annotators.length * (annotators.length - 1) * length ** 2),
  expected: expectedOf(annotators, length),
})

/** The sum over all ordered pairs of annotators. */
function observedOf(annotators: readonly (readonly Span[])[]): number {
  let sum = 0
  for (const a of annotators) for (const b of annotators) if (a !== b) sum += distance(a, b)
  return sum
}

/** What meets is met again from the other side; a unit in a gap is counted for both, as gaps are not gone through. */
function distance(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  for (const unit of a) {
    const first = countBelow(b.length, (i) => (b[i] as Span).end <= unit.start)
    if (first === b.length || (b[first] as Span).start >= unit.end) sum += 2 * spanLength(unit) ** 2
    for (let i = first; i < b.length && (b[i] as Span).start < unit.end; i++) {
      const { start, end } = b[i] as Span
      sum += (unit.start - start) ** 2 + (unit.end - end) ** 2
    }
  }
  return sum
}

function expectedOf(annotators: readonly (readonly Span[])[], length: number): number {
  const lengths = annotators.flat().map(spanLength)
  const gaps = annotators.flatMap((units) => gapsBetween(units, length)).sort((a, b) => a - b)
  const room = roomIn(gaps)
  let sum = 0
  let within = 0
  for (const b of lengths) {
    sum += ((lengths.length - 1) * (2 * b ** 3 - 3 * b ** 2 + b)) / 3 + b ** 2 * room(b)
    within += b * (b - 1)
  }
  const all = annotators.length * length
  return sum === 0 ? 0 : ((2 / length) * sum) / (all * (all - 1) - within)
}

function gapsBetween(units: readonly Span[], length: number): readonly number[] {
  const ends = [0, ...units.map(({ end }) => end)]
  const starts = [...units.map(({ start }) => start), length]
  return ends.map((end, i) => (starts[i] as number) - end).filter((gap) => gap > 0)
}

/** In how many places of all sorted `gaps` a unit of a given length lies wholly in one. */
function roomIn(gaps: readonly number[]): (length: number) => number {
  const sums = [0]
  for (const gap of gaps.toReversed()) sums.push((sums.at(-1) as number) + gap)
  return (length) => {
    const count = gaps.length - countBelow(gaps.length, (i) => (gaps[i] as number) < length)
    return (sums[count] as number) - count * (length - 1)
  }
}
