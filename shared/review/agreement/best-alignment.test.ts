import { expect, test } from 'vitest'
import { leastDisorder } from './best-alignment.ts'
import type { Unit } from './continuum.ts'
import { dissimilarity } from './dissimilarity.ts'
import { randomFrom } from './random.ts'

type Owned = { readonly unit: Unit; readonly owner: number }

/** The least disorder by trying every alignment there is, each from its definition. */
function leastByTrying(annotators: readonly (readonly Unit[])[]): number {
  const units = annotators.flatMap((all, owner) => all.map((unit) => ({ unit, owner })))
  return tryAll(units, [], annotators.length)
}

function tryAll(units: readonly Owned[], put: readonly (readonly Owned[])[], count: number): number {
  const [first, ...rest] = units
  if (!first) return put.reduce((sum, unitary) => sum + disorderOf(unitary, count), 0)
  const joined = put.flatMap((unitary, i) =>
    unitary.some(({ owner }) => owner === first.owner) ? [] : [put.with(i, [...unitary, first])],
  )
  return Math.min(...[...joined, [...put, [first]]].map((next) => tryAll(rest, next, count)))
}

/** The mean over all pairs of annotators, 1 where one of the two has no unit. */
function disorderOf(unitary: readonly Owned[], count: number): number {
  const pairs = (count * (count - 1)) / 2
  const near = unitary.flatMap((a, i) => unitary.slice(i + 1).map((b) => dissimilarity(a.unit, b.unit)))
  return (near.reduce((sum, one) => sum + one, 0) + pairs - near.length) / pairs
}

function crowded(count: number, each: number, random: () => number): readonly (readonly Unit[])[] {
  const unit = (): Unit => {
    const start = Math.floor(random() * 40)
    return { start, end: start + 1 + Math.floor(random() * 9), label: Math.floor(random() * 2) }
  }
  return Array.from({ length: count }, () =>
    Array.from({ length: each }, unit).sort((a, b) => a.start - b.start),
  )
}

const disorders = (count: number, each: number): readonly (readonly [found: number, least: number])[] => {
  const random = randomFrom(count)
  return Array.from({ length: 60 }, () => crowded(count, each, random)).map((annotators) => [
    leastDisorder(annotators),
    leastByTrying(annotators),
  ])
}

test('of two annotators no alignment has less disorder', () => {
  for (const [found, least] of disorders(2, 4)) expect(found).toBeCloseTo(least, 9)
})

test('of three and four annotators the best alignment is found, or nearly', () => {
  for (const all of [disorders(3, 3), disorders(4, 2)]) {
    const best = all.filter(([found, least]) => found < least + 1e-9).length
    const excess = all.reduce((sum, [found, least]) => sum + found / least - 1, 0) / all.length
    expect(all.every(([found, least]) => found > least - 1e-9)).toBe(true)
    expect(best / all.length).toBeGreaterThan(0.9)
    expect(excess).toBeLessThan(0.005)
  }
})

test('units that nobody else has are 1 each', () => {
  const unit: Unit = { start: 0, end: 5, label: 0 }
  expect(leastDisorder([[unit], [], []])).toBe(1)
  expect(leastDisorder([[unit], [{ ...unit, start: 90, end: 99 }]])).toBe(2)
  expect(leastDisorder([[unit], [unit], [unit]])).toBeCloseTo(0, 12)
  expect(leastDisorder([])).toBe(0)
})
