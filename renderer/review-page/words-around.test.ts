import { expect, test } from 'vitest'
import { wordsAround } from './words-around.ts'

const LINE =
  'The union said on Monday that its members would return to the quays at midnight, ending a long strike there.'
const around = (text: string, words: string) => {
  const start = text.indexOf(words)
  return wordsAround(text, { start, end: start + words.length })
}

test('what is near is shown to the ends of its line', () => {
  expect(around('Before it.\nThe union said no.\nAfter it.', 'union')).toEqual({
    before: 'The ',
    after: ' said no.',
  })
})

test('what is cut is cut between words', () => {
  const whole = new Set(LINE.split(/\s+/))
  for (const word of LINE.split(' ')) {
    const { before, after } = around(LINE, word)
    const shown = `${before}${word}${after}`.split(/\s+/).filter((one) => one !== '…')
    expect(shown.filter((one) => !whole.has(one))).toEqual([])
  }
  expect(around(LINE, 'strike').before).toMatch(/^… /)
  expect(around(LINE, 'union').after).toMatch(/ …$/)
})
