import { expect, test } from 'vitest'
import { annotationsIn, eventsIn, linesOf, refusalsIn } from '#shared/testing/reading.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { smallArticle } from '#shared/testing/small-article.ts'
import { spacy } from './spacy.ts'

async function written(): Promise<Record<string, unknown>> {
  const { files } = await exported(spacy, [smallArticle])
  return JSON.parse(new TextDecoder().decode(files.get('')))
}

test('a document is a line as Doc.to_json writes it', async () => {
  const { glosswright: _, ...document } = await written()
  expect(document).toEqual({
    text: '⛴️🚢 Norland will pay for ships.',
    tokens: [
      { id: 0, start: 0, end: 2 },
      { id: 1, start: 2, end: 3 },
      { id: 2, start: 4, end: 11 },
      { id: 3, start: 12, end: 16 },
      { id: 4, start: 17, end: 20 },
      { id: 5, start: 21, end: 24 },
      { id: 6, start: 25, end: 30 },
      { id: 7, start: 30, end: 31 },
    ],
    ents: [{ start: 4, end: 30, label: 'commitment' }],
    spans: {
      sc: [
        { start: 4, end: 11, label: 'actor', kb_id: 'actor-0' },
        { start: 4, end: 30, label: 'commitment', kb_id: '' },
      ],
    },
  })
})

test('what spaCy has no field for stands beside', async () => {
  expect(await written()).toMatchObject({
    glosswright: {
      annotator: 'Ada',
      article: { id: 'ferries-0a1b2c3d', title: 'Ferries' },
      marks: [{ id: 'm0' }, { id: 'm1', note: 'How much?' }],
      offsets: { unit: 'codepoint', end: 'exclusive' },
    },
  })
})

test('an article that nobody annotated has no entities, rather than none', async () => {
  const { files } = await exported(spacy, [{ ...smallArticle, annotations: [] }])
  const document = JSON.parse(new TextDecoder().decode(files.get('')))
  expect(Object.keys(document)).toEqual(['glosswright', 'text', 'tokens'])
})

test('documents of spaCy’s own are read: entities alone, several groups, the same mark in both', async () => {
  const text = 'Norland pays.'
  const tokens = [{ id: 0, start: 0, end: 7, tag: 'NNP', dep: 'nsubj', head: 1 }]
  const ents = [{ start: 0, end: 7, label: 'GPE' }]
  expect(
    await annotationsIn(spacy, linesOf({ text, ents, sents: [{ start: 0, end: 13 }], cats: {}, tokens })),
  ).toEqual([{ start: 0, end: 7, label: 'GPE' }])
  const spans = {
    one: [{ start: 0, end: 7, label: 'GPE', kb_id: 'Q1' }],
    other: [{ start: 8, end: 12, label: 'ACT', kb_id: '' }],
  }
  expect(await annotationsIn(spacy, linesOf({ text, tokens, ents, spans }))).toEqual([
    { start: 0, end: 7, label: 'GPE', actor: 'Q1' },
    { start: 8, end: 12, label: 'ACT' },
  ])
})

test('our record is read from the custom attribute, too, and holds for the marks that are still there', async () => {
  const { glosswright, ...document } = await written()
  const spans = { sc: [{ start: 4, end: 30, label: 'commitment', kb_id: '' }] }
  const [mark] = await annotationsIn(spacy, linesOf({ ...document, ents: [], spans, _: { glosswright } }))
  expect(mark).toMatchObject({ id: 'm1', note: 'How much?', annotator: 'Ada' })
})

test('an actor that was taken away in spaCy is gone', async () => {
  const spans = { sc: [{ start: 4, end: 11, label: 'actor', kb_id: '' }] }
  const [mark] = await annotationsIn(spacy, linesOf({ ...(await written()), ents: [], spans }))
  expect(mark?.id).toBe('m0')
  expect(mark?.actor).toBeUndefined()
})

test('a document that does not hold is refused with its line, and the next one is read', async () => {
  const good = { text: 'Norland', tokens: [] }
  const kinds = (await eventsIn(spacy, linesOf(good, '{"text": "Nor', '', good))).map(({ kind }) => kind)
  expect(kinds).toEqual(['article', 'refused', 'article'])
})

test.each<readonly [string, unknown]>([
  ['1: This is not JSON, or only a part of it.', '{"text": "Nor'],
  ['1: Something is wrong at “text”: expected string, received undefined.', { ents: [] }],
  ['1: expected object, received array.', []],
  [
    '1: The mark “A” cannot stand in its text. It ends at 8, but the text has only 3.',
    { text: 'a😀b', ents: [{ start: 0, end: 8, label: 'A' }] },
  ],
  [
    '1: The mark “A” cannot stand in its text. It ends at 1, which is not behind its start at 2.',
    { text: 'a😀b', ents: [{ start: 2, end: 1, label: 'A' }] },
  ],
  [
    '1: The mark “A” cannot stand in its text. The offsets 0.5 and 1 are no places in a text.',
    { text: 'a😀b', spans: { sc: [{ start: 0.5, end: 1, label: 'A' }] } },
  ],
  [
    '1: A number in it is too large to be kept.',
    '{"text": "a", "ents": [{"start": 1e400, "end": 1, "label": "A"}]}',
  ],
  ['1: It is nested more than 64 levels deep.', `{"text": "a", "x": ${'['.repeat(70)}${']'.repeat(70)}}`],
  [
    '1: Two marks have the id “m”; the second is refused.',
    {
      text: 'ab',
      ents: [
        { start: 0, end: 1, label: 'A' },
        { start: 1, end: 2, label: 'A' },
      ],
      glosswright: {
        article: {},
        annotator: null,
        marks: [
          { start: 0, end: 1, label: 'A', id: 'm' },
          { start: 1, end: 2, label: 'A', id: 'm' },
        ],
      },
    },
  ],
])('refused: %s', async (reason, line) => {
  expect(await refusalsIn(spacy, linesOf(line))).toEqual([said(reason)])
})

test('a group may be called __proto__; elsewhere such a key does nothing', async () => {
  const [group, mark] = ['{"start": 0, "end": 1, "label": "A"}', { start: 0, end: 1, label: 'A' }]
  const line = `{"text": "ab", "__proto__": {"ents": [{"start": 1, "end": 2, "label": "B"}]}, "spans": {"__proto__": [${group}]}}`
  expect(await annotationsIn(spacy, linesOf(line))).toMatchObject([mark])
})

test('groups of another shape are refused', async () => {
  expect(await refusalsIn(spacy, linesOf({ text: 'ab', spans: { a: [{ start: 0 }] } }))).toEqual([
    '1: Something is wrong at “spans.a.0.end”: expected number, received undefined. Nothing of this record is taken.',
  ])
  expect(await refusalsIn(spacy, linesOf({ text: 'ab', spans: [] }))).toHaveLength(1)
})

const said = (reason: string): string =>
  /cannot stand|Two marks/.test(reason) ? reason : `${reason} Nothing of this record is taken.`
