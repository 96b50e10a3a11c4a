import { expect, test } from 'vitest'
import { tokensOf } from './tokens.ts'

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
