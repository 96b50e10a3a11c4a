import type { Interval } from '../agreement-report.ts'
import { bootstrapIntervals } from './bootstrap.ts'
import { type Continuum, continuumHash } from './continuum.ts'
import { gammaTallies } from './gamma.ts'
import { hashOf } from './random.ts'
import { addTally, type Scales, sumOf, type Tallies, type Tally, type Values } from './tally.ts'

/** What is known of an article, or of what has one label in it. γ's tally is empty until its disorders are drawn. */
export type Part<M extends string> = { readonly tallies: Tallies<M>; readonly continuum: Continuum }

export type ArticleParts<M extends string> = {
  readonly all: Part<M>
  readonly byLabel: ReadonlyMap<string, Part<M>>
  /** What the article's tallies would be if nothing was marked in it. */
  readonly unmarked: Tallies<M>
}

type Sums<M extends string> = { readonly [K in M]: number[] }
type LabelSums<M extends string> = { readonly sums: Sums<M>; readonly continua: Continuum[] }

/**
 * What some annotators, two or all of them, did: tallies article by article, and by label summed up. A label that an article
 * has nothing of is one whose tokens all agree there, even if it is met in a later article only.
 */
export class Scope<M extends string> {
  readonly #scales: Scales<M>
  readonly #articles: Tallies<M>[] = []
  readonly #continua: Continuum[] = []
  readonly #unmarked: Sums<M>
  readonly #byLabel = new Map<string, LabelSums<M>>()

  constructor(scales: Scales<M>) {
    this.#scales = scales
    this.#unmarked = this.#sums()
  }

  get articles(): number {
    return this.#articles.length
  }

  add({ all, byLabel, unmarked }: ArticleParts<M>): void {
    this.#articles.push(all.tallies)
    this.#continua.push(all.continuum)
    this.#addTo(this.#unmarked, unmarked, 1)
    for (const [label, { tallies, continuum }] of byLabel) {
      const own = this.#byLabel.get(label) ?? { sums: this.#sums(), continua: [] }
      this.#byLabel.set(label, own)
      this.#addTo(own.sums, tallies, 1)
      this.#addTo(own.sums, unmarked, -1)
      own.continua.push(continuum)
    }
  }

  /** Finds out γ, once all articles are there. @param measure γ's among the measures */
  *drawGamma(measure: M, options: { readonly seed: number; readonly rounds: number }): Generator<void, void> {
    const gammas = yield* gammaTallies(this.#continua, options)
    gammas.forEach((gamma, i) => {
      this.#articles[i] = { ...(this.#articles[i] as Tallies<M>), [measure]: gamma }
    })
    for (const { sums, continua } of this.#byLabel.values()) {
      const tallies = yield* gammaTallies(continua, { ...options, rounds: 0 })
      addTally(sums[measure], sumOf(tallies))
    }
  }

  /** By article what a measure says. */
  articleValues(measure: M): readonly (number | null)[] {
    return this.#articles.map((tallies) => this.#scales[measure](tallies[measure]))
  }

  values(): Values<M> {
    return this.#read((measure) => sumOf(this.#articles.map((tallies) => tallies[measure])))
  }

  valuesByLabel(): Readonly<Record<string, Values<M>>> {
    const labels = [...this.#byLabel].sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(
      labels.map(([label, { sums }]) => [
        label,
        this.#read((measure) => sumOf([sums[measure], this.#unmarked[measure]])),
      ]),
    )
  }

  /** The same whatever the order of the articles. */
  *intervals(seed: number): Generator<void, { readonly [K in M]: Interval }> {
    const hashed = this.#articles.map((tallies, i) => ({
      tallies,
      hash: continuumHash(this.#continua[i] as Continuum),
    }))
    hashed.sort((a, b) => a.hash - b.hash)
    const columns = this.#each((measure) => hashed.map(({ tallies }) => tallies[measure]))
    return yield* bootstrapIntervals(this.#scales, columns, hashOf([seed, ...hashed.map(({ hash }) => hash)]))
  }

  #read(tallyOf: (measure: M) => Tally): Values<M> {
    return this.#each((measure) => this.#scales[measure](tallyOf(measure)))
  }

  #sums(): Sums<M> {
    return this.#each(() => [])
  }

  #addTo(sums: Sums<M>, tallies: Tallies<M>, times: number): void {
    for (const measure of this.#measures) addTally(sums[measure], tallies[measure], times)
  }

  #each<T>(make: (measure: M) => T): { readonly [K in M]: T } {
    return Object.fromEntries(this.#measures.map((measure) => [measure, make(measure)])) as Record<M, T>
  }

  get #measures(): readonly M[] {
    return Object.keys(this.#scales) as M[]
  }
}
