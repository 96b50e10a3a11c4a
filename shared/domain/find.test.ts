import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { texts } from '../testing/arbitraries.ts'
import { prose } from '../testing/prose.ts'
import { FIND_LIMIT, findInText, plainFind } from './find.ts'
import type { Span } from './span.ts'

const spansIn = (text: string, query: string, options = {}) =>
  findInText(text, query, { ...plainFind, ...options }).matches

const found = (text: string, query: string, options = {}) =>
  spansIn(text, query, options).map(({ start, end }) => text.slice(start, end))

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
      expect(spansIn(`ab${character}cd`, character)).toEqual([{ start: 2, end: 3 }])
    expect(spansIn(`x${odd}y`, odd)).toEqual([{ start: 1, end: 1 + odd.length }])
    expect(found('a.c abc', 'a.c')).toEqual(['a.c'])
    expect(found('1. 2', '\\d')).toEqual([])
  })

  it('gives true offsets behind characters whose small letter is longer or shorter', () => {
    expect(spansIn('İİİ ẞ 𐐀 Ruiz', 'ruiz')).toEqual([{ start: 9, end: 13 }])
    expect(spansIn('İstanbul', 'İSTANBUL')).toEqual([{ start: 0, end: 8 }])
    expect(spansIn('x𐐀', '𐐨')).toEqual([{ start: 1, end: 3 }])
  })

  it('finds no half of a character', () => {
    expect(spansIn('a😀b', '\ud83d')).toEqual([])
  })

  it('finds nothing for nothing', () => {
    expect(['', ' ', '\n\t'].map((query) => spansIn('a b', query))).toEqual([[], [], []])
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
        expect(spansIn(text, query).some((span) => span.start < end && at < span.end)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('finds in reading order, without overlaps, and only what reads like the query', () => {
    const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'B', ' '), maxLength })
    return fc.assert(
      fc.property(letters(60), letters(3), (text, query) => {
        const spans = spansIn(text, query)
        spans.forEach(({ start, end }, i) => {
          expect(start >= (spans[i - 1]?.end ?? 0)).toBe(true)
          const read = text.slice(start, end).toLowerCase().replace(/\s+/g, ' ')
          expect(read).toBe(query.trim().toLowerCase().replace(/\s+/g, ' '))
        })
      }),
    )
  })

  it('stops at ten thousand, and says that there are more', () => {
    expect(findInText('a'.repeat(FIND_LIMIT), 'a').hasMore).toBe(false)
    const { matches, hasMore } = findInText('a'.repeat(FIND_LIMIT + 1), 'a')
    expect([matches.length, hasMore]).toEqual([FIND_LIMIT, true])
  })

  it('minds the case where that is wanted', () => {
    expect(found('May may MAY', 'May', { matchCase: true })).toEqual(['May'])
    expect(found('Écluse écluse', 'é', { matchCase: true })).toEqual(['é'])
  })
})

describe('finding whole words', () => {
  const places = (text: string, query: string) =>
    spansIn(text, query, { wholeWord: true }).map(({ start }) => start)

  it('leaves out what goes on as a word, of any script', () => {
    expect(places('port ports Airport port.', 'port')).toEqual([0, 19])
    expect(places('Éclus Écluse éclus', 'éclus')).toEqual([0, 13])
    expect(places('мир мира', 'мир')).toEqual([0])
    expect(places('cafe cafe\u0301 café', 'cafe')).toEqual([0])
    expect(places('19 1987 19-day', '19')).toEqual([0, 8])
    expect(places('نمی‌خواهم', 'خواهم')).toEqual([])
  })

  it('takes quotes, hyphens, brackets and a possessive for edges', () => {
    expect(places('“Ruiz” Ruiz’s (Ruiz) non-Ruiz', 'Ruiz')).toEqual([1, 7, 15, 25])
    expect(places('Dockers United; Dockers\nUnitedly', 'Dockers United')).toEqual([0])
  })

  it('takes every edge where words are written without spaces', () => {
    expect(places('中国外交部长', '外交')).toEqual([2])
    expect(places('กระทรวงการ', 'การ')).toEqual([7])
    expect(places('AI技术', 'AI')).toEqual([0])
    expect(places('カタカナ', 'カタ')).toEqual([])
  })

  it('does not miss one that begins within what was no whole word', () => {
    expect(places('xa a a', 'a a')).toEqual([3])
  })

  it('asks nothing of an edge of the query that is no word', () => {
    expect(places('x(a) (a)b', '(a)')).toEqual([1, 5])
  })

  it('finds what one finds who tries every place', () => {
    const of = (maxLength: number) =>
      fc.string({ unit: fc.constantFrom('a', 'B', '1', '\u0301', '字', '-', '’', '𝒜', ' '), maxLength })
    return fc.assert(
      fc.property(of(40), of(3), (text, typed) => {
        const query = typed.replaceAll(' ', '')
        if (query) expect(spansIn(text, query, { wholeWord: true })).toEqual(everyWhole(text, query))
      }),
      { numRuns: 1000 },
    )
  })
})

/** Every place tried, one after the other. */
function everyWhole(text: string, query: string): Span[] {
  const spans: Span[] = []
  for (let start = 0; start < text.length; start++) {
    const end = start + query.length
    const reads = text.slice(start, end).toLowerCase() === query.toLowerCase()
    if (!reads || cutsWord(text, start) || cutsWord(text, end)) continue
    spans.push({ start, end })
    start = end - 1
  }
  return spans
}

function cutsWord(text: string, offset: number): boolean {
  const before = [...text.slice(0, offset)].at(-1) ?? ''
  const behind = [...text.slice(offset)][0] ?? ''
  const isWord = (character: string) => ['a', 'b', '1', '\u0301', '𝒜'].includes(character.toLowerCase())
  return isWord(before) && isWord(behind)
}
