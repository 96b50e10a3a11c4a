import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marked } from '../testing/marked-text.ts'
import { prose, proseWithSpan, spansOf } from '../testing/prose.ts'
import { snapToWords } from './snapping.ts'
import { type Span, spanContains } from './span.ts'
import { cutsWord, trimSpan, wholeGraphemes, wordAfter, wordAt, wordBefore, wordOver } from './words.ts'

/** Where whole characters as a reader sees them begin, found by going through the whole text. */
function graphemeEdges(text: string): ReadonlySet<number> {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
  return new Set([...Array.from(segments, ({ index }) => index), text.length])
}

describe('the word at a caret', () => {
  it('is the one that the caret stands in, else the one it stands right behind, else none', () => {
    const text = 'The (U.S.) vow'
    const found = (offset: number) => {
      const word = wordAt(text, offset)
      return word && text.slice(word.start, word.end)
    }
    expect([0, 1, 3, 4, 5, 8, 9, 10, 11, 14].map(found)).toEqual([
      'The',
      'The',
      'The',
      undefined,
      'U.S.',
      'U.S.',
      'U.S.',
      undefined,
      'vow',
      'vow',
    ])
  })

  it('is everywhere a word that cutting the whole text into words gives, initialisms apart', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
    return fc.assert(
      fc.property(prose, (text) => {
        fc.pre(!/\p{L}\.\p{L}\./u.test(text))
        const words = Array.from(segmenter.segment(text))
          .filter(({ isWordLike }) => isWordLike)
          .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
        for (let offset = 0; offset <= text.length; offset++) {
          const inside = words.find(({ start, end }) => start <= offset && offset < end)
          expect(wordAt(text, offset)).toEqual(inside ?? words.find(({ end }) => end === offset))
        }
      }),
    )
  })

  it('is none outside the text', () => {
    expect([wordAt('word', -1), wordAt('word', 6), wordAt('', 0)]).toEqual([undefined, undefined, undefined])
  })
})

describe('the words around an offset', () => {
  it('are the first that ends behind it and the last that begins before it', () =>
    fc.assert(
      fc.property(prose, (text) => {
        const words: Span[] = []
        for (let at = 0; at < text.length; ) {
          const word = wordOver(text, at)
          if (word) words.push(word)
          at = word?.end ?? at + 1
        }
        for (let offset = 0; offset <= text.length; offset++) {
          expect(wordAfter(text, offset)).toEqual(words.find(({ end }) => end > offset))
          expect(wordBefore(text, offset)).toEqual(words.findLast(({ start }) => start < offset))
        }
      }),
      { numRuns: 300 },
    ))
})

it.each([
  ['[Obama admin]istration', true],
  ['O[bama] said', true],
  ['[Obama]’s words', false],
  ['the [ministers]’ vows', false],
  ['[U.S.] aid', false],
  ['“[Stop]!”', false],
])('a span that cuts a word is told from one that does not: %s', (source, isCut) => {
  const { text, span } = marked(source)
  expect(cutsWord(text, span)).toBe(isCut)
})

describe('whole graphemes', () => {
  it('cut no character that a reader sees as one, and take in no further one', () =>
    fc.assert(
      fc.property(proseWithSpan, ({ text, span }) => {
        const whole = wholeGraphemes(text, span)
        const edges = [...graphemeEdges(text)]
        expect(whole).toEqual({
          start: Math.max(...edges.filter((edge) => edge <= span.start)),
          end: Math.min(...edges.filter((edge) => edge >= span.end)),
        })
      }),
      { numRuns: 300 },
    ))

  it('come out of what was snapped and trimmed too', () =>
    fc.assert(
      fc.property(proseWithSpan, ({ text, span }) => {
        for (const loose of [snapToWords(text, span), trimSpan(text, span)]) {
          const { start, end } = wholeGraphemes(text, loose)
          expect([...graphemeEdges(text)]).toEqual(expect.arrayContaining([start, end]))
        }
      }),
      { numRuns: 300 },
    ))

  it.each([
    ['a long row of flags', '🇫🇷'.repeat(150), 4],
    ['a long row of families', '👩‍👩‍👧'.repeat(80), 8],
    ['a letter under 500 accents', `e${'\u0301'.repeat(500)}`, 501],
  ])('are found anywhere in %s', (_, text, size) => {
    const floor = (offset: number) => offset - (offset % size)
    for (let offset = 1; offset < text.length; offset++) {
      const { start } = wholeGraphemes(text, { start: offset, end: text.length })
      expect(start).toBe(floor(offset))
    }
  })

  it('keep CR LF together', () => {
    expect(wholeGraphemes('a\r\nb', { start: 2, end: 2 })).toEqual({ start: 1, end: 3 })
  })
})

describe('trimming', () => {
  it('takes the white space from both edges and nothing else', () =>
    fc.assert(
      fc.property(
        prose.chain((text) => fc.tuple(fc.constant(text), spansOf(text))),
        ([text, span]) => {
          const trimmed = trimSpan(text, span)
          expect(text.slice(trimmed.start, trimmed.end)).toBe(text.slice(span.start, span.end).trim())
          expect(spanContains(span, trimmed)).toBe(true)
        },
      ),
    ))
})
