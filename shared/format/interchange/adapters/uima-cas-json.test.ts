import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { ferryArticle } from '#shared/testing/exchange-articles.ts'
import { articlesIn, refusalsIn } from '#shared/testing/reading.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { uimaCasJson } from './uima-cas-json.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0

const written = async (): Promise<string> => {
  const { files } = await exported(uimaCasJson, [ferryArticle])
  return new TextDecoder().decode(files.get('ferries.json'))
}

type Structure = Readonly<Record<string, unknown>>
const structuresIn = (text: string): Structure[] => JSON.parse(text)['%FEATURE_STRUCTURES']

describe('a file that is written', () => {
  test('has types, structures and views, in this order', async () => {
    const cas = JSON.parse(await written())
    expect(Object.keys(cas)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS'])
    expect(cas['%TYPES']['glosswright.Act']).toEqual({
      '%NAME': 'glosswright.Act',
      '%SUPER_TYPE': 'glosswright.Mark',
      '%DESCRIPTION': 'A mark that has roles',
    })
    expect(cas['%TYPES']['glosswright.Mark'].fillers).toEqual({
      '%NAME': 'fillers',
      '%RANGE': 'uima.cas.FSArray',
      '%ELEMENT_TYPE': 'glosswright.Filler',
    })
  })

  test('has the text before what stands on it, ids and types before features', async () => {
    const structures = structuresIn(await written())
    expect(structures[0]).toEqual({
      '%ID': 1,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: '_InitialView',
      mimeType: 'text',
      sofaString: ferryArticle.text,
    })
    for (const one of structures) expect(Object.keys(one).slice(0, 2)).toEqual(['%ID', '%TYPE'])
  })

  test('counts in UTF-16 and points to other structures by number', async () => {
    const text = await written()
    const structures = structuresIn(text)
    const byId = new Map(structures.map((one) => [one['%ID'], one]))
    const act = structures.find((one) => one['%TYPE'] === 'glosswright.Act') as Structure
    expect(ferryArticle.text.slice(act.begin as number, act.end as number)).toBe('pledged, he said,\tto sail')
    const fillers = byId.get(act['@fillers'])?.['%ELEMENTS'] as number[]
    const mention = byId.get(byId.get(fillers[0])?.['@mention'])
    expect(mention).toMatchObject({ '%TYPE': 'glosswright.Mention', label: 'actor', actorName: 'Norland' })
    const { '%MEMBERS': members } = JSON.parse(text)['%VIEWS']._InitialView
    expect(members).toContain(act['%ID'])
  })

  test.skipIf(!hasPython)('says to Python’s json and UTF-16 what we mean', async () => {
    const check = `
import json, sys
cas = json.loads(sys.stdin.buffer.read().decode('utf-8'))
units = cas['%FEATURE_STRUCTURES'][0]['sofaString'].encode('utf-16-le')
for fs in cas['%FEATURE_STRUCTURES']:
    if fs['%TYPE'] in ('glosswright.Mention', 'glosswright.Act', 'glosswright.Fragment'):
        print(ascii(units[2 * fs['begin']:2 * fs['end']].decode('utf-16-le')))
`
    const python = spawnSync('python3', ['-c', check], { input: await written(), encoding: 'utf8' })
    expect(python.stdout.trim().split('\n')).toEqual([
      "'Norland'",
      "'pledged'",
      "'to sail'",
      "'pledged, he said,\\tto sail'",
    ])
  })
})

test('several annotators of an article have a file each', async () => {
  const [norland, pledge] = ferryArticle.annotations
  const article = { ...ferryArticle, annotations: [norland, { ...pledge, annotator: 'Bo/../x', roles: {} }] }
  const { files } = await exported(uimaCasJson, [article as typeof ferryArticle])
  expect([...files.keys()]).toEqual(['ferries/1-Ada.json', 'ferries/2-Bo_.._x.json'])
})

test('articles are read in the order of their ids', () => {
  const paths = ['a-2.json', 'a.json', 'b/1-Ada.json', 'b/2-Bo.json', 'notes.txt']
  expect(uimaCasJson.groups?.(paths).flat()).toEqual(['a.json', 'a-2.json', 'b/1-Ada.json', 'b/2-Bo.json'])
})

const sofa = (text: string): string =>
  JSON.stringify({ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: text })
const file = (...structures: readonly string[]): string =>
  `{"%TYPES": {}, "%FEATURE_STRUCTURES": [\n${[sofa('a 😀 ship'), ...structures].join(',\n')}\n], "%VIEWS": {}}`

describe('files of other tools', () => {
  const entity = {
    '%ID': 5,
    '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
    '@sofa': 1,
    begin: 2,
    end: 4,
    value: 'THING',
    identifier: 'Q1',
  }

  test('an annotation’s value is its label, its other texts are attributes', async () => {
    const [article] = await articlesIn(uimaCasJson, file(JSON.stringify(entity)))
    expect(article).toMatchObject({ text: 'a 😀 ship', article: {} })
    expect(article?.annotations).toEqual([
      { id: '5', label: 'THING', start: 2, end: 3, attributes: { identifier: 'Q1' } },
    ])
  })

  test('without a value its type is its label; offsets may be marked as anchors; the document is no mark', async () => {
    const token = { '%ID': 6, '%TYPE': 'custom.Token', '@sofa': 1, '^begin': 5, '^end': 9 }
    const meta = {
      '%ID': 7,
      '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
      '@sofa': 1,
      begin: 0,
      end: 9,
      documentTitle: 'Ships',
      language: 'en',
    }
    const [article] = await articlesIn(uimaCasJson, file(JSON.stringify(token), JSON.stringify(meta)))
    expect(article?.article).toEqual({ title: 'Ships', language: 'en' })
    expect(article?.annotations).toMatchObject([{ label: 'Token', start: 4, end: 8 }])
  })

  test('structures may come as an object by their ids', async () => {
    const { '%ID': _, ...rest } = entity
    const text = JSON.stringify({
      '%FEATURE_STRUCTURES': { 1: { '%TYPE': 'uima.cas.Sofa', sofaString: 'a 😀 ship' }, 5: rest },
    })
    expect((await articlesIn(uimaCasJson, text))[0]?.annotations).toMatchObject([
      { label: 'THING', start: 2 },
    ])
  })
})

describe('what does not hold is refused, the rest is read', () => {
  const mark = (features: string): string => `{"%ID": 9, "%TYPE": "custom.X", "@sofa": 1, ${features}}`
  test.each([
    [
      'an end before its start',
      file(mark('"begin": 4, "end": 2')),
      '3: It ends at 2, which is not behind its start at 4.',
    ],
    ['offsets outside', file(mark('"begin": 4, "end": 99')), '3: It ends at 99, but the text has only 9.'],
    ['half a character', file(mark('"begin": 2, "end": 3')), '3: It begins or ends within a character.'],
    ['no number', file(mark('"begin": "x", "end": 3')), '3: Its start or its end is no whole number.'],
    ['a fraction', file(mark('"begin": 0.5, "end": 3')), '3: Its start or its end is no whole number.'],
    [
      'the same id twice',
      file(mark('"begin": 0, "end": 1').replace('9', '1')),
      '-: Two feature structures have the same id.',
    ],
    ['no id', file('{"%TYPE": "custom.X"}'), '3: Its “%ID” is no positive whole number.'],
    ['no type', file('{"%ID": 7}'), '3: Something is wrong at “%TYPE”: expected string, received undefined.'],
    ['no structure', file('7'), '3: expected object, received number.'],
    ['1e400', file(mark('"begin": 0, "end": 1e400')), '3: A number in it is too large to be kept.'],
    ['deep nesting', file(`${'['.repeat(99)}${']'.repeat(99)}`), '3: It is nested more than 64 levels deep.'],
    [
      'a part of a file',
      file(mark('"begin": 0')).slice(0, -40),
      '3: “a-file” is not JSON, or only a part of it.',
    ],
    ['another JSON', '{"a": 1}', '-: It has no “%FEATURE_STRUCTURES”, so it is no UIMA CAS.'],
    ['no text', '{"%FEATURE_STRUCTURES": []}', '-: It holds no text.'],
    [
      'a filler that is not there',
      file(
        '{"%ID": 8, "%TYPE": "glosswright.Filler", "role": "x", "@mention": 77}',
        mark('"begin": 0, "end": 1, "@fillers": 8').replace('custom.X', 'glosswright.Act'),
      ),
      '4: It points to a mark that is not there.',
    ],
  ])('%s', async (_, text, refusal) => {
    expect(await refusalsIn(uimaCasJson, text)).toEqual([refusal])
  })

  test('a key __proto__ changes nothing', async () => {
    const [article] = await articlesIn(uimaCasJson, file(mark('"begin": 0, "end": 1, "__proto__": {"x": 1}')))
    const [annotation] = article?.annotations ?? []
    expect(annotation).toEqual({ id: '9', label: 'X', start: 0, end: 1, attributes: {} })
    expect(Object.getPrototypeOf(annotation?.attributes)).toBe(Object.prototype)
  })
})
