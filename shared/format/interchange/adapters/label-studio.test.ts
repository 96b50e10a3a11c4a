import { expect, test } from 'vitest'
import { annotationsIn, eventsIn, linesOf, refusalsIn } from '#shared/testing/reading.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { smallArticle } from '#shared/testing/small-article.ts'
import { labelStudio } from './label-studio.ts'

async function written() {
  const { files } = await exported(labelStudio, [
    smallArticle,
    { ...smallArticle, id: 'other', annotations: [] },
  ])
  return JSON.parse(new TextDecoder().decode(files.get('')))
}

const besides = { certainty: 'sure', origin: { kind: 'manual' }, annotator: 'Ada' }

test('a task has regions in code points, choices of a region, and relations', async () => {
  const [task] = await written()
  const on = { to_name: 'text', origin: 'manual' }
  const place = { start: 4, end: 30, text: 'Norland will pay for ships' }
  expect(task.data).toEqual({ text: '⛴️🚢 Norland will pay for ships.', title: 'Ferries' })
  expect(task.annotations).toHaveLength(1)
  expect(task.annotations[0].result).toEqual([
    {
      ...on,
      id: 'm0',
      from_name: 'label',
      type: 'labels',
      value: { start: 4, end: 11, text: 'Norland', labels: ['actor'] },
      meta: { glosswright: expect.objectContaining({ ...besides, actor: 'actor-0' }) },
    },
    {
      ...on,
      id: 'm1',
      from_name: 'label',
      type: 'labels',
      value: { ...place, labels: ['commitment'] },
      meta: {
        text: ['How much?'],
        glosswright: expect.objectContaining({ annotator: 'Ada', certainty: 'unsure' }),
      },
    },
    { ...on, id: 'm1', from_name: 'polarity', type: 'choices', value: { ...place, choices: ['support'] } },
    { type: 'relation', from_id: 'm1', to_id: 'm0', direction: 'right', labels: ['speaker'] },
    { type: 'relation', from_id: 'm1', to_id: 'm0', direction: 'right', labels: ['link:supports'] },
  ])
})

test('nobody is named in completed_by, which would have the whole import refused', async () => {
  const [task] = await written()
  expect(Object.keys(task.annotations[0]).sort()).toEqual(['ground_truth', 'result', 'was_cancelled'])
})

test('the first task carries the labeling configuration, the others do not', async () => {
  const [first, second] = await written()
  expect(first.meta.label_config).toContain(
    '<Labels name="label" toName="text"><Label value="actor"></Label>',
  )
  expect(first.meta.label_config).toContain('<Text name="text" value="$text"></Text>')
  expect(second.meta.label_config).toBeUndefined()
})

const text = 'So 😀 Norland pays\nVesteria.'
const region = (value: object, id = 'a'): object => ({
  id,
  from_name: 'ner',
  to_name: 'text',
  type: 'labels',
  value,
})
const norland = { start: 5, end: 12, text: 'Norland', labels: ['ORG'] }
const task = (...result: readonly object[]): object => ({ data: { text }, annotations: [{ result }] })

test('exports of Label Studio’s own are read: users, predictions, cancelled and several annotations', async () => {
  const events = await eventsIn(
    labelStudio,
    linesOf([
      {
        id: 12,
        data: { headline: text },
        annotations: [
          { id: 1, completed_by: { id: 3, email: 'ada@example.org' }, result: [region(norland)] },
          { id: 2, completed_by: 4, result: [region(norland)] },
          { id: 3, completed_by: 4, was_cancelled: true, result: [] },
        ],
        predictions: [{ model_version: 'rules 2', score: 0.5, result: [region(norland)] }],
      },
    ]),
  )
  const names = events.map((event) => (event.kind === 'article' ? event.annotations[0]?.annotator : event))
  expect(names).toEqual(['ada@example.org', '4', 'rules 2'])
})

