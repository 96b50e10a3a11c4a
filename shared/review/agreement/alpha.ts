import { agreeingPairs, countAt } from './kappa.ts'
import { at, type Tally } from './tally.ts'

/**
 * Krippendorff's α for nominal data, any number of annotators and missing values: α = 1 − D_o / D_e. All pairs of values
 * that were given to one thing by two annotators go into the coincidence matrix, a thing with m values weighing each of its
 * pairs by 1/(m − 1), so that each value counts once; D_o is the share of pairs whose values differ, D_e what it would be
 * if the same values had been paired at random. Things with fewer than two values do not count.
 *
 * Krippendorff, K. (2011): Computing Krippendorff's alpha-reliability. University of Pennsylvania, sections A to D; with
 * nominal data α = 1 − (n − 1)·(n − Σ o_cc) / (n² − Σ n_c²).
 */

/** Values that can be paired (n), the sum of the matrix's diagonal (Σ o_cc), then by category how often it was given (n_c). */
export function alphaTally(codes: readonly (readonly number[])[]): Tally {
  const raters = codes.length
  const tally = [0, 0]
  if (raters < 2) return tally
  const things = codes[0]?.length ?? 0
  tally[0] = things * raters
  let pairs = 0
  for (let i = 0; i < things; i++) {
    for (const list of codes) countAt(tally, 2 + (list[i] as number))
    pairs += agreeingPairs(codes, i)
  }
  tally[1] = (2 * pairs) / (raters - 1)
  return tally
}

/** Null where one category was given throughout: without variation there is nothing to be reliable about. */
export function nominalAlpha(tally: Tally): number | null {
  const values = at(tally, 0)
  let squares = 0
  for (let i = 2; i < tally.length; i++) squares += at(tally, i) ** 2
  const chance = values ** 2 - squares
  return chance === 0 ? null : 1 - ((values - 1) * (values - at(tally, 1))) / chance
}
