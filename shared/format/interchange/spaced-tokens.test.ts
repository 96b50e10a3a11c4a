import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spacedTokensOf } from './spaced-tokens.ts'

const texts = fc
  .array(fc.constantFrom('a', 'b ', ' ', '\n', '\u0301', '\u001c', '\ufeff', '.', '😀'))
  .map((parts) => parts.join(''))

test('with white space, a text is its tokens with at most a single space behind each', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const tokens = spacedTokensOf(text)
      const gaps = [...tokens, { start: text.length }].map(({ start }, i) =>
        text.slice(tokens[i - 1]?.end ?? 0, start),
      )
      expect(gaps.filter((gap) => gap !== '' && gap !== ' ')).toEqual([])
      expect(gaps[0]).toBe('')
    }),
  ))

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
