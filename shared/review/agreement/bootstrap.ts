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
export const RESAMPLES = 1000
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
  const measures = (Object.keys(scales) as M[]).map((name) => ({
    name,
    column: new Column(columns[name]),
    values: [] as number[],
  }))
  const times = new Uint32Array(measures[0]?.column.length ?? 0)
  const random = randomFrom(seed)
  for (let i = 0; times.length >= LEAST_ARTICLES && i < RESAMPLES; i++) {
    draw(times, random)
    for (const { name, column, values } of measures) {
      const value = scales[name](column.weighted(times))
      if (value !== null) values.push(value)
    }
    if (i % STEP === 0) yield
  }
  return Object.fromEntries(measures.map(({ name, values }) => [name, middle(values)])) as Record<M, Interval>
}

const STEP = 20

/** How often each article is drawn. */
function draw(times: Uint32Array, random: () => number): void {
  times.fill(0)
  for (let i = 0; i < times.length; i++) {
    const drawn = Math.floor(random() * times.length)
    times[drawn] = (times[drawn] as number) + 1
  }
}

/** The tallies of all articles one after the other, as wide as the widest, since they are summed up a thousand times. */
class Column {
  readonly length: number
  readonly #width: number
  readonly #numbers: Float64Array

  constructor(tallies: readonly Tally[]) {
    this.length = tallies.length
    this.#width = tallies.reduce((width, tally) => Math.max(width, tally.length), 0)
    this.#numbers = new Float64Array(this.length * this.#width)
    tallies.forEach((tally, i) => {
      this.#numbers.set(tally, i * this.#width)
    })
  }

  weighted(times: Uint32Array): Tally {
    const sum = new Float64Array(this.#width)
    for (let i = 0; i < times.length; i++) {
      const time = times[i] as number
      if (time > 0) this.#addTo(sum, i * this.#width, time)
    }
    return Array.from(sum)
  }

  #addTo(sum: Float64Array, first: number, times: number): void {
    for (let j = 0; j < sum.length; j++)
      sum[j] = (sum[j] as number) + times * (this.#numbers[first + j] as number)
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
