import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ACA_1 } from '../domain/aca-1.ts'
import { newActor } from '../domain/actor.ts'
import { now } from '../testing/samples.ts'
import { type Dataset, datasetJsonSchema } from './dataset.ts'
import { validateDataset } from './dataset-problems.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const TEXT = '🚢 Norland pledged, he said, to sail. Vesteria objects.'

/** In code points. */
const MAIN_LENGTH = Array.from(TEXT).length

const norland = () =>
  structuredClone(newActor({ id: 'norland', name: 'Norland', now })) as unknown as Dataset['actors'][number]

const known = { byline: null, source: null, publisher: null, published: null, dateline: null, language: null }
const by = {
  annotator: 'Mira',
  certainty: 'sure',
  origin: { kind: 'manual' },
  attributes: {},
  roles: {},
} as const
const times = { created: '2026-01-05T09:00:00Z', updated: '2026-01-05T09:00:00Z' }

function dataset() {
  const actor = { ...by, ...times, id: 'a1', label: 'actor', start: 2, end: 9, text: 'Norland' }
  const commitment = {
    ...by,
    ...times,
    id: 'c1',
    label: 'commitment',
    start: 10,
    end: 35,
    text: 'pledged, he said, to sail',
    fragments: [
      { start: 10, end: 17, text: 'pledged' },
      { start: 28, end: 35, text: 'to sail' },
    ],
    roles: { committer: [{ mention: 'a1' }, { actor: 'norland' }, { constant: 'author' }] },
    links: [{ kind: 'same-as', to: 'a1' }],
    actor: 'norland',
  }
  const article = {
    ...known,
    id: 'norland-pledges-0a1b2c3d',
    title: 'Norland pledges',
    url: null,
    text: TEXT,
    sha256: sha256(TEXT),
    status: 'done',
    boilerplate: [{ start: 0, end: 1, kind: 'residue', reason: 'template residue' }],
    annotations: [actor, commitment],
  }
  return {
    format: 'glosswright/dataset',
    version: 3,
    tool: { name: 'Glosswright', version: '0.1.0' },
    workspace: { id: 'w', name: 'Ferries' },
    offsets: { unit: 'codepoint', end: 'exclusive' },
    scheme: structuredClone(ACA_1) as Dataset['scheme'],
    actors: [norland()],
    articles: [article],
  }
}

type Given = ReturnType<typeof dataset>

/** The problems of a good dataset after `damage`, which gets its parts. */
function problemsAfter(
  damage: (given: Given, article: Given['articles'][0], c1: Record<string, unknown>) => void,
): string[] {
  const given = dataset()
  const article = given.articles[0] as Given['articles'][0]
  damage(given, article, article.annotations[1] as unknown as Record<string, unknown>)
  return validateDataset(given, sha256)
}

it('finds nothing wrong with a dataset that holds', () => {
  expect(validateDataset(dataset(), sha256)).toEqual([])
})

it('holds as version 2 wrote it', () => {
  expect(problemsAfter((given) => Object.assign(given, { version: 2 }))).toEqual([])
})

it('may hold a main text with the way back to the full one', () => {
  const main = { fullSha256: sha256(''), offsetMap: [[0, 5, 3] as const, [3, 20, MAIN_LENGTH - 3] as const] }
  expect(problemsAfter((_, article) => Object.assign(article, main))).toEqual([])
})

it('does not mind keys that a later version may add', () => {
  expect(problemsAfter((given) => Object.assign(given, { extra: 1 }))).toEqual([])
})

