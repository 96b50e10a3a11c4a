import type { Unit } from './continuum.ts'
import { dissimilarity } from './dissimilarity.ts'

export const NONE = -1

/** Which units are put together, each at first alone: unitary alignments are numbers, and so are units, annotator by annotator. */
export class UnitaryAlignments {
  readonly #units: readonly Unit[]
  readonly #annotators: number
  /** In how many pairs of annotators a unitary alignment is compared. */
  readonly #pairs: number
  /** By unitary alignment and annotator the unit, or none. */
  readonly #members: Int32Array
  readonly #sizes: Int32Array
  readonly #of: Int32Array
  /** Unitary alignments in which nothing is any more. */
  readonly #empty: number[] = []

  constructor(units: readonly Unit[], annotators: readonly (readonly Unit[])[]) {
    this.#units = units
    this.#annotators = annotators.length
    this.#pairs = (annotators.length * (annotators.length - 1)) / 2
    this.#members = new Int32Array(units.length * annotators.length).fill(NONE)
    this.#sizes = new Int32Array(units.length)
    this.#of = new Int32Array(units.length)
    let unit = 0
    annotators.forEach((own, annotator) => {
      for (let i = 0; i < own.length; i++, unit++) this.#put(unit, unit, annotator)
    })
  }

  /** The unitary alignment that a unit is in. */
  of(unit: number): number {
    return this.#of[unit] as number
  }

  /** Takes an annotator's units out, and says where they were. */
  takeOut(annotator: number, first: number, end: number): Int32Array {
    const before = this.#of.slice(first, end)
    for (const unitary of before) {
      this.#members[unitary * this.#annotators + annotator] = NONE
      this.#sizes[unitary] = (this.#sizes[unitary] as number) - 1
    }
    return before
  }

  /** Puts the same units into those of `after`, each where that is none into one of its own. */
  putIn(
    annotator: number,
    first: number,
    { before, after }: { readonly before: Int32Array; readonly after: Int32Array },
  ): void {
    if (after !== before)
      for (const unitary of before) if (this.#sizes[unitary] === 0) this.#empty.push(unitary)
    for (let i = 0; i < after.length; i++) {
      const given = after[i] as number
      this.#put(first + i, given === NONE ? (this.#empty.pop() as number) : given, annotator)
    }
  }

  /** What is gained when `unit` joins: there is one unitary alignment less, and pairs are dissimilar instead of absent. */
  worth(unit: number, unitary: number): number {
    const own = this.#units[unit] as Unit
    const from = unitary * this.#annotators
    let sum = 0
    let others = 0
    for (let i = from; i < from + this.#annotators; i++) {
      const other = this.#members[i] as number
      if (other === NONE) continue
      others++
      sum += 1 - dissimilarity(own, this.#units[other] as Unit)
    }
    return others === 0 ? 0 : 1 + sum / this.#pairs
  }

  #put(unit: number, unitary: number, annotator: number): void {
    this.#members[unitary * this.#annotators + annotator] = unit
    this.#sizes[unitary] = (this.#sizes[unitary] as number) + 1
    this.#of[unit] = unitary
  }
}
