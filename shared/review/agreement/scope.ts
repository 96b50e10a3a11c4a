import { addTally, sumOf, type Tally } from './tally.ts'

/** How each of some measures is read off a tally. */
export type Scales<M extends string> = { readonly [K in M]: (tally: Tally) => number | null }
export type Tallies<M extends string> = { readonly [K in M]: Tally }
export type Values<M extends string> = { readonly [K in M]: number | null }

/**
 * The tallies of some annotators, two or all of them: article by article, and by label summed up. A label that an article
 * has nothing of is one whose tokens all agree there, even if it is met in a later article only.
 */
export class Scope<M extends string> {
  readonly #scales: Scales<M>
  readonly #articles: Tallies<M>[] = []
  readonly #unmarked: { readonly [K in M]: number[] }
  readonly #byLabel = new Map<string, { readonly [K in M]: number[] }>()

  constructor(scales: Scales<M>) {
    this.#scales = scales
    this.#unmarked = this.#sums()
  }

  /** @param unmarked what the article's tallies were if nothing was marked in it */
  add(all: Tallies<M>, byLabel: ReadonlyMap<string, Tallies<M>>, unmarked: Tallies<M>): void {
    this.#articles.push(all)
    this.#addTo(this.#unmarked, unmarked, 1)
    for (const [label, tallies] of byLabel) {
      const sums = this.#byLabel.get(label) ?? this.#sums()
      this.#byLabel.set(label, sums)
      this.#addTo(sums, tallies, 1)
      this.#addTo(sums, unmarked, -1)
    }
  }

  get articles(): readonly Tallies<M>[] {
    return this.#articles
  }

  values(): Values<M> {
    return this.#read((measure) => sumOf(this.#articles.map((tallies) => tallies[measure])))
  }

  valuesByLabel(): Readonly<Record<string, Values<M>>> {
    const labels = [...this.#byLabel].sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(
      labels.map(([label, sums]) => [
        label,
        this.#read((measure) => sumOf([sums[measure], this.#unmarked[measure]])),
      ]),
    )
  }

  #read(tallyOf: (measure: M) => Tally): Values<M> {
    return this.#each((measure) => this.#scales[measure](tallyOf(measure)))
  }

  #sums(): { readonly [K in M]: number[] } {
    return this.#each(() => [])
  }

  #addTo(sums: { readonly [K in M]: number[] }, tallies: Tallies<M>, times: number): void {
    for (const measure of this.#measures) addTally(sums[measure], tallies[measure], times)
  }

  #each<T>(make: (measure: M) => T): { readonly [K in M]: T } {
    return Object.fromEntries(this.#measures.map((measure) => [measure, make(measure)])) as Record<M, T>
  }

  get #measures(): readonly M[] {
    return Object.keys(this.#scales) as M[]
  }
}
