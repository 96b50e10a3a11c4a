import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiffPiece, wordDiff } from './word-diff.ts'

const shown = (pieces: readonly DiffPiece[]): string =>
  pieces.map(({ text, isCommon }) => (isCommon ? text : `[${text}]`)).join('')

const rows = (before: string, after: string): [string, string][] =>
  wordDiff(before, after).map((row) => [shown(row.before), shown(row.after)])

const joined = (side: 'before' | 'after', before: string, after: string): string =>
  wordDiff(before, after)
    .map((row) => row[side].map(({ text }) => text).join(''))
    .join('\n')

describe('two texts side by side', () => {
  it('differ in words', () => {
    expect(rows('The minister promised help.', 'The minister refused help.')).toEqual([
      ['The minister [promised] help.', 'The minister [refused] help.'],
    ])
  })

  it('stand line by line, what was put in beside nothing', () => {
    expect(rows('A first line.\nA last line.', 'A first line.\nSomething new.\nA last line.')).toEqual([
      ['A first line.', 'A first line.'],
      ['A last line.', expect.stringContaining('[Something new.')],
    ])
  })

  it('differ in nothing when they are the same', () => {
    expect(rows('One.\n\nTwo.', 'One.\n\nTwo.')).toEqual([
      ['One.', 'One.'],
      ['', ''],
      ['Two.', 'Two.'],
    ])
  })

  it('are all there, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '–', 'é', '😀', '\u00a0', '\r'), {
      maxLength: 40,
    })
    const text = words.map((some) => some.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(joined('before', before, after)).toBe(before)
        expect(joined('after', before, after)).toBe(after)
      }),
    )
  })

  it('are compared by lines when they are long', () => {
    const long = Array.from({ length: 3_000 }, (_, i) => `This is line ${i} of many.`)
    const found = rows(long.join('\n'), long.with(7, 'This is line seven of many.').join('\n'))
    expect(found[7]).toEqual(['[This is line 7 of many.]', '[This is line seven of many.]'])
    expect(found[8]).toEqual(['This is line 8 of many.', 'This is line 8 of many.'])
  })
})
