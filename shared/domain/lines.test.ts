import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { texts } from '../testing/arbitraries.ts'
import { lineAt, lineEnd, lineStart, linesOf } from './lines.ts'

const anyText = fc.oneof(texts, fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028', '😀') }))

describe('the lines of a text', () => {
  it('are the text again when joined by line feeds', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(text)
        const each = lines.starts.map((_, i) => text.slice(lineStart(lines, i), lineEnd(lines, i)))
        expect(each).toEqual(text.split('\n'))
        expect(each.join('\n')).toBe(text)
      }),
    ))

  it('hold each offset in the line that has as many line feeds before it', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(text)
        for (let offset = 0; offset <= text.length; offset++) {
          const line = lineAt(lines, offset)
          expect(line).toBe(text.slice(0, offset).split('\n').length - 1)
          expect(lineStart(lines, line) <= offset && offset <= lineEnd(lines, line)).toBe(true)
        }
      }),
    ))

  it('end at line feeds alone: a carriage return stays a character of its line', () => {
    const text = 'one\r\ntwo\rthree'
    const lines = linesOf(text)
    expect(lines.starts).toEqual([0, 5])
    expect(text.slice(lineStart(lines, 0), lineEnd(lines, 0))).toBe('one\r')
    expect(text.slice(lineStart(lines, 1), lineEnd(lines, 1))).toBe('two\rthree')
  })

  it('are one empty line in a text without characters', () => {
    const lines = linesOf('')
    expect([lines.starts, lineAt(lines, 0), lineStart(lines, 0), lineEnd(lines, 0)]).toEqual([[0], 0, 0, 0])
  })

  it('begin, one past the last, one past the text', () => {
    expect(lineStart(linesOf('a\nb'), 2)).toBe(4)
  })
})
