import { expect, test } from 'vitest'
import { EVERYTHING } from '#shared/format/interchange/format.ts'
import { lackSentence } from './carried-words.ts'

test('a format that holds everything is said to', () => {
  expect(lackSentence({ carries: EVERYTHING })).toBe('This format has a place for all that annotations say.')
})

test('what a format has no place for is one sentence', () => {
  const carries = { ...EVERYTHING, roles: 'none', notes: false, scheme: false } as const
  expect(lackSentence({ carries })).toBe('This format has no place for roles, notes and the scheme.')
  expect(lackSentence({ carries: { ...EVERYTHING, roles: 'mentions' } })).toBe(
    'This format has no place for roles filled by actors or constants.',
  )
})

test('what is counted already is not told twice', () => {
  const carries = { ...EVERYTHING, overlaps: false, roles: 'none', notes: false } as const
  expect(lackSentence({ carries }, ['crossing', 'roles'])).toBe('This format has no place for notes.')
  expect(lackSentence({ carries }, ['crossing', 'roles', 'notes'])).toBe('')
})
