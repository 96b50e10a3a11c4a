import { expect, it } from 'vitest'
import { mark } from '../testing/samples.ts'
import { AnnotationSet } from './annotation-set.ts'
import { stackAt } from './stack.ts'

const set = AnnotationSet.from([
  mark('outer', 0, 20),
  mark('inner', 4, 8),
  mark('next', 8, 10),
  mark('far', 30, 34),
])
const idsAt = (offset: number) => stackAt(set, offset).map(({ id }) => id)

it('has the innermost mark first', () => {
  expect(idsAt(5)).toEqual(['inner', 'outer'])
  expect(idsAt(0)).toEqual(['outer'])
})

it('takes what begins at the caret before what ends there', () => {
  expect(idsAt(8)).toEqual(['next', 'inner', 'outer'])
})

it('still holds for a caret right behind a mark, and is empty further on', () => {
  expect(idsAt(20)).toEqual(['outer'])
  expect(idsAt(21)).toEqual([])
  expect(idsAt(30)).toEqual(['far'])
})
