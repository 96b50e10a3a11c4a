import { expect, it } from 'vitest'
import { mark } from '../testing/samples.ts'
import { shortQuote, shortQuoteOf } from './short-quote.ts'

it('quotes short words whole, on one line, and cuts long ones between characters', () => {
  expect(shortQuote('a\n  b', { start: 0, end: 5 })).toBe('a b')
  const letters = '𝒜'.repeat(80)
  expect(shortQuote(letters, { start: 0, end: letters.length })).toBe(`${'𝒜'.repeat(60)}…`)
  expect(shortQuote('x'.repeat(61), { start: 0, end: 61 })).toBe(`${'x'.repeat(60)}…`)
})

it('quotes a mark of fragments by the first two of them', () => {
  const text = 'one two three'
  const spans = [
    { start: 0, end: 3 },
    { start: 4, end: 7 },
    { start: 8, end: 13 },
  ]
  const whole = mark('a', 0, 13)
  expect(shortQuoteOf(text, whole)).toBe('one two three')
  expect(shortQuoteOf(text, { ...whole, fragments: spans.slice(0, 2) })).toBe('one … two')
  expect(shortQuoteOf(text, { ...whole, fragments: spans })).toBe('one … two …')
})
