/**
 * What a measure needs to know of one article, as numbers that may be added up: the measure of many articles is made of the
 * sum of theirs, so that a bootstrap resamples sums and nothing is counted twice. What a number stands for is its place's;
 * a shorter tally is one with zeros behind.
 */
export type Tally = ArrayLike<number>

/** How each of some measures is read off a tally. */
export type Scales<M extends string> = { readonly [K in M]: (tally: Tally) => number | null }
export type Tallies<M extends string> = { readonly [K in M]: Tally }
export type Values<M extends string> = { readonly [K in M]: number | null }

/** Adds `times` times `tally` to `sum`, which grows as it must. */
export function addTally(sum: number[], tally: Tally, times = 1): void {
  for (let i = sum.length; i < tally.length; i++) sum.push(0)
  for (let i = 0; i < tally.length; i++) sum[i] = (sum[i] as number) + times * (tally[i] as number)
}

export function sumOf(tallies: readonly Tally[]): number[] {
  const sum: number[] = []
  for (const tally of tallies) addTally(sum, tally)
  return sum
}

/** The number at `index`, zero behind the end. */
export const at = (tally: Tally, index: number): number => tally[index] ?? 0
