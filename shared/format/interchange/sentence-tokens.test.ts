import { expect, test } from 'vitest'
import type { Span } from '../../domain/span.ts'
import { tokensOf } from '../../domain/tokens.ts'
import { tokensBySentence } from './sentence-tokens.ts'

const TEXT = 'It rained. Gen. Ruiz left.\nNobody came.'

const sentencesIn = (...marks: readonly Span[]): readonly string[] =>
  tokensBySentence(TEXT, tokensOf(TEXT), marks).map((tokens) =>
    TEXT.slice(tokens[0]?.start, tokens.at(-1)?.end),
  )

test('tokens stand in the sentences that the text has', () => {
  expect(sentencesIn()).toEqual(['It rained.', 'Gen. Ruiz left.', 'Nobody came.'])
})

test('sentences that a mark runs over are one', () => {
  const over = { start: TEXT.indexOf('left'), end: TEXT.indexOf(' came') }
  expect(sentencesIn(over)).toEqual(['It rained.', 'Gen. Ruiz left.\nNobody came.'])
})

test('a mark that ends where a sentence does keeps the next one apart', () => {
  expect(sentencesIn({ start: 0, end: 10 })).toHaveLength(3)
})
