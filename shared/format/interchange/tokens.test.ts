import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from './tokens.ts'

const wordsOf = (text: string): readonly string[] =>
  tokensOf(text).map(({ start, end }) => text.slice(start, end))

test('words and stops are tokens, white space is none', () => {
  expect(wordsOf('Norland will pay.\nSoon')).toEqual(['Norland', 'will', 'pay', '.', 'Soon'])
})

test('an accent that stands on a space is a token without the space', () => {
  expect(wordsOf('a \u0301b')).toEqual(['a', '\u0301', 'b'])
})

test('all that can be seen is in a token, and nothing else', () => {
  void fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(wordsOf(text).join('')).toBe(text.replace(/\s/gu, ''))
    }),
  )
})
