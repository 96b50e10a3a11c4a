import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newActor } from '#shared/domain/actor.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { stableJson } from '#shared/format/json.ts'
import { utf8Bytes } from '#shared/format/utf8.ts'
import { datasetArticles, someFrame } from '#shared/testing/datasets.ts'
import { exported, fileIn, readBack } from '#shared/testing/round-trip.ts'
import { now } from '#shared/testing/samples.ts'
import type { ReadEvent } from '../adapter.ts'
import { datasetText } from './dataset-text.ts'
import { glosswright } from './glosswright.ts'

async function eventsIn(text: string): Promise<ReadEvent[]> {
  const events: ReadEvent[] = []
  const files = [fileIn(new Map([['dataset.json', utf8Bytes(text)]]), 'dataset.json')]
  for await (const event of glosswright.read?.(files) ?? []) events.push(event)
  return events
}

const tricky = fc.string({
  unit: fc.constantFrom('a', '\n', '\r', '\u2028', '🚢', '"', '[]', '\n    }', '\\', '{'),
})

it('lays a dataset out as JSON that says the same', async () => {
  const articles = fc.array(fc.record({ text: tricky, annotations: fc.array(fc.record({ note: tricky })) }))
  await fc.assert(
    fc.asyncProperty(articles, fc.array(tricky), async (some, actors) => {
      async function* given(): AsyncGenerator<DatasetArticle> {
        for (const article of some) yield article as unknown as DatasetArticle
      }
      let text = ''
      for await (const piece of datasetText({ actors, format: 'x' }, given())) text += piece
      expect(JSON.parse(text)).toEqual({ actors, format: 'x', articles: some })
    }),
  )
})

/** A dataset that holds, with at least one annotation. */
const someDataset = async (): Promise<string> => {
  const [articles = []] = fc.sample(
    datasetArticles.filter((all) => all.some(({ annotations }) => annotations.length > 0)),
    { numRuns: 1, seed: 7 },
  )
  const { files } = await exported(glosswright, articles)
  return new TextDecoder().decode(files.get(''))
}

describe('however a dataset is laid out, the same is read', () => {
  it.each([
    ['minified', (dataset: object) => JSON.stringify(dataset)],
    ['indented by a tab', (dataset: object) => JSON.stringify(dataset, null, '\t')],
    ['by sorted keys', stableJson],
    [
      'articles last',
      (dataset: object) => {
        const { articles, ...rest } = dataset as { articles: unknown }
        return JSON.stringify({ ...rest, articles })
      },
    ],
  ])('%s', async (_, laidOut) => {
    const text = await someDataset()
    const withoutLines = (events: readonly ReadEvent[]) =>
      events.map((event) => ({ ...event, line: undefined }))
    expect(withoutLines(await eventsIn(laidOut(JSON.parse(text))))).toEqual(
      withoutLines(await eventsIn(text)),
    )
  })
})

it('takes no actor of the registry for an article', async () => {
  const actors = [{ ...newActor({ id: 'zone', name: 'The zone', now }), mergedInto: null }]
  const dataset = { ...someFrame, actors: actors.map(({ settled: _, ...actor }) => actor), articles: [] }
  expect((await eventsIn(stableJson(dataset))).map(({ kind }) => kind)).toEqual(['frame'])
})

it.each([100, 400, 5000])('refuses what was cut at character %d', async (length) => {
  const text = await someDataset()
  await expect(eventsIn(text.slice(0, length))).rejects.toThrow('only a part of it')
})

it.each([
  ['another document', '{"format":"x","articles":[]}', 'not a Glosswright dataset'],
  ['a newer version', '{"format":"glosswright/dataset","version":99,"articles":[]}', 'newer Glosswright'],
  ['a list', '[1]', 'not a Glosswright dataset'],
  ['an endless number', '{"format":1e400,"articles":[]}', 'too large'],
])('refuses %s', async (_, text, reason) => {
  await expect(eventsIn(text)).rejects.toThrow(reason)
})

describe('a record that does not hold is refused with its line and reason, and the next one is read', () => {
  it.each([
    ['a slice', { text: 'other' }, 'says “other”'],
    ['an offset outside', { end: 9999 }, 'ends at character 9999'],
    ['an end before its start', { start: 3, end: 2 }, 'characters 3 to 2'],
    ['an offset that is none', { start: 1.5 }, 'start'],
    ['a label that nobody knows', { label: 'promise' }, '“promise”'],
    ['a missing field', { certainty: undefined }, 'certainty'],
    ['somebody who is not there', { roles: { committer: [{ mention: 'nobody' }] } }, '“committer”'],
    ['an actor who is not there', { actor: 'nobody' }, '“nobody”'],
  ])('%s', async (_, change, reason) => {
    const dataset = JSON.parse(await someDataset())
    const whole = dataset.articles.find(({ annotations }: DatasetArticle) => annotations.length > 0)
    const damaged = { ...whole, annotations: [{ ...whole.annotations[0], ...change }] }
    const other = { ...whole, id: 'another' }
    const events = await eventsIn(JSON.stringify({ ...dataset, articles: [damaged, other] }, null, 1))
    expect(events).toMatchObject([
      { kind: 'frame' },
      { kind: 'refused', file: 'dataset.json', reason: expect.stringContaining(reason) },
      { kind: 'article', article: { id: 'another' } },
    ])
    expect(events[1]).toHaveProperty('line', expect.any(Number))
  })

  it('an id that two articles have', async () => {
    const dataset = JSON.parse(await someDataset())
    const [article] = dataset.articles
    const events = await eventsIn(JSON.stringify({ ...dataset, articles: [article, article] }))
    expect(events.map(({ kind }) => kind)).toEqual(['frame', 'article', 'refused'])
  })
})

it('finds a file that was changed after it was written', async () => {
  const articles = JSON.parse(await someDataset()).articles
  const written = await exported(glosswright, articles)
  expect(await readBack(glosswright, written)).toBeNull()
  const { title } = articles[0]
  const text = new TextDecoder().decode(written.files.get(''))
  const changed = text.replace(JSON.stringify(title), JSON.stringify(`${title}!`))
  const files = new Map([['', utf8Bytes(changed)]])
  expect(await readBack(glosswright, { ...written, files })).toContain('“title”')
})
