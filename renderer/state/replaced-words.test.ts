import { expect, it } from 'vitest'
import { replacedSentence } from './replaced-words.ts'

const taken = (exact: number, moved: number, review: number, gone: number) =>
  replacedSentence({ kind: 'taken', articleId: 'new', counts: { exact, moved, review, gone } })

it('says how many marks wait, those whose words are gone as well', () => {
  expect(taken(2, 1, 4, 2)).toContain('with 3 marks of the old one. 6 wait to be placed')
})

it('says of one what is said of one', () => {
  expect(taken(1, 0, 0, 1)).toContain('with 1 mark of the old one. 1 waits to be placed')
  expect(taken(1, 0, 0, 0)).toBe('This is the newer version now, with 1 mark of the old one.')
})
