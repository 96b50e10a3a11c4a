import { afterEach, describe, expect, it } from 'vitest'
import type { Parser } from '#electron/import/parser-process.ts'
import { parserHere } from '#electron/import/testing/parser-here.ts'
import { addedArticle, contentOf, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { AnnotationObject } from '#shared/format/annotation-object.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { closeDesks, fileArticle, linesOf, take } from './testing/brought-desk.ts'

const TEXT = 'Norland 😀 will pay Vesteria for ships, the minister said.'
const GOOD = fileArticle('Vesteria thanked Norland.', [{ on: 'Vesteria' }])

afterEach(closeDesks)

const withMark = (change: object): DatasetArticle => {
  const article = fileArticle(TEXT, [{ on: 'Norland' }])
  return { ...article, annotations: [{ ...article.annotations[0], ...change } as AnnotationObject] }
}
const twice = fileArticle(TEXT, [{ on: 'Norland' }, { on: 'Vesteria', id: 'm0' }])
const pieces = (...fragments: readonly (readonly [number, number])[]) =>
  withMark({
    ...{ start: 0, end: 9, text: 'Norland 😀' },
    fragments: fragments.map(([start, end]) => ({ start, end, text: [...TEXT].slice(start, end).join('') })),
  })

type Row = readonly [string, DatasetArticle | string, RegExp]

/** Records that the reader of a format refuses. */
const UNREADABLE: readonly Row[] = [
  ['is nested without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /nested/],
  [
    'has a number that no number can be',
    JSON.stringify(withMark({})).replace('"start":0', '"start":1e400'),
    /too large/,
  ],
  ['is cut off', JSON.stringify(withMark({})).slice(0, -40), /not JSON/],
  ['is no record at all', '7', /./],
  ['has no label', withMark({ label: '' }), /label/],
  ['has a label of the wrong kind', JSON.stringify(withMark({ label: { a: 1 } })), /label/],
  [
    'says other words than stand there',
    withMark({ text: 'Norlond' }),
    /says “Norlond”, but characters 0 to 7 of the \w+ are “Norland”/,
  ],
]

/** Records that formats may let pass. */
const UNSOUND: readonly Row[] = [
  ['ends beyond the text', withMark({ end: 5000 }), /has only/],
  ['ends before its start', withMark({ start: 5, end: 2 }), /not behind its start/],
  ['covers nothing', withMark({ start: 5, end: 5 }), /not behind its start/],
  ['begins before the text', withMark({ start: -1 }), /no places in a text/],
  ['begins within a character', withMark({ start: 0.5 }), /no places in a text/],
  [
    'says other words than stand there',
    withMark({ text: 'Norlond' }),
    /says “Norlond”, but characters 0 to 7 of the text are “Norland”/,
  ],
  ['counts in UTF-16', withMark({ start: 11, end: 15, text: 'will' }), /but characters 11 to 15/],
  ['has parts that overlap', pieces([0, 5], [4, 9]), /overlap/],
  ['has parts that do not reach its ends', pieces([0, 2], [4, 8]), /overlap/],
  ['has the id of another', twice, /Two annotations have the id “m0”/],
  ['has a label that is a book', withMark({ label: 'x'.repeat(2000) }), /a label of 2000 characters/],
  ['has a note that is a shelf of them', withMark({ note: 'x'.repeat(1_000_001) }), /note/],
  ['says when it was made in words', withMark({ created: 'yesterday' }), /created/],
]

async function expectRefused(record: Row[1], reason: RegExp, parser?: Parser): Promise<void> {
  const workspace = await tempWorkspace()
  await addedArticle(workspace, TEXT)
  const before = Object.keys(await contentOf(workspace.root))
  const content = typeof record === 'string' ? `${linesOf([GOOD])}${record}\n` : linesOf([GOOD, record])
  const strict = await take(workspace, content, {}, parser)
  expect(strict).toMatchObject({ annotations: 0, newArticles: 0 })
  expect(strict.refused).toMatchObject([
    { file: 'marks.jsonl', line: 3, reason: expect.stringMatching(reason) },
  ])
  expect(Object.keys(await contentOf(workspace.root))).toEqual(before)
  const { annotations, refused } = await take(workspace, content, { isPartial: true }, parser)
  expect(refused).toEqual(strict.refused)
  expect(annotations).toBeGreaterThanOrEqual(1)
}

describe('a record of a file is refused with its line that', () => {
  it.each(UNREADABLE)('%s', (_, record, reason) => expectRefused(record, reason, parserHere))
})

describe('a record that its reader let pass is refused with its line that', () => {
  it.each(UNSOUND)('%s', (_, record, reason) => expectRefused(record, reason))
})

it('keys that mean something to JavaScript mean nothing here', async () => {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, TEXT)
  const odd = JSON.stringify(withMark({ roles: {}, attributes: {} }))
    .replace('"roles":{}', '"roles":{"__proto__":[{"constant":"author"}]}')
    .replace('"attributes":{}', '"attributes":{"__proto__":"x","constructor":"y"},"__proto__":{"label":"y"}')
  const report = await take(workspace, `${linesOf([])}${odd}\n`, { isPartial: true })
  expect(report).toMatchObject({ annotations: 1, articles: 1 })
  const [file = ''] = Object.entries(await contentOf(workspace.root)).flatMap(([name, content]) =>
    name.includes(source.article.id) && name.startsWith('annotators') ? [content] : [],
  )
  expect(file).not.toContain('__proto__')
})

describe('a file is refused as a whole', () => {
  it.each<[string, string | Uint8Array]>([
    ['that is binary rubbish', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)],
    ['that is in another encoding', Buffer.from(`${linesOf([])}{"text": "caf\xe9"}\n`, 'latin1')],
  ])('%s', async (_, content) => {
    const workspace = await tempWorkspace()
    const report = await take(workspace, content, {}, parserHere)
    expect(report).toMatchObject({ annotations: 0, newArticles: 0 })
    expect(report.refused).toMatchObject([
      { file: 'marks.jsonl', reason: '“marks.jsonl” is not UTF-8 text.' },
    ])
  })
})
