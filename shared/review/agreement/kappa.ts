import { at, type Tally } from './tally.ts'

/**
 * Cohen's κ: how much more often two annotators give the same category to a thing than two would who give categories as
 * often as these do, but blindly. κ = (p_o − p_e) / (1 − p_e), where p_o is the share of things given the same category
 * and p_e the sum over the categories of the product of the two annotators' shares of it.
 *
 * Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20(1), 37–46.
 */

/** Things, agreed ones, then by category how many a and b gave it to. `codes` are numbers from 0, as long in b as in a. */
export function cohenTally(a: readonly number[], b: readonly number[]): Tally {
  const tally = [a.length, 0]
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i] as number, b[i] as number]
    if (left === right) tally[1] = (tally[1] as number) + 1
    countAt(tally, 2 + 2 * left)
    countAt(tally, 3 + 2 * right)
  }
  return tally
}

/** Null where both give one and the same category to all: nothing can be told from chance. */
export function cohenKappa(tally: Tally): number | null {
  const things = at(tally, 0)
  let chance = 0
  for (let i = 2; i < tally.length; i += 2) chance += at(tally, i) * at(tally, i + 1)
  const expected = chance / things ** 2
  return things === 0 || expected === 1 ? null : (at(tally, 1) / things - expected) / (1 - expected)
}

/**
 * Fleiss' κ, for any number of annotators: P̄ is the mean over the things of the share of pairs of annotators that agree on
 * it, P̄_e the sum of the squares of the categories' shares of all that was given, and κ = (P̄ − P̄_e) / (1 − P̄_e).
 *
 * Fleiss, J. L. (1971): Measuring nominal scale agreement among many raters. Psychological Bulletin 76(5), 378–382, (2)–(7).
 * There every thing has the same number of annotators. Here each thing has its own share P_i, (2), of the pairs of those who
 * have seen it, and P̄, (3), stays the plain mean of these shares: a thing that fewer have seen weighs as much as any other, and
 * pairs are not pooled, which would let what many have seen outweigh the rest. Things that only one has seen are left out.
 * Where all have seen all it is Fleiss' to the digit; else it is our extension of it, and no paper's.
 */

/** Things, the sum of their shares P_i, categories given, then by category how often. `codes`: one list an annotator. */
export function fleissTally(codes: readonly (readonly number[])[]): Tally {
  const raters = codes.length
  const tally = [0, 0, 0]
  if (raters < 2) return tally
  const things = codes[0]?.length ?? 0
  tally[0] = things
  tally[2] = things * raters
  let pairs = 0
  for (let i = 0; i < things; i++) {
    for (const list of codes) countAt(tally, 3 + (list[i] as number))
    pairs += agreeingPairs(codes, i)
  }
  tally[1] = (2 * pairs) / (raters * (raters - 1))
  return tally
}

/** Null where one category was given throughout. */
export function fleissKappa(tally: Tally): number | null {
  const [things, given] = [at(tally, 0), at(tally, 2)]
  let squares = 0
  for (let i = 3; i < tally.length; i++) squares += at(tally, i) ** 2
  const expected = squares / given ** 2
  return things === 0 || expected === 1 ? null : (at(tally, 1) / things - expected) / (1 - expected)
}

/** How many pairs of lists have the same code at `index`. */
export function agreeingPairs(codes: readonly (readonly number[])[], index: number): number {
  let pairs = 0
  for (let a = 0; a < codes.length; a++) {
    const code = (codes[a] as readonly number[])[index]
    for (let b = a + 1; b < codes.length; b++) if ((codes[b] as readonly number[])[index] === code) pairs++
  }
  return pairs
}

/** Adds one at `index`, with zeros before it where there is nothing yet. */
export function countAt(tally: number[], index: number): void {
  for (let i = tally.length; i <= index; i++) tally.push(0)
  tally[index] = (tally[index] as number) + 1
}
