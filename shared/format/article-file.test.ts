import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { texts } from '../testing/arbitraries.ts'
import { articleText } from '../testing/samples.ts'
import { articleFromFile, articleToFile, readArticleFile } from './article-file.ts'

function reread(content: string, text: string) {
  const read = readArticleFile(content, 'articles/a.json')
  return read.kind === 'current' ? articleFromFile(read.value, text) : read
}

test('an article comes back from its file, boilerplate and all, whatever characters are before it', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const boilerplate = [{ start: text.length - 1, end: text.length, kind: 'credit', reason: 'A credit' }]
      const source = articleText(text, { boilerplate })
      expect(reread(articleToFile(source), text)).toEqual({ ok: true, value: source.article })
    }),
  ))

test('offsets in the file are code points, and the file says so', () => {
  const boilerplate = [{ start: 2, end: 3, kind: 'credit', reason: 'A credit' }]
  const file = JSON.parse(articleToFile(articleText('😀x', { boilerplate })))
  expect(file.offsets).toEqual({ unit: 'codepoint', end: 'exclusive' })
  expect(file.boilerplate).toMatchObject([{ start: 1, end: 2 }])
})

test('what is not known is null in the file, not absent', () => {
  const file = JSON.parse(articleToFile(articleText('x')))
  expect(file).toMatchObject({ byline: null, dateline: null, published: null, retrieved: null, url: null })
})

test('boilerplate outside the text is refused', () => {
  const boilerplate = [{ start: 0, end: 5, kind: 'credit', reason: 'A credit' }]
  expect(reread(articleToFile(articleText('12345', { boilerplate })), '1234')).toMatchObject({ ok: false })
})

test('an original whose ending would be a path is damage', () => {
  const file = JSON.parse(articleToFile(articleText('x')))
  file.provenance.original = '../x'
  expect(readArticleFile(JSON.stringify(file), 'a.json').kind).toBe('damaged')
})
