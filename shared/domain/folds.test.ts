import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prose, spansOf } from '../testing/prose.ts'
import type { Boilerplate } from './boilerplate.ts'
import { foldNotice, foldsIn } from './folds.ts'
import { linesOf } from './lines.ts'

const part = (start: number, end: number, reason = 'share bar'): Boilerplate => ({
  start,
  end,
  kind: 'some',
  reason,
})
const foldsOf = (text: string, ...boilerplate: readonly Boilerplate[]) =>
  foldsIn({ text, lines: linesOf(text), boilerplate })

const scenes = prose.chain((text) =>
  fc.record({
    text: fc.constant(text),
    boilerplate: fc.array(
      spansOf(text).map(({ start, end }) => part(start, end)),
      { maxLength: 4 },
    ),
  }),
)

describe('the folds of an article', () => {
  it('are the lines that boilerplate covers whole, spaces at their edges aside', () => {
    const text = 'one\n  two \nthree\nfour'
    expect(foldsOf(text, part(6, 9))).toMatchObject([{ first: 1, last: 1, start: 4, end: 11 }])
    expect(foldsOf(text, part(4, 17))).toMatchObject([{ first: 1, last: 2, start: 4, end: 17 }])
    expect(foldsOf(text, part(7, 9), part(5, 8))).toEqual([])
  })

  it('reach one past the text after its last line, since the caret can stand there too', () => {
    expect(foldsOf('one\ntwo', part(4, 7))).toMatchObject([{ start: 4, end: 8 }])
  })

  it('take in an empty line only where the range goes on behind it', () => {
    expect(foldsOf('a\n\nb\n', part(0, 2))).toMatchObject([{ first: 0, last: 0 }])
    expect(foldsOf('a\n\nb\n', part(0, 4))).toMatchObject([{ first: 0, last: 2 }])
  })

  it('are sorted and disjoint, begin with a line and end with one, and hide no word that is not boilerplate', () =>
    fc.assert(
      fc.property(scenes, ({ text, boilerplate }) => {
        const folds = foldsOf(text, ...boilerplate)
        let before = 0
        for (const { start, end, first, last } of folds) {
          expect(first).toBeLessThanOrEqual(last)
          expect(start).toBeGreaterThanOrEqual(before)
          expect(start === 0 || text[start - 1] === '\n').toBe(true)
          expect(end === text.length + 1 || text[end - 1] === '\n').toBe(true)
          before = end
          const isTold = (at: number) => boilerplate.some((one) => one.start <= at && at < one.end)
          const words = Array.from(text.slice(start, end).matchAll(/\S/gu), ({ index }) => start + index)
          expect(words.filter((at) => !isTold(at))).toEqual([])
        }
      }),
    ))

  it('say why they are folded, and how much', () => {
    expect(foldsOf('a\nb', part(0, 3, 'photo credit')).map(foldNotice)).toEqual(['photo credit · 2 lines'])
    expect(foldsOf('a\nb', part(0, 1, '')).map(foldNotice)).toEqual(['boilerplate · 1 line'])
  })
})
