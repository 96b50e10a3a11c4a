import { leastDisorder } from './best-alignment.ts'
import { Chance } from './chance.ts'
import type { Continuum } from './continuum.ts'
import type { Tally } from './tally.ts'

/**
 * γ: one less the disorder of the best alignment through that which is expected by chance (dissimilarity.ts names the
 * paper). An article is a continuum; a continuum's disorder is that of its best alignment through the mean number of units of
 * an annotator, and what is expected is the mean of that of random continua. Of several articles the disorders are summed
 * up, each weighed by its mean number of units: what the paper's formula gives for one text after the other, but that
 * chance moves marks only within their article.
 *
 * How many random continua: 30 to begin with, then (1.96 · cv / p)², cv being their coefficient of variation, so that
 * the mean is within p = 2 % of the true one with a probability of 95 % (section 5.3 there). Of several articles rounds of one
 * random continuum each are drawn, 30 continua or more, until the same holds of their sum; 200 rounds are enough.
 */
export type GammaOptions = {
  readonly seed: number
  /** Rounds to draw at least, whatever the sum's precision: for what each article says by itself. */
  readonly rounds: number
}

/** By continuum the observed and the expected disorder. Yields after each random continuum. */
export function* gammaTallies(
  continua: readonly Continuum[],
  { seed, rounds }: GammaOptions,
): Generator<void, readonly Tally[]> {
  const observed: number[] = []
  for (const { annotators } of continua) {
    observed.push(leastDisorder(annotators))
    yield
  }
  const chances = continua.map((continuum) => new Chance(continuum, seed))
  const least = Math.max(rounds, Math.ceil(FIRST / Math.max(1, continua.length)))
  for (let round = 0; round < MOST && (round < least || !arePrecise(chances)); round++) {
    for (const chance of chances) {
      chance.draw()
      yield
    }
  }
  return chances.map((chance, i) => [observed[i] as number, chance.expected])
}

/** So many random continua are drawn before their variation is asked for. */
const FIRST = 30
const MOST = 200
const PRECISION = 0.02
const NORMAL_95 = 1.96

/** Disorders of different articles vary by more than those of one, so that what is called precise here is so all the more. */
function arePrecise(chances: readonly Chance[]): boolean {
  const totals = [0, 0, 0, 0] as [number, number, number, number]
  for (const { drawn, sum, squares, expected } of chances) {
    totals[0] += drawn
    totals[1] += sum
    totals[2] += squares
    totals[3] += expected
  }
  const [drawn, sum, squares, expected] = totals
  const variance = drawn < 2 ? 0 : Math.max(0, squares - sum ** 2 / drawn) / (drawn - 1)
  const weight = chances.reduce((all, chance) => all + chance.weight, 0)
  return NORMAL_95 * Math.sqrt(variance * weight) <= PRECISION * expected
}
