import type { Interval } from '../agreement-report.ts'
import { randomFrom } from './random.ts'
import type { Scales, Tally } from './tally.ts'

/**
 * Percentile intervals of 95 % by the bootstrap: as many articles as there are, drawn from them with replacement, make up a
 * corpus, and its values are read off; the interval holds the middle 950 of 1,000 such values. Articles are drawn, not
 * words or marks, as those of one article are not independent. Nothing is measured anew, tallies are summed up: for γ the
 * articles' observed and expected disorders, so that its interval says how articles vary, not how chance's samples do.
 *
 * Efron, B. & Tibshirani, R. J. (1993): An introduction to the bootstrap, Chapman & Hall, section 13.3.
 */
const RESAMPLES = 1000
/** Of fewer articles nothing is said about how articles vary. */
export const LEAST_ARTICLES = 10

/**
 * @param columns by measure the articles' tallies, in an order that follows from what was marked in them
 * @param seed of the random numbers
 */
export function* bootstrapIntervals<M extends string>(
  scales: Scales<M>,
  columns: { readonly [K in M]: readonly Tally[] },
  seed: number,
): Generator<void, { readonly [K in M]: Interval }> {
  const measures = Object.keys(scales) as M[]
  const values = new Map(measures.map((measure) => [measure, [] as number[]]))
  const count = columns[measures[0] as M].length
  const tables = new Map(measures.map((measure) => [measure, new TallyTable(columns[measure])]))
  const random = randomFrom(seed)
  for (let i = 0; count >= LEAST_ARTICLES && i < RESAMPLES; i++) {
    const times = drawnTimes(count, random)
    for (const measure of measures) {
      const value = scales[measure]((tables.get(measure) as TallyTable).weighted(times))
      if (value !== null) values.get(measure)?.push(value)
    }
    if (i % STEP === 0) yield
  }
  return Object.fromEntries(
    measures.map((measure) => [measure, middle(values.get(measure) as number[])]),
  ) as Record<M, Interval>
}

const STEP = 20

function drawnTimes(count: number, random: () => number): readonly number[] {
  const times = new Array<number>(count).fill(0)
  for (let i = 0; i < count; i++) {
    const drawn = Math.floor(random() * count)
    times[drawn] = (times[drawn] as number) + 1
  }
  return times
}

/** Tallies in one row, each as long as the longest of them. */
class TallyTable {
  readonly #width: number
  readonly #cells: Float64Array
  readonly #sum: Float64Array

  constructor(tallies: readonly Tally[]) {
    this.#width = tallies.reduce((most, { length }) => Math.max(most, length), 0)
    this.#cells = new Float64Array(tallies.length * this.#width)
    tallies.forEach((tally, i) => {
      this.#cells.set(tally, i * this.#width)
    })
    this.#sum = new Float64Array(this.#width)
  }

  /** The sum of the tallies, each so many times; good until the next is asked for. */
  weighted(times: readonly number[]): Tally {
    const sum = this.#sum.fill(0)
    for (let i = 0, cell = 0; i < times.length; i++) {
      const weight = times[i] as number
      if (weight === 0) cell += this.#width
      else
        for (let j = 0; j < sum.length; j++)
          sum[j] = (sum[j] as number) + weight * (this.#cells[cell++] as number)
    }
    return sum
  }
}

const TAIL = 0.025

/** Null where a measure said nothing of most of the resampled corpora. */
function middle(values: number[]): Interval {
  if (values.length < RESAMPLES / 2) return null
  values.sort((a, b) => a - b)
  const valueAt = (share: number) => values[Math.max(0, Math.round(share * values.length) - 1)] as number
  return [valueAt(TAIL), valueAt(1 - TAIL)]
}
