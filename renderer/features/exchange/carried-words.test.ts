import { expect, test } from 'vitest'
import { EVERYTHING } from '#shared/format/interchange/format.ts'
import { lackSentence } from './carried-words.ts'

test('a format that holds everything is said to', () => {
  expect(lackSentence({ title: 'Ours', carries: EVERYTHING })).toBe(
    'Ours has a place for all that annotations say.',
  )
})

test('what a format has no place for is one sentence', () => {
  const carries = { ...EVERYTHING, roles: 'none', notes: false, scheme: false } as const
  expect(lackSentence({ title: 'Theirs', carries })).toBe(
    'Theirs has no place for roles, notes and the scheme.',
  )
  expect(lackSentence({ title: 'Theirs', carries: { ...EVERYTHING, roles: 'mentions' } })).toBe(
    'Theirs has no place for roles filled by actors or constants.',
  )
})
