import { describe, expect, test } from 'vitest'
import { cohenKappa, cohenTally, fleissKappa, fleissTally } from './kappa.ts'
import { sumOf } from './tally.ts'

/** The codes of two annotators from a table of how often they gave each pair of categories. */
function fromTable(table: readonly (readonly number[])[]): [a: number[], b: number[]] {
  const pairs = table.flatMap((row, a) =>
    row.flatMap((times, b) => Array.from({ length: times }, () => [a, b])),
  )
  return [pairs.map(([a]) => a as number), pairs.map(([, b]) => b as number)]
}

/** One list an annotator, from one list a thing. */
const turned = (things: readonly (readonly number[])[]): number[][] =>
  (things[0] ?? []).map((_, annotator) => things.map((codes) => codes[annotator] as number))

const kappaOf = (table: readonly (readonly number[])[]) => cohenKappa(cohenTally(...fromTable(table)))

describe('Cohen’s κ', () => {
  // Cohen (1960), p. 45: 200 things, κ = .492 from p_o = .70 and p_e = .41.
  test('is .492 in Cohen’s example', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]
    expect(kappaOf(table)?.toFixed(3)).toBe('0.492')
  })

  // Artstein & Poesio (2008), Inter-coder agreement for computational linguistics, Computational Linguistics 34(4), tables
  // 1 and 5: κ = .348 and .801.
  test('is .348 and .801 in Artstein and Poesio’s examples', () => {
    expect(
      kappaOf([
        [20, 10],
        [20, 50],
      ])?.toFixed(3),
    ).toBe('0.348')
    expect(
      kappaOf([
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ])?.toFixed(3),
    ).toBe('0.801')
  })

  test('of things in several articles is that of all of them', () => {
    const [a, b] = fromTable([
      [20, 10],
      [20, 50],
    ])
    const parts = [0, 13, 14, 60, 100]
    const tallies = parts.slice(1).map((end, i) => cohenTally(a.slice(parts[i], end), b.slice(parts[i], end)))
    expect(cohenKappa(sumOf(tallies))).toBeCloseTo(cohenKappa(cohenTally(a, b)) as number, 12)
  })

  test('says nothing where both give one category to all', () => {
    expect(cohenKappa(cohenTally([0, 0], [0, 0]))).toBeNull()
    expect(cohenKappa(cohenTally([], []))).toBeNull()
    expect(cohenKappa(cohenTally([1, 1], [0, 0]))).toBe(0)
  })
})

/** Fleiss (1971), table 1: 30 patients, each diagnosed by six psychiatrists with one of five categories. */
const PATIENTS = [
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555',
  '144444 124444 222333 144444 224445 333335 111455 111112 224444 133555',
  '555555 244444 224555 114444 144445 222224 111155 224444 133333 555555',
].flatMap((row) => row.split(' ').map((codes) => Array.from(codes, Number)))

/** By thing how many of 14 annotators gave each of five categories. */
const FOURTEEN = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
].map((counts) => counts.flatMap((times, code) => Array.from({ length: times }, () => code)))

describe('Fleiss’ κ', () => {
  // Fleiss (1971): P̄ = .5556, P̄_e = .2201, κ = .430.
  test('is .430 for Fleiss’ psychiatrists', () => {
    expect(fleissKappa(fleissTally(turned(PATIENTS)))?.toFixed(3)).toBe('0.430')
  })

  // The example of ten things, fourteen annotators and five categories that textbooks have: P̄ = 0.378, P̄_e = 0.213.
  test('is .210 for fourteen annotators', () => {
    expect(fleissKappa(fleissTally(turned(FOURTEEN)))?.toFixed(3)).toBe('0.210')
  })

  test('of two annotators is as that of things one by one', () => {
    const each = PATIENTS.map((codes) => fleissTally(turned([codes])))
    expect(fleissKappa(sumOf(each))).toBeCloseTo(fleissKappa(fleissTally(turned(PATIENTS))) as number, 12)
  })

  test('weighs each thing alike, however many have seen it', () => {
    const [agreed, halfAgreed] = [fleissTally([[0], [0]]), fleissTally([[1], [1], [0], [0]])]
    const expected = (4 / 6) ** 2 + (2 / 6) ** 2
    const observed = (1 + 2 / 6) / 2
    expect(fleissKappa(sumOf([agreed, halfAgreed]))).toBeCloseTo((observed - expected) / (1 - expected), 12)
  })

  test('leaves out what only one annotator has seen', () => {
    const seen = fleissTally(turned(PATIENTS))
    expect(fleissKappa(sumOf([seen, fleissTally([[0, 1, 2, 3]])]))).toBe(fleissKappa(seen))
  })
})
