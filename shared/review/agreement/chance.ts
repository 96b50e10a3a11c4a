import { leastDisorder } from './best-alignment.ts'
import { chanceAnnotators, distanceApart } from './chance-continuum.ts'
import { type Continuum, continuumHash, type Unit } from './continuum.ts'
import { hashOf, type Random, randomFrom } from './random.ts'

/** The disorder that is to be expected of a continuum by chance, the better known the more random continua were drawn. */
export class Chance {
  readonly #continuum: Continuum
  readonly #random: Random
  readonly #apart: number
  /** How many units an annotator has on average. */
  readonly #size: number
  #drawn = 0
  #sum = 0
  #squares = 0

  /** The random numbers follow from the seed and from what was marked. */
  constructor(continuum: Continuum, seed: number) {
    this.#continuum = continuum
    this.#random = randomFrom(hashOf([seed, continuumHash(continuum)]))
    this.#apart = distanceApart(continuum)
    this.#size = sizeOf(continuum.annotators)
  }

  draw(): void {
    if (this.#size === 0) return
    const annotators = this.#notNothing()
    const disorder = leastDisorder(annotators) / sizeOf(annotators)
    this.#drawn++
    this.#sum += disorder
    this.#squares += disorder ** 2
  }

  /** Mean disorder, by the size that the continuum has. */
  get expected(): number {
    return this.#drawn === 0 ? 0 : (this.#size * this.#sum) / this.#drawn
  }

  /** How many continua were drawn, and the sum of their disorders and of the squares of these. */
  get drawn(): number {
    return this.#drawn
  }
  get sum(): number {
    return this.#sum
  }
  get squares(): number {
    return this.#squares
  }

  /** By how much the variance of one disorder goes into that of what is expected. */
  get weight(): number {
    return this.#drawn === 0 ? 0 : this.#size ** 2 / this.#drawn
  }

  /** Where nobody who marked anything was drawn there is no alignment, and others are drawn. */
  #notNothing(): readonly (readonly Unit[])[] {
    for (;;) {
      const annotators = chanceAnnotators(this.#continuum, this.#apart, this.#random)
      if (sizeOf(annotators) > 0) return annotators
    }
  }
}

const sizeOf = (annotators: readonly (readonly Unit[])[]): number =>
  annotators.reduce((sum, units) => sum + units.length, 0) / annotators.length
