import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationsOf, texts } from '../testing/arbitraries.ts'
import { mark } from '../testing/samples.ts'
import { fragmentsOf } from './annotation.ts'
import { edgeAfter, edgesOf, isStartEdge, lastEdgeOf, moveEdge } from './edges.ts'
import { withSpans } from './fragments.ts'

const text = 'The Norish minister, Ana Ruiz, pledged to act.'

describe('an edge moved by a key', () => {
  const on = { isForward: true, unit: 'word' } as const
  const back = { isForward: false, unit: 'word' } as const

  it('goes from start to start, or from end to end', () => {
    expect([edgeAfter(text, 4, true, on), edgeAfter(text, 4, true, back)]).toEqual([11, 0])
    expect([edgeAfter(text, 19, false, on), edgeAfter(text, 24, false, back)]).toEqual([24, 19])
    expect(edgeAfter(text, 45, false, on)).toBe(46)
  })

  it('stops as an end before a possessive, and from there goes over it', () => {
    const owned = 'Xi Jinping’s visit'
    expect([2, 10, 12].map((from) => edgeAfter(owned, from, false, on))).toEqual([10, 12, 18])
    expect([18, 10].map((from) => edgeAfter(owned, from, false, back))).toEqual([10, 2])
  })

  it('goes by characters too', () => {
    expect(edgeAfter(text, 4, true, { isForward: true, unit: 'character' })).toBe(5)
    expect(edgeAfter(text, 4, false, { isForward: false, unit: 'character' })).toBe(3)
  })
})

describe('moving an edge', () => {
  it('keeps all else as it was, and the annotation in order', () =>
    fc.assert(
      fc.property(
        texts.chain((all) =>
          fc.record({ annotation: annotationsOf(all), edge: fc.nat(20), to: fc.nat(all.length) }),
        ),
        ({ annotation, edge: some, to }) => {
          const edge = some % (lastEdgeOf(annotation) + 1)
          const moved = moveEdge(annotation, edge, to)
          if (!moved) return
          const { start: _s, end: _e, fragments: _f, ...before } = annotation
          const { start, end, fragments: _, ...after } = moved.annotation
          expect(after).toEqual(before)
          const edges = edgesOf(moved.annotation)
          expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b))
          expect([edges[0], edges.at(-1)]).toEqual([start, end])
          expect(isStartEdge(moved.edge)).toBe(isStartEdge(edge))
          const isJoined = fragmentsOf(moved.annotation).length < fragmentsOf(annotation).length
          if (!isJoined) expect(edges[moved.edge]).toBe(to)
        },
      ),
      { numRuns: 500 },
    ))

  it('stops before the other end', () => {
    expect(moveEdge(mark('one', 3, 6), 1, 3)).toBeUndefined()
    expect(moveEdge(mark('one', 3, 6), 0, 6)).toBeUndefined()
  })

  it('into another fragment joins the two', () => {
    const annotation = withSpans(mark('one', 0, 9), [
      { start: 0, end: 3 },
      { start: 5, end: 9 },
    ])
    const moved = moveEdge(annotation, 1, 6)
    expect(moved?.annotation).toEqual(mark('one', 0, 9))
    expect(moved?.edge).toBe(1)
  })
})
