import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatten } from './flat-text.ts'
import { similarPlaces } from './similar-places.ts'

function offered(text: string, words: string, near = 0) {
  const found = similarPlaces(flatten(text), { pattern: flatten(words).chars, near }, { left: 1_000_000 })
  return found.map(({ start, end, errors }) => [text.slice(start, end), errors])
}

describe('the places that are offered', () => {
  it('are whole words, which are not the same where letters of them are missing', () => {
    expect(offered('They meet in August.', 'gust')).toEqual([['August', 2]])
    expect(offered('It was signed in August of last year.', 'signed in Aug')).toEqual([
      ['signed in August', 3],
    ])
  })

  it('are no words that hold the sought ones by chance', () => {
    expect(offered('The transportation of goods', 'port')).toEqual([])
    expect(offered('An import tax, and the port', 'port')[0]).toEqual(['port', 0])
  })

  it('begin and end where words do, whatever is sought', () => {
    const word = fc.constantFrom('August', 'port', 'strike', 'a', 'café', 'im', 'ports', 'gust')
    const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(sentence, sentence, fc.nat(8), fc.nat(8), (text, other, head, tail) => {
        const sought = other.slice(head, Math.max(head, other.length - tail))
        const whole = new Set(text.split(' '))
        for (const [words] of offered(text, sought))
          expect(
            String(words)
              .split(' ')
              .every((one) => whole.has(one)),
          ).toBe(true)
      }),
    )
  })
})
