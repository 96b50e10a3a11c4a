import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mark } from '../testing/samples.ts'
import { fragmentsOf } from './annotation.ts'
import { cutSpans, fragmentAt, mergedSpans, withSpans } from './fragments.ts'
import type { Span } from './span.ts'

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(20), fc.nat(6))
  .map(([start, length]) => ({ start, end: start + length }))
const spans = fc.array(span, { maxLength: 6 })

const offsetsOf = (all: readonly Span[]): ReadonlySet<number> =>
  new Set(all.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))

const areRuns = (all: readonly Span[]): boolean =>
  all.every(({ start, end }, i) => start < end && start > (all[i - 1]?.end ?? -1))

describe('fragments', () => {
  it('merged hold the same characters, in runs that do not touch', () =>
    fc.assert(
      fc.property(spans, (all) => {
        const runs = mergedSpans(all)
        expect(offsetsOf(runs)).toEqual(offsetsOf(all))
        expect(areRuns(runs)).toBe(true)
      }),
    ))

  it('with a run cut out hold all other characters', () =>
    fc.assert(
      fc.property(spans, span, (all, cut) => {
        const left = cutSpans(all, cut)
        const others = [...offsetsOf(all)].filter((offset) => offset < cut.start || offset >= cut.end)
        expect(offsetsOf(left)).toEqual(new Set(others))
        expect(areRuns(left)).toBe(true)
      }),
    ))

  it('of an annotation are its hull and its runs, and none when they are one run', () =>
    fc.assert(
      fc.property(
        spans.filter((all) => offsetsOf(all).size > 0),
        (all) => {
          const annotation = withSpans(mark('one', 3, 4), all)
          expect(fragmentsOf(annotation).map(({ start, end }) => ({ start, end }))).toEqual(mergedSpans(all))
          expect([annotation.start, annotation.end]).toEqual([
            Math.min(...offsetsOf(all)),
            Math.max(...offsetsOf(all)) + 1,
          ])
          expect(annotation.fragments?.length === 1).toBe(false)
        },
      ),
    ))

  it('of a mark that was one run are spans and nothing else', () => {
    const whole = mark('one', 3, 9)
    const { fragments } = withSpans(whole, [whole, { start: 12, end: 15 }])
    expect(fragments).toEqual([
      { start: 3, end: 9 },
      { start: 12, end: 15 },
    ])
  })

  it('are found at an offset: the one that holds it, else the one that ends there', () => {
    const annotation = withSpans(mark('one', 0, 9), [
      { start: 0, end: 3 },
      { start: 5, end: 9 },
    ])
    const starts = [0, 2, 3, 4, 5, 9, 10].map((offset) => fragmentAt(annotation, offset)?.start)
    expect(starts).toEqual([0, 0, 0, undefined, 5, 5, undefined])
  })
})
