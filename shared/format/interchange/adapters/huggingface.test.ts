import { tableFromIPC } from 'apache-arrow'
import { readParquet } from 'parquet-wasm'
import { describe, expect, test } from 'vitest'
import { FERRIES } from '#shared/testing/ferries.ts'
import { type FileContents, foundIn } from '#shared/testing/reading.ts'
import { exported, LONGEST, readBack } from '#shared/testing/round-trip.ts'
import type { DatasetArticle } from '../../dataset.ts'
import { huggingface } from './huggingface.ts'

/** Other articles, each with a hash that sends it another way. */
const more = (count: number): DatasetArticle[] =>
  Array.from({ length: count }, (_, i) => ({
    ...FERRIES,
    id: `article-${String(i).padStart(3, '0')}`,
    text: `Norland 😀 will\r\npay, "in full", for ships. ${i}`,
    sha256: (((i * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0') + '0'.repeat(56)).slice(0, 64),
  }))

const written = (articles: readonly DatasetArticle[], options = {}) =>
  exported(huggingface, articles, { options, loss: LONGEST })

async function contentsOf(articles: readonly DatasetArticle[], options = {}): Promise<FileContents> {
  return Object.fromEntries((await written(articles, options)).files)
}

const textOf = (contents: FileContents, path: string): string =>
  Buffer.from(contents[path] as Uint8Array).toString('utf8')

const linesOf = (contents: FileContents, path: string): object[] =>
  textOf(contents, path)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('a dataset folder', () => {
  test('has one article a row, with its annotations as a list', async () => {
    const contents = await contentsOf([FERRIES], { split: '100/0/0' })
    expect(Object.keys(contents)).toEqual([
      'data/train-00000-of-00001.parquet',
      'jsonl/train.jsonl',
      'README.md',
      'scheme.json',
      'actors.jsonl',
    ])
    const [row] = linesOf(contents, 'jsonl/train.jsonl')
    expect(row).toMatchObject({
      ...{ id: 'ferries-0a1b2c3d', text: FERRIES.text, byline: null, source: 'Norland Post', offset_map: [] },
      annotations: [
        {
          id: 'a1',
          label: 'actor',
          start: 0,
          end: 7,
          text: 'Norland',
          actor: 'actor-0',
          roles: [],
          note: null,
        },
        {
          ...{ id: 'a2', start: 10, end: 42, origin: 'rule', origin_by: 'a rule', note: '=1+1' },
          fragments: [
            { start: 10, end: 19, text: 'will\r\npay' },
            { start: 36, end: 42, text: 'ships.' },
          ],
          roles: [
            { role: 'committer', kind: 'mention', id: 'a1' },
            { role: 'committer', kind: 'constant', id: 'author' },
            { role: 'beneficiary', kind: 'actor', id: 'actor-1' },
          ],
          attributes: [{ name: 'outcome', value: 'under way' }],
          links: [{ kind: 'same-as', to: 'a1' }],
        },
      ],
    })
  })

  test('has the same in Parquet, to another reader', async () => {
    const contents = await contentsOf([FERRIES, ...more(40)], { split: '100/0/0' })
    const parquet = contents['data/train-00000-of-00001.parquet'] as Uint8Array
    const table = tableFromIPC(readParquet(parquet).intoIPCStream())
    const rows = table.toArray().map((row) => JSON.parse(JSON.stringify(row)))
    expect(rows).toHaveLength(41)
    expect(rows).toEqual(linesOf(contents, 'jsonl/train.jsonl'))
  })

  test('keeps a U+FEFF at the start of a text in Parquet', async () => {
    const text = '\ufeffNorland \ufeffwill pay'
    const marked = { ...FERRIES, text, byline: '\ufeffOur staff', annotations: [] }
    const all = await written([marked], { files: 'parquet' })
    expect(await readBack(huggingface, all)).toBeNull()
    const { articles } = await foundIn(huggingface, Object.fromEntries(all.files))
    expect(articles).toMatchObject([{ text, article: { byline: '\ufeffOur staff' } }])
  })

  test('has a card that programs and people read', async () => {
    const card = textOf(await contentsOf([FERRIES], { license: 'cc-by-4.0', split: '100/0/0' }), 'README.md')
    expect(card.slice(0, card.indexOf('dataset_info'))).toBe(
      [
        ...['---', 'pretty_name: "A workspace"', 'license: cc-by-4.0', 'language:', '- "en"'],
        ...['task_categories:', '- token-classification', 'size_categories:', '- n<1K'],
        ...['configs:', '- config_name: default', '  data_files:', '  - split: train'],
        '    path: data/train-00000-of-00001.parquet',
        ...['- config_name: jsonl', '  data_files:', '  - split: train', '    path: jsonl/train.jsonl', ''],
      ].join('\n'),
    )
    expect(card).toContain('  - name: annotations\n    list:\n    - name: id\n      dtype: string\n')
    expect(card).toContain('| committer | 2 |')
    expect(card).toContain('| Ada | 2 |')
    expect(card).toContain('`text[start:end] == annotation["text"]`')
  })

  test('says on its card what is in it, whichever split that is in', async () => {
    const articles = [FERRIES, ...more(60)]
    const counts = async (split: string): Promise<string> => {
      const card = textOf(await contentsOf(articles, { split }), 'README.md')
      return card.slice(card.indexOf('## Quality'), card.indexOf('## Scheme'))
    }
    const said = await counts('100/0/0')
    expect(said).toContain(`| Annotations | ${61 * FERRIES.annotations.length} |`)
    expect(said).toContain('| Mentions linked to an actor |')
    expect(await counts('80/10/10')).toBe(said)
  })

  test.each([
    ['', 'license: unknown\n'],
    ['CC0-1.0', 'license: cc0-1.0\n'],
    ['Ours: "only"\nhere', 'license: other\nlicense_name: "Ours: \\"only\\"\\nhere"\n'],
  ])('names the licence %o', async (license, said) => {
    expect(textOf(await contentsOf([FERRIES], { license }), 'README.md')).toContain(said)
  })

  test('is read in the order of its articles, whatever split they are in', async () => {
    // Shares of five words in a row decide what stays together, so each text is its own.
    const articles = more(60).map((one, i) => ({ ...one, text: `${one.text} ${`w${i} `.repeat(60)}` }))
    const all = await written(articles)
    expect(all.files.has('data/validation-00000-of-00001.parquet')).toBe(true)
    expect(all.files.has('data/test-00000-of-00001.parquet')).toBe(true)
    expect(await readBack(huggingface, all)).toBeNull()
  })

  test('with no articles at all has a split that is empty', async () => {
    const all = await written([])
    expect([...all.files.keys()]).toContain('data/train-00000-of-00001.parquet')
    expect(await readBack(huggingface, all)).toBeNull()
  })
})

describe('a dataset that somebody else made', () => {
  const row = (change: object) =>
    `${JSON.stringify({ text: 'Norland will pay', annotations: [{ label: 'x', start: 8, end: 12, ...change }] })}\n`

  test('needs no more than texts, labels and offsets', async () => {
    const { articles, refusals } = await foundIn(huggingface, { 'data/train.jsonl': row({}) })
    expect(refusals).toEqual([])
    expect(articles).toMatchObject([
      { text: 'Norland will pay', annotations: [{ label: 'x', start: 8, end: 12 }] },
    ])
  })

  test.each([
    [row({ end: 8 }), 'The annotation “1 of the list”: It ends at 8, which is not behind its start at 8.'],
    [row({ end: 99 }), 'The annotation “1 of the list”: It ends at 99, but the text has only 16.'],
    [
      row({ text: 'pay' }),
      'The annotation “1 of the list”: It says “pay”, but characters 8 to 12 of the text are “will”.',
    ],
    [row({ start: '8' }), 'Something is wrong at “annotations.0.start”: expected number, received string.'],
    [row({ label: '' }), 'Something is wrong at “annotations.0.label”'],
    [
      row({ fragments: [{ start: 8, end: 9 }] }),
      'Its pieces overlap, are out of order or do not reach its ends.',
    ],
    [row({ roles: [{ role: 'a', kind: 'constant', id: 'b' }] }), 'A constant that fills a role is unknown.'],
    [row({}).slice(0, -9), 'This is not JSON, or only a part of it.'],
    ['{"text": "a", "annotations": [{"label":"x","start":1e400,"end":1}]}', 'too large'],
    [`{"text": ${'['.repeat(99)}${']'.repeat(99)}}`, 'nested'],
    ['{"__proto__": {"text": "a"}, "annotations": []}', 'Something is wrong at “text”'],
  ])('has a row like %s refused, and the others read', async (bad, reason) => {
    const text = `${row({})}${bad.trim()}\n${row({})}`
    const { articles, refusals } = await foundIn(huggingface, { 'data/train.jsonl': text })
    expect(refusals.map(({ file, line }) => [file, line])).toEqual([['data/train.jsonl', 2]])
    expect(refusals[0]?.reason).toContain(reason)
    expect(articles.filter(({ annotations }) => annotations.length === 1)).toHaveLength(2)
  })

  test('must say in Parquet what it says in JSONL', async () => {
    const contents = await contentsOf([FERRIES], { split: '100/0/0' })
    const changed = textOf(contents, 'jsonl/train.jsonl').replace('"under way"', '"fulfilled"')
    const { refusals } = await foundIn(huggingface, { ...contents, 'jsonl/train.jsonl': changed })
    expect(refusals.map(({ reason }) => reason)).toEqual(['Parquet and JSONL differ in “ferries-0a1b2c3d”.'])
  })

  test('is refused where its Parquet was cut off or changed, wherever that is', async () => {
    const path = 'data/train-00000-of-00001.parquet'
    const parquet = (await contentsOf([FERRIES], { files: 'parquet', split: '100/0/0' }))[path] as Uint8Array
    for (let length = 0; length < parquet.length; length += 97) {
      const { unreadable } = await foundIn(huggingface, { [path]: parquet.slice(0, length) })
      expect(unreadable?.message).toContain('is not Parquet that can be read here')
    }
    const lying = parquet.slice()
    lying.fill(0xff, parquet.length - 300, parquet.length - 8)
    expect((await foundIn(huggingface, { [path]: lying })).unreadable).not.toBeNull()
  })
})
