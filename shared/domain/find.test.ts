import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { texts } from '../testing/arbitraries.ts'
import { prose } from '../testing/prose.ts'
import { findInText } from './find.ts'

const found = (text: string, query: string) =>
  findInText(text, query).map(({ start, end }) => text.slice(start, end))

describe('finding words in a text', () => {
  it('does not mind their case', () => {
    expect(found('Truce, TRUCE, truce; Écluse', 'tRuce')).toEqual(['Truce', 'TRUCE', 'truce'])
    expect(found('Écluse', 'éCLUSE')).toEqual(['Écluse'])
  })

  it('lets any white space stand for any other, a line break too', () => {
    const text = 'Ana Ruiz; Ana\u00a0Ruiz; Ana\r\n\tRuiz; Ana\u2003 Ruiz; AnaRuiz'
    expect(found(text, ' Ana  Ruiz ')).toEqual([
      'Ana Ruiz',
      'Ana\u00a0Ruiz',
      'Ana\r\n\tRuiz',
      'Ana\u2003 Ruiz',
    ])
  })

  it('takes every character for itself', () => {
    const odd = '.*+?^$(){}[]|\\/-&~#,=!<>:"\'`@%;'
    for (const character of odd)
      expect(findInText(`ab${character}cd`, character)).toEqual([{ start: 2, end: 3 }])
    expect(findInText(`x${odd}y`, odd)).toEqual([{ start: 1, end: 1 + odd.length }])
    expect(found('a.c abc', 'a.c')).toEqual(['a.c'])
    expect(found('1. 2', '\\d')).toEqual([])
  })

  it('gives true offsets behind characters whose small letter is longer or shorter', () => {
    expect(findInText('İİİ ẞ 𐐀 Ruiz', 'ruiz')).toEqual([{ start: 9, end: 13 }])
    expect(findInText('İstanbul', 'İSTANBUL')).toEqual([{ start: 0, end: 8 }])
    expect(findInText('x𐐀', '𐐨')).toEqual([{ start: 1, end: 3 }])
  })

  it('finds no half of a character', () => {
    expect(findInText('a😀b', '\ud83d')).toEqual([])
  })

  it('finds nothing for nothing', () => {
    expect(['', ' ', '\n\t'].map((query) => findInText('a b', query))).toEqual([[], [], []])
  })

  it('finds every slice of a text at the place that it was taken from, or in a find that overlaps it', () => {
    const slices = fc
      .oneof(texts, prose)
      .map((text) => ({ text, characters: [...text] }))
      .chain(({ text, characters }) =>
        fc.tuple(fc.nat(characters.length), fc.nat(characters.length)).map(([a, b]) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)]
          return {
            text,
            start: characters.slice(0, from).join('').length,
            query: characters.slice(from, to).join(''),
          }
        }),
      )
    return fc.assert(
      fc.property(slices, ({ text, start, query }) => {
        const wanted = query.trim()
        if (!wanted) return
        const at = start + query.indexOf(wanted)
        const end = at + wanted.length
        expect(findInText(text, query).some((span) => span.start < end && at < span.end)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('finds in reading order, without overlaps, and only what reads like the query', () => {
    const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'B', ' '), maxLength })
    return fc.assert(
      fc.property(letters(60), letters(3), (text, query) => {
        const spans = findInText(text, query)
        spans.forEach(({ start, end }, i) => {
          expect(start >= (spans[i - 1]?.end ?? 0)).toBe(true)
          const read = text.slice(start, end).toLowerCase().replace(/\s+/g, ' ')
          expect(read).toBe(query.trim().toLowerCase().replace(/\s+/g, ' '))
        })
      }),
    )
  })

  it('stops at ten thousand', () => {
    expect(findInText('a'.repeat(10_001), 'a')).toHaveLength(10_000)
  })
})
