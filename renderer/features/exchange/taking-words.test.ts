import { expect, test } from 'vitest'
import { countOf, takingFault, takingWords } from './taking-words.ts'

const article = (match: 'hash' | 'new' | 'none', annotations: number) => ({
  name: `${match}.txt`,
  annotator: null,
  annotations,
  match,
  articleId: null,
  title: null,
})

const found = {
  articles: [article('hash', 30), article('new', 5), article('none', 2)],
  labels: [
    { label: 'PER', count: 20, as: 'actor' },
    { label: 'ORG', count: 17, as: null },
  ],
  refused: [],
}
const all = { PER: 'actor', ORG: 'actor' }

test('annotations are counted where they have a place', () => {
  expect(takingWords(found, { labels: all, takesTexts: false, from: null })).toBe(
    'Take 30 annotations on 1 article',
  )
  expect(takingWords(found, { labels: all, takesTexts: true, from: null })).toBe(
    'Take 35 annotations on 2 articles, 1 of them new',
  )
})

test('what several annotators made of one article is one article', () => {
  const shared = { ...article('hash', 4), articleId: 'ferry' }
  const both = {
    ...found,
    articles: [
      { ...shared, annotator: 'Ana' },
      { ...shared, annotator: 'Ben' },
    ],
  }
  const choices = { labels: all, takesTexts: false, isPartial: false, as: { kind: 'me' } } as const
  expect(countOf(both.articles)).toBe(1)
  expect(takingWords(both, { ...choices, from: null })).toBe('Take 8 annotations on 1 article')
  expect(takingWords(both, { ...choices, from: ['Ben'] })).toBe('Take 4 annotations on 1 article')
  expect(takingFault(both, { ...choices, from: ['Ben'] })).toBeNull()
  expect(takingFault(both, { ...choices, from: [] })).toContain('whose')
})

test('where a label is left out as well, the number is the most that it can be', () => {
  expect(takingWords(found, { labels: { PER: 'actor', ORG: null }, takesTexts: true, from: null })).toBe(
    'Take at most 20 annotations on 2 articles, 1 of them new',
  )
  const placed = { ...found, articles: [article('hash', 37)] }
  expect(takingWords(placed, { labels: { PER: 'actor', ORG: null }, takesTexts: true, from: null })).toBe(
    'Take 20 annotations on 1 article',
  )
})

test('what stands in the way of taking is said', () => {
  const choices = {
    labels: all,
    from: null,
    takesTexts: false,
    isPartial: false,
    as: { kind: 'me' },
  } as const
  const refused = [{ file: 'a.json', line: 3, reason: 'It ends before it begins.' }]
  expect(takingFault(found, choices)).toBeNull()
  expect(takingFault({ ...found, refused }, choices)).toContain('refused')
  expect(takingFault({ ...found, articles: [], refused }, choices)).toBe('Nothing in it can be taken.')
  expect(takingFault({ ...found, refused }, { ...choices, isPartial: true })).toBeNull()
  expect(takingFault(found, { ...choices, labels: { PER: null, ORG: null } })).toContain('labels')
  expect(takingFault({ ...found, articles: [article('new', 5)] }, choices)).toContain('article')
  expect(
    takingFault({ ...found, articles: [article('new', 5)] }, { ...choices, takesTexts: true, from: null }),
  ).toBeNull()
})
