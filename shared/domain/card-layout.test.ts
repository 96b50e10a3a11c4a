import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CardBox, layOut } from './card-layout.ts'

const GAP = 6

const boxes: fc.Arbitrary<readonly CardBox[]> = fc
  .array(fc.record({ top: fc.nat(2_000), height: fc.integer({ min: 20, max: 400 }) }), { maxLength: 40 })
  .map((some) => some.toSorted((a, b) => a.top - b.top).map((box, i) => ({ ...box, id: `card-${i}` })))

const withSelected = boxes.chain((cards) =>
  fc.tuple(fc.constant(cards), fc.option(fc.constantFrom(...cards.map(({ id }) => id), 'none'))),
)

const overlapIn = (cards: readonly CardBox[], tops: readonly number[]) =>
  cards.some(({ height }, i) => i + 1 < cards.length && at(tops, i) + height + GAP > at(tops, i + 1) + 1e-6)

const at = (tops: readonly number[], i: number): number => tops[i] as number
const off = (cards: readonly CardBox[], tops: readonly number[]) =>
  cards.reduce((sum, { top }, i) => sum + (at(tops, i) - top) ** 2, 0)

describe('cards in the margin', () => {
  it('never overlap, in whatever order they come, and keep their order', () =>
    fc.assert(
      fc.property(withSelected, ([cards, selected]) => {
        expect(overlapIn(cards, layOut(cards, selected, GAP))).toBe(false)
      }),
    ))

  it('have the selected one exactly at its line', () =>
    fc.assert(
      fc.property(withSelected, ([cards, selected]) => {
        const tops = layOut(cards, selected, GAP)
        const index = cards.findIndex(({ id }) => id === selected)
        if (index >= 0) expect(at(tops, index)).toBeCloseTo((cards[index] as CardBox).top, 6)
      }),
    ))

  it('stand at their lines where there is room', () => {
    const cards = [
      { id: 'a', top: 10, height: 40 },
      { id: 'b', top: 56, height: 40 },
      { id: 'c', top: 300, height: 200 },
    ]
    expect(layOut(cards, null, GAP)).toEqual([10, 56, 300])
    expect(layOut([], null, GAP)).toEqual([])
  })

  it('of two that have one line each moves half the way, unless one is selected', () => {
    const cards = [
      { id: 'a', top: 100, height: 34 },
      { id: 'b', top: 100, height: 34 },
    ]
    expect(layOut(cards, null, GAP)).toEqual([80, 120])
    expect(layOut(cards, 'a', GAP)).toEqual([100, 140])
    expect(layOut(cards, 'b', GAP)).toEqual([60, 100])
  })

  it('could not stand nearer: no small move of one or of all from one on brings them nearer', () =>
    fc.assert(
      fc.property(withSelected, fc.nat(), fc.constantFrom(-1, 1), ([cards, selected], pick, step) => {
        const tops = layOut(cards, selected, GAP)
        const from = cards.length > 0 ? pick % cards.length : 0
        const moves = [
          tops.map((top, i) => (i === from ? top + step : top)),
          tops.map((top, i) => (i >= from ? top + step : top)),
          tops.map((top, i) => (i <= from ? top + step : top)),
        ]
        const index = cards.findIndex(({ id }) => id === selected)
        const isAllowed = (moved: readonly number[]) =>
          !overlapIn(cards, moved) && (index < 0 || at(moved, index) === at(tops, index))
        for (const moved of moves.filter(isAllowed))
          expect(off(cards, moved)).toBeGreaterThanOrEqual(off(cards, tops) - 1e-6)
      }),
    ))
})