describe('what is wrong is said once, in plain words, with its place', () => {
  it.each<[string, Parameters<typeof problemsAfter>[0], RegExp]>([
    ['another file', (d) => Object.assign(d, { format: 'x' }), /^This is not a Glosswright dataset\.$/],
    ['a newer version', (d) => Object.assign(d, { version: 4 }), /newer Glosswright/],
    ['a wrong unit', (d) => Object.assign(d.offsets, { unit: 'utf16' }), /^offsets\.unit: .*"codepoint"/],
    ['a missing key', (d) => Object.assign(d, { tool: { name: 'x' } }), /^tool\.version: expected string/],
    [
      'an article of the wrong shape',
      (_, a) => Object.assign(a, { status: 'begun' }),
      /^articles\[0\]\.status: /,
    ],
    [
      'an annotation of the wrong shape',
      (_, __, c) => Object.assign(c, { start: '10' }),
      /^“norland-.*”, annotations\[1\]\.start: expected/,
    ],
    ['a text that is not the hashed one', (_, a) => Object.assign(a, { sha256: sha256('') }), /sha256/],
    [
      'an offset by one',
      (_, __, c) => Object.assign(c, { start: 11 }),
      /“c1” says “pledged, he said, to sail”, but/,
    ],
    ['an end behind the text', (_, __, c) => Object.assign(c, { end: 99 }), /“c1” ends at character 99/],
    [
      'a fragment’s text',
      (_, a) =>
        Object.assign(a.annotations[1] ?? {}, {
          fragments: [
            { start: 10, end: 17, text: 'pledges' },
            { start: 28, end: 35, text: 'to sail' },
          ],
        }),
      /“c1” says “pledges”/,
    ],
    ['fragments out of order', (_, __, c) => (c.fragments as unknown[]).reverse(), /“c1” has parts/],
    [
      'a hull that is not reached',
      (_, __, c) => Object.assign(c, { end: 36, text: 'pledged, he said, to sail.' }),
      /“c1” has parts/,
    ],
    ['a shared id', (_, a) => a.annotations.push(a.annotations[0] as never), /the id “a1”/],
    ['two articles of one id', (d, a) => d.articles.push(a), /Two articles have the id “norland-/],
    ['two actors of one id', (d) => d.actors.push(norland()), /Two actors have the id “norland”/],
    [
      'a mention that is not there',
      (_, __, c) => Object.assign(c, { roles: { target: [{ mention: 'a9' }] } }),
      /“c1” has somebody as “target”/,
    ],
    [
      'an actor who is not there',
      (_, __, c) => Object.assign(c, { roles: { target: [{ actor: 'x' }] } }),
      /“c1” has somebody as “target”/,
    ],
    [
      'a link to nothing',
      (_, __, c) => Object.assign(c, { links: [{ kind: 'same-as', to: 'c9' }] }),
      /“c1” is linked .* “c9”/,
    ],
    ['an unknown actor', (_, __, c) => Object.assign(c, { actor: 'x' }), /“c1” names the actor “x”/],
    [
      'an unknown label',
      (_, __, c) => Object.assign(c, { label: 'promise' }),
      /“c1” has the label “promise”/,
    ],
    [
      'a main text without the hash of the full one',
      (_, a) => Object.assign(a, { offsetMap: [[0, 5, MAIN_LENGTH]] }),
      /of fullSha256 and offsetMap one is missing/,
    ],
    [
      'an offset map that ends before the text',
      (_, a) => Object.assign(a, { fullSha256: sha256(''), offsetMap: [[0, 5, MAIN_LENGTH - 1]] }),
      /offsetMap does not cover the text/,
    ],
    [
      'an offset map with a gap',
      (_, a) =>
        Object.assign(a, {
          fullSha256: sha256(''),
          offsetMap: [
            [0, 5, 3],
            [4, 20, MAIN_LENGTH - 4],
          ],
        }),
      /offsetMap does not cover the text/,
    ],
    [
      'an offset map that leaves something out of the very same text',
      (_, a) => Object.assign(a, { fullSha256: a.sha256, offsetMap: [[0, 5, MAIN_LENGTH]] }),
      /offsetMap leaves something out, but fullSha256 is that of the text itself/,
    ],
    [
      'an offset map that goes back in the full text',
      (_, a) =>
        Object.assign(a, {
          fullSha256: sha256(''),
          offsetMap: [
            [0, 50, 3],
            [3, 20, MAIN_LENGTH - 3],
          ],
        }),
      /out of order in the full text/,
    ],
    [
      'boilerplate outside the text',
      (_, a) => Object.assign(a.boilerplate[0] ?? {}, { end: 99 }),
      /boilerplate from 0 to 99/,
    ],
  ])('%s', (_, damage, sentence) => {
    expect(problemsAfter(damage)).toEqual([expect.stringMatching(sentence)])
  })

  it.each([null, 'text', [], 1])('%j is no dataset', (json) => {
    expect(validateDataset(json, sha256)).toEqual(['This is not a Glosswright dataset.'])
  })
})

it('lets two annotators use one id, but not point to each other’s marks', () => {
  const theirs = (given: Given, id: string) => ({
    ...(given.articles[0]?.annotations[0] as object),
    id,
    annotator: 'Jonas',
  })
  expect(problemsAfter((given, a) => a.annotations.push(theirs(given, 'a1') as never))).toEqual([])
  expect(
    problemsAfter((given, a, c) => {
      a.annotations.push(theirs(given, 'b1') as never)
      Object.assign(c, { links: [{ kind: 'same-as', to: 'b1' }] })
    }),
  ).toHaveLength(1)
})

it('names every problem, not only the first', () => {
  const problems = problemsAfter((given, article, c1) => {
    Object.assign(c1, { label: 'promise', start: 11 })
    Object.assign(article, { sha256: sha256('') })
    given.articles.push({ ...article, id: 'other', annotations: [] })
  })
  expect(problems).toHaveLength(4)
})

it('has its JSON Schema in the docs', () => {
  const file = join(import.meta.dirname, '../../docs/dataset.schema.json')
  const schema = `${JSON.stringify(datasetJsonSchema(), null, 2)}\n`
  if (process.env.UPDATE_DOCS) writeFileSync(file, schema)
  expect(readFileSync(file, 'utf8')).toBe(schema)
})
