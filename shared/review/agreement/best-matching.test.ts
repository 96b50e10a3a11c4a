import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestMatching, type Pairing } from './best-matching.ts'

/** The greatest worth by trying all matchings. */
function bestByTrying(pairings: readonly (readonly Pairing[])[], taken: readonly number[] = []): number {
  const [first, ...rest] = pairings
  if (!first) return 0
  const matched = first
    .filter(({ right }) => !taken.includes(right))
    .map(({ right, worth }) => worth + bestByTrying(rest, [...taken, right]))
  return Math.max(bestByTrying(rest, taken), ...matched)
}

const RIGHTS = 5
const pairings = fc.array(
  fc.uniqueArray(fc.record({ right: fc.nat(RIGHTS - 1), worth: fc.integer({ min: -3, max: 9 }) }), {
    selector: ({ right }) => right,
  }),
  { maxLength: 6 },
)

test('no matching is worth more than the one that is found', () =>
  fc.assert(
    fc.property(pairings, (given) => {
      const rightOf = bestMatching(given, RIGHTS)
      const matched = rightOf.filter((right) => right >= 0)
      expect(new Set(matched).size).toBe(matched.length)
      const worths = rightOf.map((right, left) => given[left]?.find((one) => one.right === right)?.worth ?? 0)
      expect(worths.every((worth) => worth >= 0)).toBe(true)
      expect(worths.reduce((sum, worth) => sum + worth, 0)).toBe(bestByTrying(given))
    }),
    { numRuns: 500 },
  ))

test('what is matched already moves where that is worth it', () => {
  const given = [
    [
      { right: 0, worth: 5 },
      { right: 1, worth: 4 },
    ],
    [{ right: 0, worth: 3 }],
  ]
  expect(bestMatching(given, 2)).toEqual([1, 0])
})
