import { go, type SnapshotKey, snapshot } from 'fuzzysort'

export type Found<T> = {
  readonly item: T
  /** Where in the item's text the matched letters are, in order. */
  readonly indexes: readonly number[]
}

export type FuzzyResult<T> = {
  /** The best, the very best first. */
  readonly found: readonly Found<T>[]
  /** How many there are in all. */
  readonly total: number
}

/** A few milliseconds' worth of searching. */
const SLICE = 2_000
const MOST = 100
/** Scores that count: letters together, and where nothing has them so, letters apart ("nrlnd" for Norland). */
const TOGETHER = 0.5
const APART = 0.2

/**
 * Things to be found by a few letters of their text. They are searched slice by slice, so that whoever searches can see to
 * the keys between two slices: a hundred thousand together take longer than a frame, whatever is typed.
 */
export class FuzzyList<T extends object> {
  readonly #slices: readonly SnapshotKey<T>[]

  constructor(items: readonly T[], textOf: (item: T) => string) {
    const starts = Array.from({ length: Math.ceil(items.length / SLICE) }, (_, i) => i * SLICE)
    // These prepare themselves while nothing else is to be done.
    this.#slices = starts.map((start) => snapshot(items.slice(start, start + SLICE), { key: textOf }))
  }

  /** Halts after each slice; what it ends with is the result. */
  *search(query: string): Generator<undefined, FuzzyResult<T>> {
    const together = yield* this.#sweep(query, TOGETHER)
    return together.total > 0 ? together : yield* this.#sweep(query, APART)
  }

  *#sweep(query: string, threshold: number): Generator<undefined, FuzzyResult<T>> {
    const results = []
    for (const slice of this.#slices) {
      results.push(go(query, slice, { limit: MOST, threshold }))
      yield
    }
    const best = results
      .flat()
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST)
    return {
      found: best.map(({ obj, indexes }) => ({ item: obj, indexes: indexes.toSorted((a, b) => a - b) })),
      total: results.reduce((sum, { total }) => sum + total, 0),
    }
  }
}
