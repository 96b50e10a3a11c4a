import { describe, expect, it } from 'vitest'
import { articleText } from '../testing/samples.ts'
import type { CleaningRule } from './cleaning-rule.ts'
import { NOTHING_KNOWN } from './metadata.ts'
import { standingArticle, unitedCorrections } from './standing-article.ts'
import { noCleaning, uniteCleaning } from './united-cleaning.ts'

const TEXT = 'Share this\nThe talks began.\nSubscribe'
const sample = articleText(TEXT)
const source = {
  ...sample,
  article: {
    ...sample.article,
    metadata: { ...NOTHING_KNOWN, title: 'Talks', publisher: 'Strait Post' },
    boilerplate: [{ start: 0, end: 10, kind: 'share bar', reason: 'a line that shares' }],
  },
}

const rule = (words: string, kind: string | null, more: Partial<CleaningRule> = {}): CleaningRule => ({
  id: `${words} ${kind}`,
  source: 'Strait Post',
  as: 'line',
  words,
  kind,
  created: '2026-01-05T09:00:00Z',
  ...more,
})
const cleaningOf = (...parts: readonly (readonly CleaningRule[])[]) =>
  uniteCleaning(
    parts.map((rules, i) => ({
      annotator: `annotator ${i}`,
      cleaning: { rules: new Map(rules.map((one) => [one.id, one])) },
    })),
  )
const wordsOf = (...[corrections, cleaning]: readonly [object, ReturnType<typeof cleaningOf>]) =>
  standingArticle(source, corrections, cleaning).boilerplate.map(({ start, end }) => TEXT.slice(start, end))

describe('the article as it stands', () => {
  it('is what was found, then what the rules of its source say, then what the analyst says', () => {
    expect(wordsOf({}, noCleaning)).toEqual(['Share this'])
    const cleaning = cleaningOf([rule('Share this', null), rule('Subscribe', 'newsletter')])
    expect(wordsOf({}, cleaning)).toEqual(['Subscribe'])
    expect(wordsOf({ boilerplate: [{ start: 28, end: 37, kind: null }] }, cleaning)).toEqual([])
  })

  it('leaves rules of other sources alone, and takes those of the source that it was corrected to', () => {
    const cleaning = cleaningOf([rule('Subscribe', 'newsletter', { source: 'Tide Weekly' })])
    expect(wordsOf({}, cleaning)).toEqual(['Share this'])
    expect(wordsOf({ publisher: 'Tide Weekly' }, cleaning)).toEqual(['Share this', 'Subscribe'])
  })

  it('takes an annotator’s own word before another’s', () => {
    const cleaning = cleaningOf([rule('Subscribe', null)], [rule('Subscribe', 'newsletter')])
    expect(wordsOf({}, cleaning)).toEqual(['Share this'])
  })

  it('is the same object until what it is made of is another', () => {
    const cleaning = cleaningOf([rule('Subscribe', 'newsletter')])
    const corrections = { boilerplate: [{ start: 0, end: 10, kind: null }] }
    const first = standingArticle(source, corrections, cleaning)
    expect(standingArticle(source, corrections, cleaning)).toBe(first)
    const renamed = standingArticle(source, { ...corrections, title: 'The talks' }, cleaning)
    expect(renamed.metadata.title).toBe('The talks')
    expect(renamed.boilerplate).toBe(first.boilerplate)
  })
})

it('of what several annotators correct, the word of the first holds', () => {
  const united = unitedCorrections([
    { title: 'A', boilerplate: [{ start: 0, end: 10, kind: null }] },
    { title: 'B', byline: null, boilerplate: [{ start: 0, end: 10, kind: 'ad' }] },
  ])
  expect(united).toMatchObject({ title: 'A', byline: null })
  expect(standingArticle(source, united, noCleaning).boilerplate).toEqual([])
})
