import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { texts } from '../testing/arbitraries.ts'
import { tokensOf } from './tokens.ts'
import { VISIBLE } from './white-space.ts'

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

test('tokens are those of the rules for the whole text, line by line', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const byTheRules = (text: string): string[] =>
    (text.match(/[^\n]*\n|[^\n]+$/g) ?? [])
      .flatMap((line) => Array.from(segmenter.segment(line), ({ segment }) => segment))
      .flatMap((segment) => segment.match(VISIBLE) ?? [])
  const pieces = fc.constantFrom(
    'ab',
    'a',
    ' ',
    '  ',
    '.',
    ',',
    "'",
    '’',
    '3',
    '_',
    '-',
    'é',
    '\u202f',
    '\u00a0',
    '中文',
    'かな',
  )
  const mixed = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
  return fc.assert(
    fc.property(fc.oneof(texts, mixed), (text) => {
      expect(wordsOf(text)).toEqual(byTheRules(text))
    }),
    { numRuns: 2000 },
  )
})
