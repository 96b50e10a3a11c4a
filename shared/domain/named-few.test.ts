import { expect, it } from 'vitest'
import { namedFew } from './named-few.ts'

const names = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}.doc`)

it('names all where they are few, and counts those that are too many', () => {
  expect(namedFew(names(2))).toBe('1.doc, 2.doc')
  expect(namedFew(names(20))).toMatch(/19\.doc, 20\.doc$/)
  expect(namedFew(names(23))).toMatch(/19\.doc, 20\.doc and 3 more$/)
})