test('a task that nobody annotated is an article without annotations', async () => {
  expect(await annotationsIn(labelStudio, linesOf([{ data: { text } }]))).toEqual([])
})

test('offsets in UTF-16, which old versions saved, are known by the words that stand there', async () => {
  const [mark] = await annotationsIn(labelStudio, linesOf([task(region({ ...norland, start: 6, end: 13 }))]))
  expect(mark).toMatchObject({ start: 5, end: 12 })
})

test('line ends in quoted words may be written as the editor shows them', async () => {
  const value = { start: 13, end: 26, text: 'pays\\nVesteria', labels: ['ACT'] }
  expect(await annotationsIn(labelStudio, linesOf([task(region(value))]))).toMatchObject([
    { start: 13, end: 26 },
  ])
})

test('a region of two labels is two marks; choices are attributes, a text of a region is its note', async () => {
  const results = [
    region({ ...norland, labels: ['ORG', 'PAYER'] }),
    { id: 'a', type: 'choices', from_name: 'tone', value: { ...norland, choices: ['calm'] } },
    { id: 'a', type: 'textarea', from_name: 'why', value: { ...norland, text: ['one', 'two'] } },
    { id: 'z', type: 'rating', from_name: 'stars', value: { rating: 3 } },
    region({ start: 18, end: 26, labels: ['ORG'] }, 'b'),
    { type: 'relation', from_id: 'b', to_id: 'a', direction: 'left', labels: ['pays'] },
    { type: 'relation', from_id: 'b', to_id: 'a', direction: 'right' },
  ]
  const said = { attributes: { tone: 'calm' }, note: 'one\ntwo' }
  expect(await annotationsIn(labelStudio, linesOf([task(...results)]))).toEqual([
    { ...said, id: 'a', start: 5, end: 12, label: 'ORG', roles: { pays: [{ mention: 'b' }] } },
    { ...said, id: 'a/2', start: 5, end: 12, label: 'PAYER', roles: {} },
    { id: 'b', start: 18, end: 26, label: 'ORG', roles: {}, links: [{ kind: 'relation', to: 'a' }] },
  ])
})

test.each<readonly [string, object]>([
  ['The task has no text.', { data: { image: 3 } }],
  ['A region in it has no label.', task(region({ start: 0, end: 2 }))],
  ['A region in it has no start and end that are numbers.', task(region({ ...norland, start: '5' }))],
  [
    'It says that “Norland” stands at 0, but there is “So 😀 No”.',
    task(region({ ...norland, start: 0, end: 7 })),
  ],
  ['It ends at 99, but the text has only 27.', task(region({ ...norland, end: 99 }))],
  [
    '“tone” of a region in it is not one choice.',
    task(region(norland), { id: 'a', type: 'choices', from_name: 'tone', value: { choices: ['a', 'b'] } }),
  ],
  [
    'A relation in it points to a region that is not there.',
    task({ type: 'relation', from_id: 'a', to_id: 'b' }),
  ],
])('refused: %s', async (reason, one) => {
  expect(await refusalsIn(labelStudio, linesOf([one]))).toEqual([
    `1: ${reason} Nothing of this record is taken.`,
  ])
})

test('a task that does not hold is refused with its line, and the next one is read', async () => {
  const good = JSON.stringify({ data: { text } })
  const events = await eventsIn(labelStudio, linesOf(`[${good},\n{"data": 3},\n${good}]`))
  expect(events.map((one) => [one.kind, 'line' in one && one.line])).toEqual([
    ['article', 1],
    ['refused', 2],
    ['article', 3],
  ])
})

test('what is no list of tasks, or only a part of one, is no file of Label Studio’s', async () => {
  await expect(eventsIn(labelStudio, linesOf({ data: { text } }))).rejects.toThrow(
    'is not a list of Label Studio’s tasks',
  )
  await expect(eventsIn(labelStudio, linesOf('[{"data": {"text": "a"}},'))).rejects.toThrow(
    'not JSON, or only a part',
  )
})
