import * as fc from 'fast-check'
import type { Span } from '../domain/span.ts'

/** What is hard to cut into words: quotes, possessives, flags, families, scripts without spaces or from right to left. */
export const PIECES = [
  'minister',
  'Ruiz',
  '’s',
  "'s",
  's',
  '“',
  '”',
  ',',
  '.',
  '(',
  ' — ',
  ' ',
  '\u00a0',
  '\n',
  '\r\n',
  '\r',
  '1,000',
  'U.S.',
  'e\u0301',
  '\u0301',
  '\u200d',
  '🇫🇷',
  '🇫',
  '👩‍👩‍👧',
  '𝒜',
  '外交部长',
  'カタカナ',
  '대통령은',
  'מע״מ',
  'רח׳',
  "א'",
  'الوزير',
  '\u0600',
  'İ',
  'ß',
]

export const prose: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'grapheme' })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''))

/** Any two offsets of `text` in order, also in the midst of a character. */
export const spansOf = (text: string): fc.Arbitrary<Span> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

export const proseWithSpan: fc.Arbitrary<{ readonly text: string; readonly span: Span }> = prose.chain(
  (text) => spansOf(text).map((span) => ({ text, span })),
)
