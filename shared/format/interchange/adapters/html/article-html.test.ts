import { expect, test } from 'vitest'
import { someFrame } from '#shared/testing/datasets.ts'
import { wholeFerryArticle } from '#shared/testing/exchange-articles.ts'
import { elementsIn, type PageElement, pageElements, textIn } from '#shared/testing/page-elements.ts'
import type { DatasetArticle } from '../../../dataset.ts'
import { articleHtml } from './article-html.ts'
import { shownFrame } from './shown-article.ts'

function pageOf(article: Partial<DatasetArticle>): PageElement {
  const place = { number: 1, frame: shownFrame(someFrame), isApart: false }
  return pageElements(articleHtml({ ...wholeFerryArticle, boilerplate: [], ...article }, place))
}

test('keeps blank lines in the text, and shows them small', () => {
  const text = 'Norland\n\n \r\nwill pay\n'
  const elements = elementsIn(pageOf({ text, annotations: [] }))
  const ofClass = (name: string) => elements.filter(({ attributes }) => attributes.class === name)
  expect(ofClass('text').map(textIn)).toEqual([text])
  expect(ofClass('blank').map(textIn)).toEqual(['\n', ' \r\n'])
})

test('has all the words of a mark, and a heading above mentions that mean nobody yet', () => {
  const text = Array.from({ length: 60 }, (_, i) => `word${i}`).join('\n')
  const [first] = wholeFerryArticle.annotations
  if (!first) throw new Error('no annotation')
  const { fragments: _, actor: __, links: ___, note: ____, ...bare } = first
  const over = { ...bare, roles: {}, attributes: {}, start: 0, end: text.length, text }
  const annotations = ['actor', 'commitment'].map((label) => ({ ...over, id: label, label }))
  const page = textIn(pageOf({ text, annotations }))
  expect(page.split(`“${text.replaceAll('\n', ' ')}”`)).toHaveLength(3)
  expect(page).not.toContain('…')
  expect(page).toContain('Not linked yet')
})
