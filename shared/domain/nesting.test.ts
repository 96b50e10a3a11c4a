import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nestingOf } from './nesting.ts'
import { hullOf, type Span, spanContains } from './span.ts'

const at = (start: number, end: number) => ({ start, end })

describe('marks that lie in one another', () => {
  it('are counted once each, whatever they lie in', () => {
    expect(nestingOf([at(0, 9), at(2, 5), at(3, 4)])).toEqual({ nested: 2, deepest: 3 })
  })

  it('are one of two in the same place', () => {
    expect(nestingOf([at(0, 9), at(0, 9)])).toEqual({ nested: 1, deepest: 2 })
  })

  it('are none where they only cross or touch', () => {
    expect(nestingOf([at(0, 5), at(3, 8), at(8, 9)])).toEqual({ nested: 0, deepest: 2 })
  })

  it('are none in the gap of another one, and are in a fragment of it', () => {
    const inPieces = { ...at(0, 20), fragments: [at(0, 5), at(15, 20)] }
    expect(nestingOf([inPieces, at(7, 9)])).toEqual({ nested: 0, deepest: 1 })
    expect(nestingOf([inPieces, at(15, 20)])).toEqual({ nested: 1, deepest: 2 })
    expect(nestingOf([inPieces, at(0, 30)])).toEqual({ nested: 1, deepest: 2 })
  })

  const spans = fc
    .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }))
    .map(([start, size]) => at(start, start + size))
  const marks = fc.array(
    fc.oneof(
      spans,
      fc.tuple(spans, spans).map(([a, b]) => {
        const fragments = [a, at(a.end + 1 + b.start, a.end + 1 + b.end)]
        return { ...hullOf(fragments), fragments }
      }),
    ),
    { maxLength: 8 },
  )

  it('are as many as are found by looking at each pair', () =>
    fc.assert(
      fc.property(marks, (all) => {
        const runsOf = (mark: Span & { readonly fragments?: readonly Span[] }) => mark.fragments ?? [mark]
        const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end
        const nested = all.filter((mark, i) =>
          all.some((other, j) => {
            const holds = runsOf(other).some((run) => spanContains(run, mark))
            const isTwin = !('fragments' in mark) && !('fragments' in other) && isSame(mark, other)
            return i !== j && holds && (!isTwin || j < i)
          }),
        )
        const depths = Array.from(
          { length: 60 },
          (_, offset) =>
            all.flatMap(runsOf).filter(({ start, end }) => start <= offset && offset < end).length,
        )
        expect(nestingOf(all)).toEqual({ nested: nested.length, deepest: Math.max(...depths) })
      }),
    ))
})
