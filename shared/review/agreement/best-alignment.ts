import { bestMatching, type Pairing } from './best-matching.ts'
import type { Unit } from './continuum.ts'
import { dissimilarity } from './dissimilarity.ts'
import { neighboursOf } from './neighbours.ts'

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
  const near = neighboursOf(a, b, 2)
  const pairings = a.map((unit, i) =>
    (near[i] as readonly number[]).map((right) => ({
      right,
      worth: 2 - dissimilarity(unit, b[right] as Unit),
    })),
  )
  return a.length + b.length - worthOf(pairings, bestMatching(pairings, b.length))
}

const worthOf = (pairings: readonly (readonly Pairing[])[], rightOf: readonly number[]): number =>
  rightOf.reduce(
    (sum, right, left) => sum + (pairings[left]?.find((one) => one.right === right)?.worth ?? 0),
    0,
  )

type Place = { readonly other: number; readonly index: number }

function placesNear(
  units: readonly Unit[],
  { annotators, a, limit }: { annotators: readonly (readonly Unit[])[]; a: number; limit: number },
): readonly (readonly Place[])[] {
  const places: Place[][] = units.map(() => [])
  annotators.forEach((others, other) => {
    if (other === a) return
    neighboursOf(units, others, limit).forEach((near, i) => {
      for (const index of near) places[i]?.push({ other, index })
    })
  })
  return places
}

/** A unitary alignment: by annotator a unit or none. */
type Unitary = (Unit | undefined)[]

class AlignmentSearch {
  readonly #annotators: readonly (readonly Unit[])[]
  /** In how many pairs of annotators a unitary alignment is compared. */
  readonly #pairs: number
  /** By annotator and unit those of the others that it may be put together with. */
  readonly #near: readonly (readonly (readonly Place[])[])[]
  /** By annotator and unit its unitary alignment. */
  readonly #unitary: Unitary[][]
  #gained = 0

  constructor(annotators: readonly (readonly Unit[])[]) {
    const count = annotators.length
    this.#annotators = annotators
    this.#pairs = (count * (count - 1)) / 2
    // Units that are more unlike gain nothing together, not even with all others between them.
    const limit = 1 + this.#pairs
    this.#near = annotators.map((units, a) => placesNear(units, { annotators, a, limit }))
    this.#unitary = annotators.map((units, a) => units.map((unit) => this.#alone(unit, a)))
  }

  disorder(): number {
    const units = this.#annotators.flat().length
    let still = 0
    for (let a = 0; still < this.#annotators.length; a = (a + 1) % this.#annotators.length) {
      still = this.#assignAnew(a) ? 0 : still + 1
    }
    return units - this.#gained
  }

  #alone(unit: Unit, annotator: number): Unitary {
    const unitary: Unitary = this.#annotators.map(() => undefined)
    unitary[annotator] = unit
    return unitary
  }

  /** Takes all units of an annotator out and puts them where it is best; true when that gained something. */
  #assignAnew(annotator: number): boolean {
    const before = this.#unitary[annotator] as readonly Unitary[]
    const units = this.#annotators[annotator] as readonly Unit[]
    for (const unitary of before) unitary[annotator] = undefined
    const numbers = new Map<Unitary, number>()
    const pairings = units.map((unit, i) => this.#pairingsOf({ unit, annotator, i }, numbers))
    const lost = units.reduce((sum, unit, i) => sum + this.#worth(unit, before[i] as Unitary), 0)
    const rightOf = bestMatching(pairings, numbers.size)
    const gained = worthOf(pairings, rightOf) - lost
    const unitaries = [...numbers.keys()]
    const isBetter = gained > LEAST_GAIN
    const after = isBetter
      ? units.map((unit, i) => unitaries[rightOf[i] as number] ?? this.#alone(unit, annotator))
      : [...before]
    after.forEach((unitary, i) => {
      unitary[annotator] = units[i]
    })
    this.#unitary[annotator] = after
    if (isBetter) this.#gained += gained
    return isBetter
  }

  #pairingsOf(
    { unit, annotator, i }: { unit: Unit; annotator: number; i: number },
    numbers: Map<Unitary, number>,
  ): Pairing[] {
    const pairings: Pairing[] = []
    const near = (this.#near[annotator] as readonly (readonly Place[])[])[i] as readonly Place[]
    for (const { other, index } of near) {
      const unitary = this.#unitary[other]?.[index] as Unitary
      const known = numbers.get(unitary)
      if (known !== undefined && pairings.some(({ right }) => right === known)) continue
      const right = known ?? numbers.size
      numbers.set(unitary, right)
      pairings.push({ right, worth: this.#worth(unit, unitary) })
    }
    return pairings
  }

  /** What is gained when `unit` joins: there is one unitary alignment less, and pairs are dissimilar instead of absent. */
  #worth(unit: Unit, unitary: Unitary): number {
    let sum = 0
    let others = 0
    for (const other of unitary) {
      if (!other) continue
      others++
      sum += 1 - dissimilarity(unit, other)
    }
    return others === 0 ? 0 : 1 + sum / this.#pairs
  }
}

/** Less is the rounding of numbers, and would be searched for without end. */
const LEAST_GAIN = 1e-9
