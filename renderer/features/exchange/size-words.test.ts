import { expect, test } from 'vitest'
import { counted } from '#shared/domain/counted.ts'
import { sizeWords } from './size-words.ts'

test('one is not several', () => {
  expect(counted(1, 'article')).toBe('1 article')
  expect(counted(0, 'article')).toBe('0 articles')
  expect(counted(1_240, 'article')).toBe('1,240 articles')
})

test('a size is told in the unit that suits it', () => {
  expect(sizeWords(120)).toBe('less than 1 kB')
  expect(sizeWords(1_240)).toBe('about 1.2 kB')
  expect(sizeWords(12_400)).toBe('about 12 kB')
  expect(sizeWords(3_000_000)).toBe('about 3 MB')
  expect(sizeWords(5_200_000_000_000)).toBe('about 5,200 GB')
})
