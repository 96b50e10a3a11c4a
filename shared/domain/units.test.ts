import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prose } from '../testing/prose.ts'
import { nextEnd, nextStart, previousEnd, previousStart, type Unit, unitAfter, unitBefore } from './units.ts'
import { wholeGraphemes } from './words.ts'

const units = fc.constantFrom<Unit>('character', 'word', 'sentence', 'paragraph')
const places = prose.chain((text) =>
  fc.record({ text: fc.constant(text), unit: units, offset: fc.nat(text.length) }),
)

describe('going through a text by units', () => {
  it('forward meets the same ones as backward', () =>
    fc.assert(
      fc.property(prose, units, (text, unit) => {
        const forward = []
        for (let found = unitAfter(text, 0, unit); found; found = unitAfter(text, found.end, unit))
          forward.push(found)
        const backward = []
        for (let found = unitBefore(text, text.length, unit); found; ) {
          backward.unshift(found)
          found = unitBefore(text, found.start, unit)
        }
        expect(forward).toEqual(backward)
      }),
      { numRuns: 300 },
    ))

  it('always goes on until the text ends, and back until it begins', () =>
    fc.assert(
      fc.property(places, ({ text, unit, offset }) => {
        const forward = [nextEnd(text, offset, unit), nextStart(text, offset, unit)]
        const back = [previousStart(text, offset, unit), previousEnd(text, offset, unit)]
        expect(forward.every((to) => to > offset || to === text.length)).toBe(true)
        expect(back.every((to) => to < offset || to === 0)).toBe(true)
      }),
      { numRuns: 500 },
    ))

  it('stops nowhere within a character', () =>
    fc.assert(
      fc.property(places, ({ text, unit, offset }) => {
        for (const to of [nextEnd, nextStart, previousStart, previousEnd]) {
          const at = to(text, offset, unit)
          expect(wholeGraphemes(text, { start: at, end: at })).toEqual({ start: at, end: at })
        }
      }),
      { numRuns: 1000 },
    ))

  it('takes blank lines for no paragraphs, and no space for part of one', () => {
    const text = ' One.\r\n\r\n\tTwo. Three. \n'
    const first = unitAfter(text, 0, 'paragraph')
    const second = unitAfter(text, 6, 'paragraph')
    expect([first, second].map((span) => span && text.slice(span.start, span.end))).toEqual([
      'One.',
      'Two. Three.',
    ])
    expect(unitAfter(text, 22, 'paragraph')).toBeUndefined()
  })
})
