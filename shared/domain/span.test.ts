import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  compareSpans,
  hullOf,
  isEmptySpan,
  type Span,
  spanContains,
  spanLength,
  spansEqual,
  spansOverlap,
} from './span.ts'

const spans: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => ({ start, end: start + length }))

const offsetsOf = ({ start, end }: Span) => Array.from({ length: end - start }, (_, i) => start + i)

it('has as many characters as offsets lie in it', () =>
  fc.assert(fc.property(spans, (span) => spanLength(span) === offsetsOf(span).length)))

it('is empty from an end that does not lie behind its start', () => {
  expect(
    [
      { start: 3, end: 3 },
      { start: 3, end: 2 },
      { start: 3, end: 4 },
    ].map(isEmptySpan),
  ).toEqual([true, true, false])
})

it('overlaps another exactly when they share a character; touching is not enough', () =>
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const shared = offsetsOf(a).some((offset) => offsetsOf(b).includes(offset))
      expect(spansOverlap(a, b)).toBe(shared)
    }),
  ))

it('contains another exactly when it has every character of it', () =>
  fc.assert(
    fc.property(spans, spans, (outer, inner) => {
      const all = offsetsOf(inner).every((offset) => offsetsOf(outer).includes(offset))
      expect(spanContains(outer, inner)).toBe(all)
    }),
  ))

it('is sorted by its start, and the outer before the inner', () => {
  const sorted = [
    { start: 4, end: 5 },
    { start: 0, end: 2 },
    { start: 0, end: 9 },
  ].sort(compareSpans)
  expect(sorted.map(({ start, end }) => [start, end])).toEqual([
    [0, 9],
    [0, 2],
    [4, 5],
  ])
})

it('compares as equal only with its equal', () =>
  fc.assert(fc.property(spans, spans, (a, b) => (compareSpans(a, b) === 0) === spansEqual(a, b))))

it('has as hull of several the smallest span that contains them all', () =>
  fc.assert(
    fc.property(fc.array(spans, { minLength: 1, maxLength: 5 }), (several) => {
      const hull = hullOf(several)
      expect(several.every((span) => spanContains(hull, span))).toBe(true)
      expect(several.some(({ start }) => start === hull.start)).toBe(true)
      expect(several.some(({ end }) => end === hull.end)).toBe(true)
    }),
  ))
