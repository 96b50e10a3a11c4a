import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spacedTokensOf, tokensOf } from './tokens.ts'

const wordsOf = (text: string, cuts?: readonly number[]): string[] =>
  tokensOf(text, cuts).map(({ start, end }) => text.slice(start, end))

test('a text is cut into words and single other characters', () => {
  expect(wordsOf('Mr. Low’s ferry, 3.5 t: “late”.\r\nNo 👩‍👩‍👧!')).toEqual([
    'Mr',
    '.',
    'Low’s',
    'ferry',
    ',',
    '3.5',
    't',
    ':',
    '“',
    'late',
    '”',
    '.',
    'No',
    '👩‍👩‍👧',
    '!',
  ])
})

test('no token holds what is white space here or in Python', () => {
  expect(wordsOf('a \u0301b\u001cc\u0085d\ufeff e')).toEqual(['a', '\u0301', 'b', 'c', 'd', 'e'])
})

test('tokens end where they are cut besides', () => {
  expect(wordsOf('ferries sail', [3, 7, 9])).toEqual(['fer', 'ries', 's', 'ail'])
})

test('with white space, a text is its tokens with at most a single space behind each', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b ', ' ', '\n', '\u0301', '\u001c', '\ufeff', '.', '😀')),
      (parts) => {
        const text = parts.join('')
        let at = 0
        for (const { start, end } of spacedTokensOf(text)) {
          expect(['', ' ']).toContain(text.slice(at, start))
          if (at === 0) expect(start).toBe(0)
          at = end
        }
        expect(['', ' ']).toContain(text.slice(at))
      },
    ),
  )
})

test('white space beyond a single space is a token of its own', () => {
  const text = '  The  ferry\n\nsails '
  expect(spacedTokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '  ',
    'The',
    ' ',
    'ferry',
    '\n\n',
    'sails',
  ])
})
