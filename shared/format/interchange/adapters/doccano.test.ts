import { expect, test } from 'vitest'
import { annotationsIn, linesOf, refusalsIn } from '#shared/testing/reading.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { smallArticle } from '#shared/testing/small-article.ts'
import { doccano } from './doccano.ts'

async function written() {
  const { files } = await exported(doccano, [smallArticle, { ...smallArticle, id: 'other' }])
  const lines = new TextDecoder().decode(files.get('')).trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line))
}

test('an example has entities and relations, whose ids no other line has', async () => {
  const [first, second] = await written()
  const { glosswright: _, ...example } = first
  expect(example).toEqual({
    id: 1,
    text: '⛴️🚢 Norland will pay for ships.',
    entities: [
      { id: 1, label: 'actor', start_offset: 4, end_offset: 11 },
      { id: 2, label: 'commitment', start_offset: 4, end_offset: 30 },
    ],
    relations: [
      { id: 1, from_id: 2, to_id: 1, type: 'speaker' },
      { id: 2, from_id: 2, to_id: 1, type: 'link:supports' },
    ],
    Comments: [],
  })
  expect(second.entities.map(({ id }: { id: number }) => id)).toEqual([3, 4])
  expect(second.relations[0]).toEqual({ id: 3, from_id: 4, to_id: 3, type: 'speaker' })
})

test('what comes back from doccano with other ids is still the same', async () => {
  const [example] = await written()
  const entities = example.entities.map((one: { id: number }) => ({ ...one, id: one.id + 700 })).reverse()
  const relations = [{ id: 9, from_id: 702, to_id: 701, type: 'speaker' }]
  const back = { ...example, id: 55, entities, relations }
  const [act, actor] = await annotationsIn(doccano, linesOf(back))
  expect(actor).toMatchObject({ id: 'm0', label: 'actor', actor: 'actor-0', annotator: 'Ada' })
  expect(act).toMatchObject({
    id: 'm1',
    note: 'How much?',
    certainty: 'unsure',
    attributes: { polarity: 'support' },
  })
  expect(act?.roles).toEqual({ speaker: [{ mention: 'm0' }, { constant: 'author' }] })
  expect(act?.links).toBeUndefined()
})

const text = 'Norland pays 😀 Vesteria.'

test('examples of doccano’s own are read in all three shapes', async () => {
  const entities = [
    { id: 0, start_offset: 0, end_offset: 7, label: 'ORG' },
    { id: 1, start_offset: 15, end_offset: 23, label: 'ORG' },
  ]
  const relations = [{ from_id: 0, to_id: 1, type: 'pays' }]
  expect(
    await annotationsIn(doccano, linesOf({ id: 3, text, entities, relations, Comments: [], page: 4 })),
  ).toEqual([
    { id: '0', start: 0, end: 7, label: 'ORG', roles: { pays: [{ mention: '1' }] } },
    { id: '1', start: 15, end: 23, label: 'ORG', roles: {} },
  ])
  const plain = [{ start: 15, end: 23, label: 'ORG', roles: {} }]
  expect(await annotationsIn(doccano, linesOf({ text, label: [[15, 23, 'ORG']] }))).toEqual(plain)
  expect(await annotationsIn(doccano, linesOf({ text, labels: [[15, 23, 'ORG']], meta: {} }))).toEqual(plain)
})

test.each<readonly [string, unknown]>([
  [
    '1: A relation in it points to an entity that is not there.',
    { text, entities: [], relations: [{ from_id: 0, to_id: 1, type: 'pays' }] },
  ],
  [
    '1: Two entities have the same id.',
    {
      text,
      entities: [
        { id: 0, start_offset: 0, end_offset: 7, label: 'ORG' },
        { id: 0, start_offset: 0, end_offset: 7, label: 'ORG' },
      ],
    },
  ],
  [
    '1: The mark “ORG” cannot stand in its text. It ends at 25, but the text has only 24.',
    { text, label: [[15, 25, 'ORG']] },
  ],
  ['1: Something is wrong at “label.0”: Invalid input.', { text, label: [[15, 'ORG']] }],
  ['1: Something is wrong at “text”: expected string, received number.', { text: 3 }],
])('refused: %s', async (reason, line) => {
  expect(await refusalsIn(doccano, linesOf(line))).toEqual([said(reason)])
})

const said = (reason: string): string =>
  /cannot stand|Two marks/.test(reason) ? reason : `${reason} Nothing of this record is taken.`

test('of a record with a bad mark the good ones are read, and each bad one is told', async () => {
  const example = {
    text,
    label: [
      [0, 3, 'ORG'],
      [15, 25, 'ORG'],
      [9, 4, 'PER'],
    ],
  }
  expect(await refusalsIn(doccano, linesOf(example))).toHaveLength(2)
  const events = await annotationsIn(doccano, linesOf(example))
  expect(events).toMatchObject([{ start: 0, end: 3 }])
})
