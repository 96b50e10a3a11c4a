import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterChoices } from './boilerplate.ts'

const ad = (start: number, end: number) => ({ start, end, kind: 'ad', reason: 'an ad' })

it('gives back to the article what the analyst says belongs to it, from the middle of a range too', () => {
  expect(afterChoices([ad(0, 10), ad(20, 30)], [{ start: 4, end: 22, kind: null }])).toEqual([
    ad(0, 4),
    ad(22, 30),
  ])
})

it('takes the last word on a range', () => {
  const choices = [
    { start: 5, end: 9, kind: 'tags' },
    { start: 6, end: 7, kind: null },
  ]
  expect(afterChoices([ad(0, 6)], choices)).toMatchObject([
    ad(0, 5),
    { start: 5, end: 6 },
    { start: 7, end: 9 },
  ])
})

it('is sorted and disjoint, and covers just what was said last of each character', () => {
  const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
  const choice = fc.tuple(span, fc.constantFrom('tags', null))
  return fc.assert(
    fc.property(fc.array(choice, { maxLength: 6 }), (all) => {
      const choices = all.map(([[start, length], kind]) => ({ start, end: start + length, kind }))
      const parts = afterChoices([ad(3, 9), ad(12, 20)], choices)
      const has = (at: number) => parts.filter(({ start, end }) => start <= at && at < end).length
      for (let at = 0; at < 40; at++) {
        const last = choices.findLast(({ start, end }) => start <= at && at < end)
        const wanted = last ? last.kind !== null : (at >= 3 && at < 9) || (at >= 12 && at < 20)
        expect(has(at)).toBe(wanted ? 1 : 0)
      }
      expect(parts.every(({ start }, i) => i === 0 || (parts[i - 1]?.end ?? 0) <= start)).toBe(true)
    }),
  )
})
