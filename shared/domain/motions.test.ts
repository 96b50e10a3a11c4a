import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prose } from '../testing/prose.ts'
import { atFold, beyondFolds, caretAfter, courseOf, headAfter, MOTIONS, type Motion } from './motions.ts'
import { wholeGraphemes } from './words.ts'

const motions = fc.constantFrom(...MOTIONS)
const go = (text: string, offset: number, motion: Motion) =>
  caretAfter(text, offset, courseOf(text, offset, motion))

/** Where the caret stops on its way through the whole text. */
function stops(text: string, from: number, motion: Motion): number[] {
  const found = [from]
  for (let at = from; ; found.push(at)) {
    const next = go(text, at, motion)
    if (next === at) return found
    at = next
  }
}

describe('the caret', () => {
  it('never stands within a character, whatever keys are pressed', () =>
    fc.assert(
      fc.property(prose, fc.array(motions, { maxLength: 30 }), (text, keys) => {
        let at = 0
        for (const key of keys) {
          at = go(text, at, key)
          expect(wholeGraphemes(text, { start: at, end: at })).toEqual({ start: at, end: at })
        }
      }),
      { numRuns: 500 },
    ))

  it('goes by characters as a reader sees them', () => {
    expect(stops('e\u0301👩‍👩‍👧\r\n🇫🇷', 0, 'right')).toEqual([0, 2, 10, 12, 16])
  })

  it('goes by words to their ends, and back to their starts, over lines and initialisms', () => {
    const text = 'The U.S. “vow”.\n\nNo!'
    expect(stops(text, 0, 'word-right')).toEqual([0, 3, 8, 13, 19, 20])
    expect(stops(text, 20, 'word-left')).toEqual([20, 17, 10, 4, 0])
  })

  it('goes by sentences and paragraphs to their starts', () => {
    const text = 'One. Two.\n\n  Three. Four.'
    expect(stops(text, 0, 'next-sentence')).toEqual([0, 5, 13, 20, 25])
    expect(stops(text, 25, 'previous-sentence')).toEqual([25, 20, 13, 5, 0])
    expect(stops(text, 0, 'next-paragraph')).toEqual([0, 13, 25])
    expect(stops(text, 25, 'previous-paragraph')).toEqual([25, 13, 0])
  })

  it('goes to the start and the end of all', () => {
    expect([go('a\nb', 1, 'start'), go('a\nb', 1, 'end')]).toEqual([0, 3])
  })

  it('goes on to the left where a paragraph is written that way', () => {
    const text = 'שר החוץ\nminister'
    expect([0, 2, 7].map((offset) => go(text, offset, 'word-left'))).toEqual([2, 7, 16])
    expect([go(text, 3, 'right'), go(text, 3, 'left'), go(text, 10, 'right')]).toEqual([2, 4, 11])
  })

  it('takes whole units into a selection: on to their ends', () => {
    const text = 'One. Two. Three.'
    expect(headAfter(text, 0, { isForward: true, unit: 'sentence' })).toBe(3)
    expect(headAfter(text, 3, { isForward: true, unit: 'sentence' })).toBe(8)
    expect(headAfter(text, 9, { isForward: false, unit: 'sentence' })).toBe(5)
  })
})

describe('folded lines', () => {
  const runs = [
    { start: 0, end: 5 },
    { start: 10, end: 15 },
    { start: 15, end: 21 },
    { start: 30, end: 41 },
  ]

  it.each([
    [5, 7, 7],
    [9, 12, 21],
    [9, 10, 21],
    [25, 20, 9],
    [25, 14, 9],
    [6, 3, undefined],
    [25, 31, undefined],
  ])('are passed over: from %s to %s the caret goes to %s', (from, to, beyond) => {
    expect(beyondFolds({ runs, textLength: 40 }, from, to)).toBe(beyond)
  })

  it.each([
    ['into one from above', 4, 6],
    ['into one from below', 33, 31],
    ['on from the row', 25, 26],
    ['back from the row', 25, 24],
  ])('have a row each, where the caret rests: %s', (_, from, to) => {
    const at = atFold({ runs, textLength: 40 }, from, to)
    const run = runs.find(({ start, end }) => start <= to && to < end)
    const isFromRow = run && run.start <= from && from < run.end
    expect(at).toBe(!run || isFromRow ? beyondFolds({ runs, textLength: 40 }, from, to) : run.start)
  })
})
