import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stableJson } from '#shared/format/json.ts'
import { utf8Bytes } from '#shared/format/utf8.ts'
import { datasetArticles } from '#shared/testing/datasets.ts'
import { exported, fileIn } from '#shared/testing/round-trip.ts'
import type { Dataset } from '../dataset.ts'
import { validateDataset } from '../dataset-problems.ts'
import type { Adapter } from './adapter.ts'
import { glosswright } from './adapters/glosswright.ts'
import { glosswrightJsonl } from './adapters/glosswright-jsonl.ts'
import { problemsInDataset } from './dataset-problems-in.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

async function problemsIn(text: string): Promise<string[]> {
  const problems: string[] = []
  const file = fileIn(new Map([['d', utf8Bytes(text)]]), 'd')
  for await (const problem of problemsInDataset(file, sha256)) problems.push(problem)
  return problems
}

async function written(adapter: Adapter): Promise<string> {
  const [articles = []] = fc.sample(
    datasetArticles.filter((all) => all.some(({ annotations }) => annotations.length > 1)),
    { numRuns: 1, seed: 3 },
  )
  const hashed = articles.map((article) => ({ ...article, sha256: sha256(article.text) }))
  return new TextDecoder().decode((await exported(adapter, hashed)).files.get(''))
}

const LAYOUTS: readonly (readonly [string, (dataset: Dataset) => string])[] = [
  ['minified', (dataset) => JSON.stringify(dataset)],
  ['indented', (dataset) => JSON.stringify(dataset, null, 4)],
  ['sorted', stableJson],
  ['with carriage returns', (dataset) => JSON.stringify(dataset, null, 1).replaceAll('\n', '\r\n')],
]

describe.each(LAYOUTS)('a dataset laid out by others: %s', (_, laidOut) => {
  it('holds', async () => {
    expect(await problemsIn(laidOut(JSON.parse(await written(glosswright))))).toEqual([])
  })

  it('has what is wrong with it found, all of it, as in one that is read whole', async () => {
    const dataset: Dataset = JSON.parse(await written(glosswright))
    const damaged = {
      ...dataset,
      actors: [...dataset.actors, ...dataset.actors.slice(0, 1)],
      articles: [...dataset.articles, ...dataset.articles].map((article, i) => ({
        ...article,
        text: i === 0 ? `${article.text}!` : article.text,
        annotations: article.annotations.map((one) => ({ ...one, start: one.start + 1 })),
      })),
    }
    const problems = await problemsIn(laidOut(damaged as Dataset))
    expect(problems).toEqual(validateDataset(damaged, sha256))
    expect(problems).toContainEqual(expect.stringContaining('Two actors'))
    expect(problems).toContainEqual(expect.stringContaining('Two articles'))
    expect(problems).toContainEqual(expect.stringContaining('sha256'))
  })
})

describe('one article a line', () => {
  it('holds', async () => {
    const text = await written(glosswrightJsonl)
    expect(await problemsIn(text)).toEqual([])
    expect(await problemsIn(text.replaceAll('\n', '\r\n'))).toEqual([])
    expect(await problemsIn(text.slice(0, text.indexOf('\n') + 1))).toEqual([])
  })

  it('has every line that is none named', async () => {
    const [frame, ...articles] = (await written(glosswrightJsonl)).trimEnd().split('\n')
    const [first = ''] = articles
    const problems = await problemsIn([frame, first, '{"id":', first].join('\n'))
    expect(problems).toEqual([
      'Line 3: This is not JSON, or only a part of it.',
      expect.stringContaining('Two articles have the id'),
    ])
  })

  it.each([
    ['another first line', '{"a":1}\n{"b":2}\n', 'not a Glosswright dataset'],
    ['a newer version', '{"format":"glosswright/dataset-lines","version":2}\n{}\n', 'newer'],
    ['no version', '{"format":"glosswright/dataset-lines"}\n{}\n', 'version number is missing'],
  ])('refuses %s', async (_, text, reason) => {
    expect(await problemsIn(text)).toEqual([expect.stringContaining(reason)])
  })
})

it.each([
  ['nothing', '', 'not JSON'],
  ['half of one', '{"format":"glosswright/dataset","articles":[{', 'only a part'],
  ['deep nesting', `{"format":${'['.repeat(100)}${']'.repeat(100)},"articles":[]}`, 'nested'],
  ['a number too large', '{"format":"glosswright/dataset","version":1e400,"articles":[]}', 'too large'],
])('refuses %s with one sentence', async (_, text, reason) => {
  expect(await problemsIn(text)).toEqual([expect.stringContaining(reason)])
})
