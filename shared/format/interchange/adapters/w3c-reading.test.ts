import { describe, expect, test } from 'vitest'
import { ferryArticle } from '#shared/testing/exchange-articles.ts'
import { articlesIn, eventsIn, refusalsIn } from '#shared/testing/reading.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { w3c } from './w3c.ts'

const written = async (): Promise<string> => {
  const { files } = await exported(w3c, [ferryArticle])
  return new TextDecoder().decode(files.get(''))
}

const ARTICLE = 'urn:x-glosswright:00000000-0000-4000-8000-000000000000:article:ferries'

const quote = (exact: string, prefix = '', suffix = '') => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
})
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const foreign = (more: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: '#1',
  type: 'Annotation',
  body: { type: 'TextualBody', purpose: 'tagging', value: 'place' },
  target: { source: 'https://example.org/a', selector: [quote('Norland'), position(3, 10)] },
  ...more,
})
const read = async (document: unknown) => articlesIn(w3c, JSON.stringify(document))

describe('annotations of other tools', () => {
  test('one by itself, its body no list', async () => {
    expect(await read(foreign({ created: '2026-01-02T01:00:00+02:00', creator: 'mailto:a@b.c' }))).toEqual([
      {
        kind: 'article',
        file: 'a-file',
        article: { url: 'https://example.org/a' },
        text: null,
        annotations: [
          {
            id: '#1',
            label: 'place',
            start: 3,
            end: 10,
            text: 'Norland',
            roles: {},
            attributes: {},
            certainty: 'sure',
            annotator: 'mailto:a@b.c',
            created: '2026-01-01T23:00:00.000Z',
          },
        ],
      },
    ])
  })

  test('a list, as Recogito writes it: several tags are several marks, a comment is a note', async () => {
    const body = [
      { type: 'TextualBody', purpose: 'tagging', value: 'a' },
      { type: 'TextualBody', purpose: 'commenting', value: 'why?' },
      { type: 'TextualBody', purpose: 'tagging', value: 'b' },
    ]
    const [article] = await read([foreign({ body })])
    expect(article?.annotations.map(({ id, label, note }) => [id, label, note])).toEqual([
      ['#1', 'a', 'why?'],
      ['#1/2', 'b', 'why?'],
    ])
  })

  test('a collection with its first page; a comment alone is named by why it was made', async () => {
    const items = [foreign({ body: 'so it is', motivation: 'commenting' })]
    const [article] = await read({ type: 'AnnotationCollection', first: { type: 'AnnotationPage', items } })
    expect(article?.annotations).toMatchObject([{ label: 'commenting', note: 'so it is' }])
  })

  test('each of several targets is a mark of its own, each text an article', async () => {
    const target = [
      { source: 'https://example.org/a', selector: position(0, 1) },
      { source: 'https://example.org/b', selector: position(5, 7) },
    ]
    const articles = await read([foreign({ target })])
    expect(articles.map(({ article, annotations }) => [article.url, annotations[0]?.id])).toEqual([
      ['https://example.org/a', '#1'],
      ['https://example.org/b', '#1/2'],
    ])
  })
})

describe('with the text at hand', () => {
  const page = async (...items: readonly object[]): Promise<string> => {
    const { items: written_, ...head } = JSON.parse(await written())
    return JSON.stringify({ ...head, items: [written_[0], ...items] })
  }
  const on = (selector: unknown, id = 'x') => foreign({ id, target: { source: ARTICLE, selector } })

  test('a quote that is there once is found', async () => {
    const [article] = await articlesIn(w3c, await page(on(quote('he', ', ', ' said'))))
    expect(article?.annotations).toMatchObject([{ start: 20, end: 22 }])
  })

  test.each([
    [
      'a quote that is there twice',
      on(quote('a')),
      'The words that it quotes are more than once in the text.',
    ],
    ['a quote that is not there', on(quote('zebra')), 'The words that it quotes are not in the text.'],
    ['other words', on([position(2, 9), quote('Vesteria')]), 'It quotes other words than those from 2 to 9.'],
    ['a place outside', on(position(2, 99)), 'It ends at 99, but the text has only 37.'],
    ['an end before its start', on(position(9, 2)), 'It ends at 2, which is not behind its start at 9.'],
    ['no whole number', on(position(0.5, 2)), 'The offsets 0.5 and 2 are no places in a text.'],
    ['no selector', on(undefined), 'It does not say which words it marks by their position or by a quote.'],
    ['no target', foreign({ target: undefined }), 'It has no target.'],
    ['no source', foreign({ target: { selector: position(0, 1) } }), 'It does not say of what text it is.'],
    ['no annotation', { type: 'Person' }, 'It is no annotation.'],
    ['no object', 7 as unknown as object, 'It is no annotation.'],
  ])('%s is refused', async (_, item, reason) => {
    expect(await refusalsIn(w3c, await page(item))).toEqual([`1: ${reason}`])
  })

  test('an id that is there twice is refused', async () => {
    const refusals = await refusalsIn(w3c, await page(on(position(0, 1)), on(position(1, 2))))
    expect(refusals).toEqual(['1: Another annotation has the same id.'])
  })

  test('its scheme and actors come with it', async () => {
    const events = await eventsIn(w3c, await page())
    expect(events.map(({ kind }) => kind)).toEqual(['frame', 'article'])
  })
})

test.each([
  [
    'a quote without any text',
    JSON.stringify([foreign({ target: { source: 'x', selector: quote('a') } })]),
    '1: It quotes the words that it marks, but neither their position nor the text is there.',
  ],
  ['a part of a file', '[{"type": "Annotation"', '1: “a-file” is not JSON, or only a part of it.'],
  ['a broken element', '[{"type": }]', '1: This is not JSON, or only a part of it.'],
  ['deep nesting', `[${'['.repeat(99)}${']'.repeat(99)}]`, '1: It is nested more than 64 levels deep.'],
  ['1e400', '[{"x": 1e400}]', '1: A number in it is too large to be kept.'],
])('%s is refused', async (_, text, refusal) => {
  expect(await refusalsIn(w3c, text)).toEqual([refusal])
})
