import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { texts } from '../testing/arbitraries.ts'
import { prose } from '../testing/prose.ts'
import { codePointMap } from './code-points.ts'
import { countBelow } from './count-below.ts'

const anyText = fc.oneof(texts, prose)

/** As Python slices: by code points. */
const pythonSlice = (text: string, start: number, end: number) => [...text].slice(start, end).join('')

/** The UTF-16 offsets that cut no surrogate pair, in order; their indices are the code point offsets. */
function wholeOffsets(text: string): readonly number[] {
  const offsets = [0]
  for (const character of text) offsets.push((offsets.at(-1) as number) + character.length)
  return offsets
}

describe('a code point map', () => {
  it('pairs the offsets of whole characters one to one, in both directions', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const map = codePointMap(text)
        const offsets = wholeOffsets(text)
        expect(offsets.map(map.toCodePoint)).toEqual([...offsets.keys()])
        expect([...offsets.keys()].map(map.toUtf16)).toEqual(offsets)
      }),
    ))

  it('knows how many code points a text has', () =>
    fc.assert(fc.property(anyText, (text) => codePointMap(text).length === [...text].length)))

  it('makes Python’s slice the same characters as ours', () =>
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const offsets = wholeOffsets(text)
        const [from, to] = [a % offsets.length, b % offsets.length].sort((x, y) => x - y) as [number, number]
        const [start, end] = [offsets[from] as number, offsets[to] as number]
        const { toCodePoint } = codePointMap(text)
        expect(pythonSlice(text, toCodePoint(start), toCodePoint(end))).toBe(text.slice(start, end))
      }),
    ))

  it('counts an offset inside a pair as the pair’s beginning', () => {
    const { toCodePoint } = codePointMap('a😀𝒜z')
    expect([0, 1, 2, 3, 4, 5, 6].map(toCodePoint)).toEqual([0, 1, 1, 2, 2, 3, 4])
  })

  it('takes halves of pairs that stand alone for characters of their own', () => {
    const { toCodePoint, toUtf16, length } = codePointMap('\ud83d\ud83d\ude00\ude00z')
    expect(length).toBe(4)
    expect([0, 1, 3, 4, 5].map(toCodePoint)).toEqual([0, 1, 2, 3, 4])
    expect([0, 1, 2, 3, 4].map(toUtf16)).toEqual([0, 1, 3, 4, 5])
  })
})

it('counts how many of the first indices satisfy a claim that holds for a prefix of them', () =>
  fc.assert(
    fc.property(fc.nat(100), fc.nat(120), (count, first) => {
      expect(countBelow(count, (i) => i < first)).toBe(Math.min(count, first))
    }),
  ))
