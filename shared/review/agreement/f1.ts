import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import { spanLength } from '#shared/domain/span.ts'
import { sharedLength } from '../mark-overlap.ts'
import { bestMatching, type Pairing } from './best-matching.ts'
import { at, type Tally } from './tally.ts'

/**
 * F1 of two annotators' marks: twice the marks that were matched, through all marks of both; the harmonic mean of precision
 * and recall, whichever of the two is taken for right (van Rijsbergen, C. J. (1979): Information Retrieval, 2nd ed., ch. 7).
 * It is not corrected for chance: with spans in a text there is no number of things that both left unmarked
 * (Hripcsak, G. & Rothschild, A. S. (2005): Agreement, the F-measure, and reliability in information retrieval. JAMIA
 * 12(3), 296–298).
 *
 * Exact: the same runs of text with the same label. Overlapping: the same label and at least one character in common. Both
 * match one to one: of marks that lie on each other three times and twice, two are matched.
 */

/** Matched marks, and all marks of both. Null where there are none. */
export const f1 = (tally: Tally): number | null =>
  at(tally, 1) === 0 ? null : (2 * at(tally, 0)) / at(tally, 1)

export function exactTally(a: readonly Annotation[], b: readonly Annotation[]): Tally {
  const left = new Map<string, number>()
  for (const annotation of a) {
    const place = placeOf(annotation)
    left.set(place, (left.get(place) ?? 0) + 1)
  }
  let matched = 0
  for (const annotation of b) {
    const place = placeOf(annotation)
    const count = left.get(place) ?? 0
    if (count > 0) matched++
    left.set(place, count - 1)
  }
  return [matched, a.length + b.length]
}

const placeOf = ({ start, end, label, fragments }: Annotation): string =>
  `${fragments?.map((run) => `${run.start}-${run.end}`).join() ?? `${start}-${end}`} ${label}`

/** Matches so that as many characters as can be are in common; of such matchings, one with the most marks in it. */
export function overlapTally(a: readonly Annotation[], b: readonly Annotation[]): Tally {
  const sorted = b.toSorted((x, y) => x.start - y.start)
  const longest = b.reduce((most, mark) => Math.max(most, spanLength(mark)), 0)
  const pairings = a.map((mark) => pairingsOf(mark, sorted, longest))
  const matched = bestMatching(pairings, b.length).filter((right) => right >= 0).length
  return [matched, a.length + b.length]
}

/** More than there are pairs in a matching, so that a character more outweighs any number of them. */
const CHARACTER = 1_000_000

function pairingsOf(mark: Annotation, sorted: readonly Annotation[], longest: number): readonly Pairing[] {
  const pairings: Pairing[] = []
  const first = countBelow(sorted.length, (i) => (sorted[i] as Annotation).start < mark.start - longest)
  for (let i = first; i < sorted.length; i++) {
    const other = sorted[i] as Annotation
    if (other.start >= mark.end) break
    if (other.label !== mark.label || other.end <= mark.start) continue
    const shared = sharedLength(fragmentsOf(mark), fragmentsOf(other))
    if (shared > 0) pairings.push({ right: i, worth: shared * CHARACTER + 1 })
  }
  return pairings
}
