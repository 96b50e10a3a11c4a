import { AlignmentSearch } from './alignment-search.ts'
import { matching, PairingList, worthOf } from './best-matching.ts'
import type { Unit } from './continuum.ts'
import { eachNeighbour, rowOf } from './neighbours.ts'

/**
 * The alignment of least disorder: units of several annotators are put together into unitary alignments, at most one of
 * each annotator, and each unit is in one. A unitary alignment's disorder is the mean of the dissimilarities of all pairs
 * of annotators in it, 1 where one of the two or both have no unit there; the alignment's is the sum of theirs.
 *
 * With two annotators it is an assignment problem, and solved exactly. With three or more it is a set partition, which no
 * known method solves in reasonable time, so it is searched for: all units of one annotator at a time are assigned anew, in
 * the best way there is, to what those of the others have been put together to, until that betters it for nobody. What
 * is found is the best or close to it (its test compares the two), and found in the same way in what was marked
 * and in what chance would have marked.
 *
 * Mathet, Widlöcher & Métivier (2015), sections 4.4 and 5.1 (dissimilarity.ts has the paper's title); that a pair of two
 * absent units counts as well is as in pygamma-agreement, whose figures the tests compare.
 */
export function leastDisorder(annotators: readonly (readonly Unit[])[]): number {
  const marking = annotators.filter((units) => units.length > 0)
  if (marking.length < 2) return annotators.flat().length
  const [a, b] = annotators as readonly [readonly Unit[], readonly Unit[]]
  return annotators.length === 2 ? disorderOfTwo(a, b) : new AlignmentSearch(annotators).disorder()
}

/** Units apart have a disorder of 1 each, two together that of their dissimilarity: 2 − d is gained. */
function disorderOfTwo(a: readonly Unit[], b: readonly Unit[]): number {
  const row = rowOf(b)
  const pairings = new PairingList(a.length)
  for (const unit of a) {
    eachNeighbour(unit, row, 2, (right, unlike) => pairings.add(right, 2 - unlike))
    pairings.endLeft()
  }
  const all = pairings.all()
  return a.length + b.length - worthOf(all, matching(all, a.length, b.length))
}
