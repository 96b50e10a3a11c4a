import { expect, it } from 'vitest'
import { piecesOf } from './highlighted.tsx'

const marked = (text: string, indexes: readonly number[]) =>
  piecesOf(text, indexes)
    .map(({ piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
    .join('')

it.each([
  ['Widen', [0, 1, 4], '[Wi]de[n]'],
  ['Widen', [], 'Widen'],
  ['', [], ''],
  ['Dé 🚢 abc', [1, 6, 7], 'D[é] 🚢 [ab]c'],
])('sets off the letters of “%s” at %j', (text, indexes, pieces) => {
  expect(marked(text, indexes)).toBe(pieces)
})
