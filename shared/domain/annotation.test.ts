import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { annotationsOf } from '../testing/arbitraries.ts'
import { mark, now } from '../testing/samples.ts'
import { compareAnnotations, fragmentsOf, manualAnnotation, marksTheSame } from './annotation.ts'

const annotations = annotationsOf('The minister pledged to leave.')

it('begins sure, made by hand, with nothing else said of it', () => {
  expect(manualAnnotation({ id: 'a', label: 'actor', start: 0, end: 3, now })).toEqual({
    id: 'a',
    label: 'actor',
    start: 0,
    end: 3,
    attributes: {},
    roles: {},
    certainty: 'sure',
    origin: { kind: 'manual' },
    created: now,
    updated: now,
  })
})

it('is sorted by reading order, the outer before the inner, and then by id', () => {
  const sorted = [mark('c', 4, 6), mark('b', 4, 6), mark('a', 4, 5), mark('z', 4, 9), mark('y', 0, 1)]
  expect(sorted.sort(compareAnnotations).map(({ id }) => id)).toEqual(['y', 'z', 'b', 'c', 'a'])
})

it('has one order, whichever way two are compared', () =>
  fc.assert(
    fc.property(
      annotations,
      annotations,
      (a, b) => Math.sign(compareAnnotations(a, b)) + Math.sign(compareAnnotations(b, a)) === 0,
    ),
  ))

it('is its own only fragment when it is one run of text', () => {
  const whole = mark('a', 2, 7)
  expect(fragmentsOf(whole)).toEqual([whole])
})

it('marks the same as another when label and runs of text are alike, whatever else is said', () => {
  const torn = {
    ...mark('a', 0, 9),
    fragments: [
      { start: 0, end: 2 },
      { start: 5, end: 9 },
    ],
  }
  expect(marksTheSame(torn, { ...torn, id: 'b', note: 'A note', certainty: 'unsure' })).toBe(true)
  expect(marksTheSame(torn, { ...torn, label: 'commitment' })).toBe(false)
  expect(marksTheSame(torn, mark('b', 0, 9))).toBe(false)
  expect(
    marksTheSame(torn, {
      ...torn,
      fragments: [
        { start: 0, end: 3 },
        { start: 5, end: 9 },
      ],
    }),
  ).toBe(false)
})
