import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAnnotations } from '#shared/domain/annotation.ts'
import { spansOverlap } from '#shared/domain/span.ts'
import { annotationsOf, texts } from '#shared/testing/arbitraries.ts'
import { type ColumnMark, chunksOf, withDraft } from './column-chunks.ts'

const marked = fc
  .tuple(fc.array(texts, { maxLength: 120 }), fc.boolean())
  .map(([lines, isLong]) => lines.map((line) => line.repeat(isLong ? 200 : 1)).join('\n'))
  .filter((text) => text.length > 2)
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      marks: fc
        .uniqueArray(annotationsOf(text), { selector: ({ id }) => id, maxLength: 6 })
        .map((all) =>
          all.sort(compareAnnotations).map((annotation) => ({ annotation, stop: annotation.id })),
        ),
    }),
  )

const moved = ({ annotation, ...rest }: ColumnMark, start: number): ColumnMark => ({
  ...rest,
  annotation: { ...annotation, start, end: start + 1 },
})

describe('the chunks of a column', () => {
  it('are the whole text, in order, cut behind lines', () =>
    fc.assert(
      fc.property(marked, ({ text, marks }) => {
        const { chunks } = chunksOf(text, marks)
        expect(chunks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        for (const { end } of chunks.slice(0, -1)) expect(text[end - 1]).toBe('\n')
      }),
    ))

  it('hold the marks that reach into them, and know where each stop lies', () =>
    fc.assert(
      fc.property(marked, ({ text, marks }) => {
        const { chunks, places } = chunksOf(text, marks)
        for (const [i, chunk] of chunks.entries()) {
          const inIt = marks.filter(({ annotation }) => spansOverlap(annotation, chunk))
          expect(chunk.marks).toEqual(inIt)
          for (const { stop } of inIt) expect(places.get(stop)?.has(i)).toBe(true)
        }
      }),
    ))

  it('show a draft as if it were a mark in place of its stop’s, and are the same objects elsewhere', () =>
    fc.assert(
      fc.property(marked, fc.nat(), fc.nat(), ({ text, marks }, at, place) => {
        if (marks.length === 0) return
        const draft = moved(marks[at % marks.length] as ColumnMark, place % text.length)
        const whole = chunksOf(text, marks)
        const { chunks, drafted } = withDraft(whole, draft)
        const others = marks.filter(({ stop }) => stop !== draft.stop)
        const inOrder = [...others, draft].sort((a, b) => compareAnnotations(a.annotation, b.annotation))
        const expected = chunksOf(text, inOrder)
        expect(chunks).toEqual(expected.chunks)
        expect(drafted).toEqual(expected.places.get(draft.stop))
        for (const [i, chunk] of chunks.entries())
          if (!drafted.has(i) && !whole.places.get(draft.stop)?.has(i)) expect(chunk).toBe(whole.chunks[i])
      }),
    ))
})
