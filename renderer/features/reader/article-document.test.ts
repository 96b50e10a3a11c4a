import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '#shared/domain/lines.ts'
import { texts } from '#shared/testing/arbitraries.ts'
import { spansOf } from '#shared/testing/prose.ts'
import { articleDocument } from './article-document.ts'
import { articleNodes } from './schema.ts'

const schema = getSchema(articleNodes)

/** The article's document, and the same content as the editor holds it. */
function built(text: string) {
  const document = articleDocument(text, linesOf(text))
  const node = Node.fromJSON(schema, document.content)
  node.check()
  return { document, node }
}

/** Texts of one chunk and of many: blank lines, short and long ones, far more of them than a chunk holds. */
const lines = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\r', ' '), maxLength: 8 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_000, max: 9_000 }).map((length) => 'x'.repeat(length)) },
)
const longTexts = fc.array(lines, { minLength: 1, maxLength: 170, size: 'max' }).map((all) => all.join('\n'))
const anyText = fc.oneof(texts, longTexts)

const EDGE_CASES = {
  empty: '',
  'a line feed alone': '\n',
  'blank lines around words': '\n\na\n\n\nb\n\n',
  'exactly fifty lines': 'a\n'.repeat(49),
  'one line more than a chunk holds': 'a\n'.repeat(50),
  'a line at the limit of characters': `${'x'.repeat(5_999)}\nnext\n${'y'.repeat(20_000)}\nlast`,
  'old Macintosh line ends': 'one\rtwo\rthree',
}

describe('an article’s document', () => {
  it.each(Object.entries(EDGE_CASES))('has a position for every offset of a text that is %s', (_, text) => {
    const { document } = built(text)
    const offsets = [...Array(text.length + 1).keys()]
    expect(offsets.filter((offset) => document.offsetOf(document.positionOf(offset)) !== offset)).toEqual([])
  })

  it('has for every offset a position of its own, inside a line and in order', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const { document, node } = built(text)
        const offsets = text.length < 500 ? [...Array(text.length + 1).keys()] : bordersOf(text)
        const positions = offsets.map(document.positionOf)
        expect(positions.map(document.offsetOf)).toEqual(offsets)
        expect(positions.every((position, i) => position > (positions[i - 1] ?? 0))).toBe(true)
        expect(positions.every((position) => node.resolve(position).parent.type.name === 'line')).toBe(true)
      }),
      { numRuns: 60 },
    ))

  it('holds between two positions what the text holds between their offsets', () =>
    fc.assert(
      fc.property(
        anyText.chain((text) => spansOf(text).map((span) => ({ text, span }))),
        ({ text, span: { start, end } }) => {
          const { document, node } = built(text)
          const held = node.textBetween(document.positionOf(start), document.positionOf(end), '\n')
          expect(held === text.slice(start, end)).toBe(true)
        },
      ),
      { numRuns: 150 },
    ))

  it('takes a position between lines for the end of the line before', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const { document, node } = built(text)
        for (let position = 0; position <= node.content.size; position++) {
          if (node.resolve(position).parent.isTextblock) continue
          const before = node.textBetween(0, position, '\n').length
          expect(document.offsetOf(position)).toBe(before)
        }
      }),
    ))

  it('keeps every position on the text, wherever the editor may ask', () => {
    const { document, node } = built('one\n\ntwo')
    expect(document.offsetOf(-5)).toBe(0)
    expect(document.offsetOf(node.content.size + 5)).toBe(8)
  })

  it('is cut into chunks of at most fifty lines, and no more of them once six thousand characters are reached', () =>
    fc.assert(
      fc.property(longTexts, (text) => {
        const { document, node } = built(text)
        const begins = [...document.chunkStarts, text.length + 1]
        expect(node.childCount).toBe(document.chunkStarts.length)
        node.forEach((chunk, position, i) => {
          const [start, next] = [begins[i] as number, begins[i + 1] as number]
          expect(document.positionOf(start)).toBe(position + 2)
          expect(chunk.childCount).toBeLessThanOrEqual(50)
          const lastLine = text.lastIndexOf('\n', next - 2) + 1
          expect(lastLine <= start || lastLine - start < 6_000).toBe(true)
        })
      }),
      { numRuns: 40 },
    ))
})

/** Both ends of every line. */
const bordersOf = (text: string): readonly number[] =>
  [
    ...new Set([
      0,
      text.length,
      ...Array.from(text.matchAll(/\n/g), ({ index }) => [index, index + 1]).flat(),
    ]),
  ].sort((a, b) => a - b)
