import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson, stableJson, stableLine } from './json.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('every JSON value comes back as it was', () =>
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
      const plain = JSON.parse(JSON.stringify(value))
      expect(parseJson(stableJson(value))).toEqual({ ok: true, value: plain })
      expect(JSON.parse(stableLine(value))).toEqual(plain)
    }),
  ))

test('equal values have equal bytes, whatever the order of their keys', () => {
  expect(stableJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(stableJson({ a: null, b: [{ c: 2, d: 1 }] }))
  expect(stableJson({ b: 1, a: { c: [] } })).toBe('{\n  "a": {\n    "c": []\n  },\n  "b": 1\n}\n')
})

test('one line stays one line, whatever is in it', () => {
  expect(stableLine({ b: 'x\ny', a: 1 })).toBe('{"a":1,"b":"x\\ny"}')
})

test('what is nested 64 deep is read, what is nested deeper is refused, however deep', () => {
  expect(parseJson(nested(64)).ok).toBe(true)
  expect(parseJson(nested(65)).ok).toBe(false)
  expect(parseJson(nested(200_000)).ok).toBe(false)
})

test('a number that cannot be kept is refused, wherever it is', () => {
  expect(parseJson('{"a":[1,{"b":1e400}]}')).toMatchObject({ ok: false })
  expect(parseJson('-1e999')).toMatchObject({ ok: false })
})

test('a key __proto__ is a key like any other, read and written', () => {
  const text = '{"__proto__":{"polluted":true}}'
  const read = parseJson(text)
  expect(read.ok && Object.getPrototypeOf(read.value)).toBe(Object.prototype)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(read.ok && stableLine(read.value)).toBe(text)
})

test.each(['', '{', '{"a":1}x', "{'a':1}", 'NaN', '[1,]', '\u0000', '"\u0001"'])('%j is not JSON', (text) => {
  expect(parseJson(text).ok).toBe(false)
})
