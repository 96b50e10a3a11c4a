import { expect, it } from 'vitest'
import type { MergePreview } from '#shared/ipc/merging.ts'
import { foundWords, mergeFault, outcomeWords } from './merge-words.ts'

const row = { articles: 1, annotations: 2, added: 2, changed: 0, same: 0, differing: 0, isHere: false }
const found: MergePreview = {
  name: 'bo',
  articlesHere: 1,
  articlesNew: 0,
  annotators: [
    { ...row, name: 'Bo', as: 'Bo' },
    { ...row, name: 'Cy', as: 'Cy' },
  ],
  actors: 0,
  scheme: [],
  isNothingNew: false,
  refused: [],
}

it('says why it cannot be merged as it is chosen', () => {
  expect(mergeFault(found, { Bo: 'Bo', Cy: 'Cy' })).toBe(null)
  expect(mergeFault(found, { Bo: 'Bo' })).toBe(null)
  expect(mergeFault(found, { Bo: ' ' })).toBe('Everybody whose work is merged needs a name.')
  expect(mergeFault(found, { Bo: 'Di', Cy: 'Di ' })).toBe('Two annotators cannot both become “Di”.')
  expect(mergeFault(found, {})).toBe('Nobody’s work is chosen.')
  expect(mergeFault({ ...found, articlesNew: 1 }, {})).toBe(null)
  const known = { ...found, isNothingNew: true }
  expect(mergeFault(known, { Bo: 'Bo' })).toBe('Everything is here already: there is nothing to merge.')
  expect(mergeFault(known, { Bo: 'Di' })).toBe(null)
})

it('tells what is there and what became of it', () => {
  expect(foundWords(found)).toBe('1 article is here already, by its text.')
  const report = {
    articles: 2,
    newArticles: 1,
    annotations: 3,
    changed: 2,
    actors: 0,
    differing: 1,
    refused: [],
  }
  expect(outcomeWords(report)).toBe(
    '3 annotations are merged, in 2 articles. 1 article is new. 2 annotations that were here are now as changed there since. 1 annotation is changed on both sides: both versions are kept, the older one marked unsure.',
  )
  const nothing = {
    articles: 0,
    newArticles: 0,
    annotations: 0,
    changed: 0,
    actors: 0,
    differing: 0,
    refused: [],
  }
  expect(outcomeWords(nothing)).toBe('Everything was here already; nothing was changed.')
})
