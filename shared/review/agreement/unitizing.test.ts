import { describe, expect, test } from 'vitest'
import type { Span } from '#shared/domain/span.ts'
import { mark } from '../../testing/samples.ts'
import { disagreement, unitizingTally, unitsOf } from './unitizing.ts'

/** Units from where they begin and how long they are. */
const units = (...all: readonly (readonly [start: number, length: number])[]): readonly Span[] =>
  all.map(([start, length]) => ({ start, end: start + length }))

// Krippendorff (2004), p. 254: two observers, two categories, a continuum from 150 to 450, here from 0 to 300. The digits
// are those that DKPro Statistics' tests quote from it.
const C = [units([75, 70], [220, 30]), units([70, 80], [205, 20], [250, 20])]
const K = [units([30, 60], [150, 50]), units([30, 60], [150, 50])]

describe('αᵤ', () => {
  test('has the disagreement of Krippendorff’s example', () => {
    const c = disagreement(C, 300)
    expect([c.observed, c.expected].map((one) => one.toFixed(4))).toEqual(['0.0144', '0.0532'])
    const k = disagreement(K, 300)
    expect([k.observed, k.expected].map((one) => one.toFixed(4))).toEqual(['0.0000', '0.0490'])
    expect((1 - c.observed / c.expected).toFixed(4)).toBe('0.7286')
    // Printed is .8591, which is what the disagreements make as they are printed, with four digits.
    expect((1 - (0.0144 + 0) / (0.0532 + 0.049)).toFixed(4)).toBe('0.8591')
    expect((1 - (c.observed + k.observed) / (c.expected + k.expected)).toFixed(3)).toBe('0.859')
  })

  // Krippendorff (1995), p. 57, pairs A to D on a continuum of 24; D_o as DKPro Statistics' tests quote it, cut after five digits.
  // The 1995 paper's D_e was corrected by the author in 2004 and is not compared.
  test('has the observed disagreement of Krippendorff’s pairs', () => {
    const pairs = {
      bertha: [units([2, 8], [14, 6]), units([4, 4], [15, 2])],
      john: [units([0, 18]), units([0, 2], [2, 1], [3, 1], [4, 1], [5, 1], [6, 3], [9, 1])],
      gerret: [units([2, 6], [10, 2], [14, 4], [20, 2]), units([0, 2], [4, 4], [10, 4], [16, 2], [20, 2])],
      heather: [
        units([0, 2], [2, 8], [10, 4], [14, 6], [20, 4]),
        units([0, 4], [4, 4], [8, 7], [15, 2], [17, 7]),
      ],
    }
    const observed = Object.values(pairs).map(
      (pair) => Math.floor(disagreement(pair, 24).observed * 1e5) / 1e5,
    )
    expect(observed).toEqual([0.03125, 2.26736, 0.02777, 0.38715])
  })

  test('expects what all places of each pair make on average', () => {
    const given = [units([1, 2], [5, 3]), units([0, 4])]
    expect(disagreement(given, 9).expected).toBeCloseTo(expectedByTrying(given, 9), 12)
  })
})

/** D_e by going through every way in which a unit meets another one, or lies in a gap; Krippendorff (2004), section 11.6. */
function expectedByTrying(annotators: readonly (readonly Span[])[], length: number): number {
  const all = annotators.flat().map(({ start, end }) => end - start)
  const gaps = annotators.flatMap((own) => {
    const edges = [0, ...own.flatMap(({ start, end }) => [start, end]), length]
    return edges.flatMap((edge, i) => (i % 2 === 0 ? [(edges[i + 1] as number) - edge] : []))
  })
  let sum = 0
  all.forEach((b, i) => {
    all.forEach((other, j) => {
      if (i < j) for (let at = 1 - b; at < other; at++) sum += at ** 2 + (at + b - other) ** 2
    })
    for (const gap of gaps) for (let at = 0; at + b <= gap; at++) sum += b ** 2
  })
  const room = annotators.length * length
  const pairs = room * (room - 1) - all.reduce((own, b) => own + b * (b - 1), 0)
  return (2 * sum) / length / pairs
}

describe('units', () => {
  test('are one where marks share a character, and two where they touch', () => {
    const marks = [mark('a', 0, 5), mark('b', 3, 8), mark('c', 8, 9), mark('d', 0, 5)]
    expect(unitsOf(marks)).toEqual([
      { start: 0, end: 8 },
      { start: 8, end: 9 },
    ])
  })

  test('of labels that only one annotator uses are disagreement', () => {
    const coder = (annotator: string, ...marks: readonly ReturnType<typeof mark>[]) => ({
      annotator,
      marks,
      codes: [],
    })
    const [observed, expected] = unitizingTally({
      length: 20,
      coders: [coder('Ada', mark('a', 0, 5)), coder('Ben')],
    }) as [number, number]
    expect(observed).toBe(2 * 5 ** 2)
    expect(expected).toBeGreaterThan(0)
  })
})
