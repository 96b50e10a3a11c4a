import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { equalJson } from './equal.ts'

const values = fc.jsonValue({ maxDepth: 4 })

/** Written with its keys sorted, so that equal values are written alike. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

it('holds of two values exactly when they are written alike', () =>
  fc.assert(fc.property(values, values, (a, b) => equalJson(a, b) === (written(a) === written(b)))))

it('holds of a value and its copy', () =>
  fc.assert(fc.property(values, (value) => equalJson(value, structuredClone(value)))))

it('does not mind the order of keys', () => {
  expect(equalJson({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true)
})

it('takes an absent key for an undefined one, and not for null', () => {
  expect(equalJson({ a: 1 }, { a: 1, note: undefined })).toBe(true)
  expect(equalJson({ a: 1 }, { a: 1, note: null })).toBe(false)
})

it.each([
  [[], {}],
  [
    [1, 2],
    [2, 1],
  ],
  [[1], [1, 2]],
  [0, '0'],
  [null, {}],
  [{}, { toString: 1 }],
  [{ a: { b: 1 } }, { a: { b: 2 } }],
])('tells %j from %j', (a, b) => {
  expect([equalJson(a, b), equalJson(b, a)]).toEqual([false, false])
})
