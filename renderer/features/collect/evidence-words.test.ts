import { expect, it } from 'vitest'
import { figuresOf, sentenceOn } from './evidence-words.ts'

const moved = (shift: number, typographyChanged = false) => ({
  shift,
  typographyChanged,
  contextBefore: 74,
  contextAfter: 1,
})

it('says in plain words where a mark stands now', () => {
  expect(sentenceOn(moved(4))).toBe('The same words, a little further on.')
  expect(sentenceOn(moved(-4_000))).toBe('The same words, much further up.')
  expect(sentenceOn(moved(0, true))).toBe('The same words, in another typography, in their place.')
})

it('has the figures for who asks', () => {
  expect(figuresOf(moved(-4))).toBe(
    '4 characters further up; the same are 74 characters before it and 1 character behind it',
  )
})
