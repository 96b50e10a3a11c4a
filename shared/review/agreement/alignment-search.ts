import { matching, PairingList, worthOf } from './best-matching.ts'
import type { Unit } from './continuum.ts'
import { eachNeighbour, rowOf } from './neighbours.ts'
import { NONE, UnitaryAlignments } from './unitary-alignments.ts'

/** Searches for the alignment of least disorder of three annotators or more, as best-alignment.ts says. */
export class AlignmentSearch {
  readonly #units: readonly Unit[]
  /** By annotator where theirs begin among the units; one more for the end. */
  readonly #starts: readonly number[]
  /** Those that a unit may be put together with: unit u's are from `#nearFrom[u]` up to `#nearFrom[u + 1]`. */
  readonly #near: readonly number[]
  readonly #nearFrom: Int32Array
  readonly #alignments: UnitaryAlignments
  /** By unitary alignment its number among those that one annotator's units may join, for as long as that is asked. */
  readonly #numbers: Int32Array
  #gained = 0

  constructor(annotators: readonly (readonly Unit[])[]) {
    this.#units = annotators.flat()
    this.#starts = startsOf(annotators)
    const near = nearUnits(annotators, this.#starts)
    this.#near = near.all
    this.#nearFrom = near.from
    this.#alignments = new UnitaryAlignments(this.#units, annotators)
    this.#numbers = new Int32Array(this.#units.length).fill(NONE)
  }

  disorder(): number {
    const annotators = this.#starts.length - 1
    // Who was assigned last need not be once more: nobody else has moved since.
    for (let a = 0, still = 0; still < annotators - 1; a = (a + 1) % annotators) {
      still = this.#assignAnew(a) ? 0 : still + 1
    }
    return this.#units.length - this.#gained
  }

  /** Takes all units of an annotator out and puts them where it is best; true when that gained something. */
  #assignAnew(annotator: number): boolean {
    const [first, end] = [this.#starts[annotator] as number, this.#starts[annotator + 1] as number]
    const before = this.#alignments.takeOut(annotator, first, end)
    let lost = 0
    for (let unit = first; unit < end; unit++) {
      lost += this.#alignments.worth(unit, before[unit - first] as number)
    }
    const joinable: number[] = []
    const pairings = this.#pairingsOf(first, end, joinable)
    const rightOf = matching(pairings, end - first, joinable.length)
    const gained = worthOf(pairings, rightOf) - lost
    const isBetter = gained > LEAST_GAIN
    const after = isBetter ? rightOf.map((right) => (right < 0 ? NONE : (joinable[right] as number))) : before
    this.#alignments.putIn(annotator, first, { before, after })
    if (isBetter) this.#gained += gained
    return isBetter
  }

  #pairingsOf(first: number, end: number, joinable: number[]) {
    const pairings = new PairingList(end - first)
    for (let unit = first; unit < end; unit++) {
      const from = pairings.length
      for (let i = this.#nearFrom[unit] as number; i < (this.#nearFrom[unit + 1] as number); i++) {
        const unitary = this.#alignments.of(this.#near[i] as number)
        const right = this.#numberOf(unitary, joinable)
        if (!pairings.hasSince(from, right)) pairings.add(right, this.#alignments.worth(unit, unitary))
      }
      pairings.endLeft()
    }
    for (const unitary of joinable) this.#numbers[unitary] = NONE
    return pairings.all()
  }

  #numberOf(unitary: number, joinable: number[]): number {
    const known = this.#numbers[unitary] as number
    if (known !== NONE) return known
    this.#numbers[unitary] = joinable.length
    return joinable.push(unitary) - 1
  }
}

/** Less is the rounding of numbers, and would be searched for without end. */
const LEAST_GAIN = 1e-9

function startsOf(annotators: readonly (readonly Unit[])[]): readonly number[] {
  const starts = [0]
  for (const units of annotators) starts.push((starts.at(-1) as number) + units.length)
  return starts
}

function nearUnits(
  annotators: readonly (readonly Unit[])[],
  starts: readonly number[],
): { readonly all: readonly number[]; readonly from: Int32Array } {
  // Units that are more unlike gain nothing together, not even with all others between them.
  const limit = 1 + (annotators.length * (annotators.length - 1)) / 2
  const rows = annotators.map(rowOf)
  const all: number[] = []
  const from = new Int32Array((starts.at(-1) as number) + 1)
  let unit = 0
  rows.forEach(({ units }, a) => {
    for (const one of units) {
      for (let b = 0; b < rows.length; b++) {
        const start = starts[b] as number
        if (b !== a) eachNeighbour(one, rows[b] as (typeof rows)[number], limit, (i) => all.push(start + i))
      }
      from[++unit] = all.length
    }
  })
  return { all, from }
}
