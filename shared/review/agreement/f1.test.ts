import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation } from '#shared/domain/annotation.ts'
import { codings } from '../../testing/codings.ts'
import { mark } from '../../testing/samples.ts'
import { exactTally, f1, overlapTally } from './f1.ts'

const act = (id: string, start: number, end: number): Annotation => ({
  ...mark(id, start, end),
  label: 'commitment',
})
const exact = (a: readonly Annotation[], b: readonly Annotation[]) => f1(exactTally(a, b))
const overlapping = (a: readonly Annotation[], b: readonly Annotation[]) => f1(overlapTally(a, b))

describe('F1', () => {
  test('says nothing of none against none, and is 0 of some against none', () => {
    expect([exact([], []), overlapping([], [])]).toEqual([null, null])
    expect([exact([mark('a', 0, 3)], []), overlapping([], [mark('a', 0, 3)])]).toEqual([0, 0])
  })

  test('takes the same place with the same label for exact', () => {
    const ada = [mark('a', 0, 3), mark('b', 5, 9), act('c', 0, 9)]
    const ben = [mark('d', 0, 3), mark('e', 5, 8), mark('f', 0, 9)]
    expect(exact(ada, ben)).toBe(2 / 6)
    expect(overlapping(ada, ben)).toBe(4 / 6)
  })

  test('tells one run from the same hull in fragments', () => {
    const whole = mark('a', 0, 9)
    const parts: Annotation = {
      ...whole,
      fragments: [
        { start: 0, end: 3 },
        { start: 6, end: 9 },
      ],
    }
    expect(exact([whole], [parts])).toBe(0)
    expect(overlapping([parts], [mark('b', 3, 6)])).toBe(0)
    expect(overlapping([parts], [mark('b', 3, 7)])).toBe(1)
  })

  test('matches what lies on each other one to one', () => {
    const three = ['a', 'b', 'c'].map((id) => mark(id, 0, 5))
    const two = ['d', 'e'].map((id) => mark(id, 0, 5))
    expect(exact(three, two)).toBe(4 / 5)
    expect(overlapping(three, two)).toBe(4 / 5)
  })

  test('leaves a greater overlap rather than two smaller ones that together are less', () => {
    const ada = [mark('a', 0, 10), mark('b', 10, 12)]
    const ben = [mark('c', 0, 11)]
    expect(overlapping(ada, ben)).toBe(2 / 3)
    expect(overlapping([mark('a', 0, 10)], [mark('b', 0, 4), mark('c', 5, 9)])).toBe(2 / 3)
  })

  test('is the same from either side, and 1 with a copy', () =>
    fc.assert(
      fc.property(codings, ([a, b]) => {
        const [ada, ben] = [a?.annotations ?? [], b?.annotations ?? []]
        expect(exactTally(ben, ada)).toEqual(exactTally(ada, ben))
        expect(overlapTally(ben, ada.toReversed())).toEqual(overlapTally(ada, ben))
        expect(exact(ada, ada)).toBe(ada.length > 0 ? 1 : null)
        expect(overlapping(ada, ada)).toBe(ada.length > 0 ? 1 : null)
      }),
    ))
})
