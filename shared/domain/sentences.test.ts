import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marked } from '../testing/marked-text.ts'
import { prose } from '../testing/prose.ts'
import { sentenceCore, sentencesNear } from './sentences.ts'

const sentencesOf = (text: string) => sentencesNear(text, 0).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['It rained. Then it stopped.', ['It rained.', 'Then it stopped.']],
    ['Gen. Ruiz met Mr. Bo. They spoke.', ['Gen. Ruiz met Mr. Bo.', 'They spoke.']],
    ['A. B. Lund left. He was tired.', ['A. B. Lund left.', 'He was tired.']],
    ['The U.S. Senate met. It voted.', ['The U.S. Senate met.', 'It voted.']],
    ['He lives in the U.S. The rest stayed.', ['He lives in the U.S.', 'The rest stayed.']],
    ['On Jan. 5 it paid 1.5 million. Why?', ['On Jan. 5 it paid 1.5 million.', 'Why?']],
    ['“Stop!” he cried. “Now?” She left.', ['“Stop!” he cried.', '“Now?”', 'She left.']],
    ['部长来了。他走了。', ['部长来了。', '他走了。']],
    ['قال الوزير نعم. ثم ذهب.', ['قال الوزير نعم.', 'ثم ذهب.']],
    ['  ', []],
  ])('of “%s” are %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })

  it('are those of the line that holds the offset, and end with it', () => {
    const text = 'One. Two\nThree. Four\n\nFive'
    const at = (offset: number) => sentencesNear(text, offset).map(({ start, end }) => text.slice(start, end))
    expect([at(0), at(8), at(9), at(21), at(22)]).toEqual([
      ['One.', 'Two'],
      ['One.', 'Two'],
      ['Three.', 'Four'],
      [],
      ['Five'],
    ])
  })

  it('cover, in order and without overlaps, all of a line but its white space', () =>
    fc.assert(
      fc.property(prose, (text) => {
        const line = text.replaceAll('\n', ' ')
        const sentences = sentencesNear(line, 0)
        expect(
          sentences
            .map(({ start, end }) => line.slice(start, end))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(line.replace(/\s/gu, ''))
        expect(sentences.every(({ start }, i) => start >= (sentences[i - 1]?.end ?? 0))).toBe(true)
      }),
    ))

  it('are found in a line of any length', () => {
    const text = 'This is one of many sentences. '.repeat(10_000)
    const here = sentencesNear(text, 155_010).find(({ end }) => end > 155_010)
    expect(here).toEqual({ start: 155_000, end: 155_030 })
  })

  it.each(['[The deal is off].', '([Nobody came].)'])('have their core: %s', (source) => {
    const { text, span } = marked(source)
    expect(sentenceCore(text, { start: 0, end: text.length })).toEqual(span)
  })

  it('that hold no word are their own core', () => {
    expect(sentenceCore('…', { start: 0, end: 1 })).toEqual({ start: 0, end: 1 })
  })
})
