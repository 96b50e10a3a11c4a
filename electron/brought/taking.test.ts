import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { articleIds, readArticle } from '#electron/library/articles.ts'
import { addedArticle, contentOf, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { now } from '#shared/testing/samples.ts'
import { closeDesks, deskIn, fileArticle, linesOf, marksOf, take } from './testing/brought-desk.ts'

const OTHER = 'Vesteria thanked Norland.'
const TEXT = 'Norland 😀 will pay Vesteria for ships, the minister said.'

afterEach(closeDesks)

/** All that is no cache, by path. */
async function workIn({ root }: Workspace): Promise<Record<string, string>> {
  const files = Object.entries(await contentOf(root))
  return Object.fromEntries(files.filter(([name]) => !name.startsWith('.glosswright')))
}

describe('annotations are taken', () => {
  it('where they stand, with all that they say', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    const content = linesOf([
      fileArticle(TEXT, [
        { on: 'Norland' },
        {
          on: 'will pay Vesteria',
          label: 'commitment',
          roles: { committer: [{ mention: 'm0' }] },
          note: 'Sure?',
          certainty: 'unsure',
        },
      ]),
    ])
    expect(await take(workspace, content)).toEqual({
      articles: 1,
      newArticles: 0,
      annotations: 2,
      completed: 0,
      same: 0,
      differing: 0,
      actors: 0,
      refused: [],
    })
    const [actor, commitment] = await marksOf(workspace, source)
    expect(actor).toMatchObject({ id: 'm0', start: 0, end: 7, origin: { kind: 'manual' }, created: now })
    expect(commitment).toMatchObject({
      roles: { committer: [{ mention: 'm0' }] },
      note: 'Sure?',
      certainty: 'unsure',
    })
    expect(TEXT.slice(commitment?.start, commitment?.end)).toBe('will pay Vesteria')
  })

  it('with their text as a new article, with what is known of it', async () => {
    const workspace = await tempWorkspace()
    const content = linesOf([
      fileArticle(TEXT, [{ on: 'Norland' }], { publisher: 'The Post', language: 'en' }),
    ])
    expect(await take(workspace, content)).toMatchObject({ newArticles: 1, annotations: 1 })
    const [id = ''] = await articleIds(workspace)
    const source = must(await readArticle(workspace, id))
    expect(source.article.metadata).toMatchObject({
      title: 'Harbour talks',
      publisher: 'The Post',
      language: 'en',
    })
    expect(await marksOf(workspace, source)).toHaveLength(1)
  })

  it('once, however often they are brought', async () => {
    const workspace = await tempWorkspace()
    const twins = [{ on: 'Norland' }, { on: 'Norland', note: 'again' }]
    const content = linesOf([fileArticle(TEXT, twins)])
    expect(await take(workspace, content)).toMatchObject({ annotations: 2, same: 0 })
    const before = await workIn(workspace)
    expect(await take(workspace, content)).toEqual({
      articles: 0,
      newArticles: 0,
      annotations: 0,
      completed: 0,
      same: 2,
      differing: 0,
      actors: 0,
      refused: [],
    })
    expect(await workIn(workspace)).toEqual(before)
  })

  it('once, where several annotators say the same', async () => {
    const workspace = await tempWorkspace()
    const content = linesOf([fileArticle(TEXT, [{ on: 'Norland' }, { on: 'Norland', annotator: 'Bo' }])])
    expect(await take(workspace, content)).toMatchObject({ annotations: 1, same: 1 })
  })
})

describe('whatever is refused', () => {
  const bad = {
    ...fileArticle(OTHER, [{ on: 'Norland' }]),
    annotations: [{ label: 'actor', start: 0, end: 5000 }] as never,
  }
  const content = linesOf([fileArticle(TEXT, [{ on: 'Norland' }]), bad])

  it('keeps everything out', async () => {
    const workspace = await tempWorkspace()
    const before = await contentOf(workspace.root)
    const report = await take(workspace, content)
    expect(report).toMatchObject({ articles: 0, newArticles: 0, annotations: 0 })
    expect(report.refused).toMatchObject([{ file: 'marks.jsonl', line: 3 }])
    expect(Object.keys(await contentOf(workspace.root))).toEqual(Object.keys(before))
  })

  it('is left out, and the rest comes, where that was said to be fine', async () => {
    const workspace = await tempWorkspace()
    expect(await take(workspace, content, { isPartial: true })).toMatchObject({
      annotations: 1,
      newArticles: 2,
      refused: [{ line: 3 }],
    })
  })

  it('counts texts that shall not come, but for those with nothing on them', async () => {
    const workspace = await tempWorkspace()
    const report = await take(
      workspace,
      linesOf([fileArticle(TEXT, [{ on: 'Norland' }]), fileArticle(OTHER)]),
      { takesTexts: false },
    )
    expect(report.refused).toEqual([
      { file: 'marks.jsonl', line: 2, reason: 'Its text is in no article of this workspace.' },
    ])
    expect(await articleIds(workspace)).toEqual([])
  })
})

describe('one step of the history', () => {
  const content = linesOf([
    fileArticle(TEXT, [{ on: 'Norland' }], { status: 'done' }),
    fileArticle(OTHER, [{ on: 'Vesteria' }]),
  ])

  it.each([
    ['me', { kind: 'me' } as const, 'Ana'],
    ['suggestions', { kind: 'suggestions' } as const, 'Ana'],
    ['another annotator', { kind: 'annotator', name: ' Bo ' } as const, 'Bo'],
  ])('as %s it is undone and redone after restarts', async (_, as, annotator) => {
    const workspace = await tempWorkspace()
    const sources = [await addedArticle(workspace, TEXT), await addedArticle(workspace, OTHER)]
    expect(await take(workspace, content, { as })).toMatchObject({ annotations: 2, articles: 2 })
    const after = await workIn(workspace)
    const marks = async () =>
      (await Promise.all(sources.map((one) => marksOf(workspace, one, annotator)))).flat()
    expect(await marks()).toHaveLength(2)
    expect(await readdir(join(workspace.root, 'annotators'))).toEqual([annotator])
    const first = await deskIn(workspace)
    expect(first.history.read().done.map(({ edit }) => edit.name)).toEqual(['Import annotations'])
    must(await first.bulk.travel('undo'))
    expect(await marks()).toEqual([])
    must(await (await deskIn(workspace)).bulk.travel('redo'))
    expect(await workIn(workspace)).toEqual(after)
  })

  it('suggestions are unsure, and say where they are from', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, TEXT)
    await take(workspace, content, { as: { kind: 'suggestions' } })
    expect(await marksOf(workspace, source)).toMatchObject([
      { certainty: 'unsure', note: 'Suggested by “marks.jsonl”.' },
    ])
  })

  it('new articles stay when it is undone', async () => {
    const workspace = await tempWorkspace()
    await take(workspace, content)
    must(await (await deskIn(workspace)).bulk.travel('undo'))
    expect(await articleIds(workspace)).toHaveLength(2)
  })
})

it('an annotator whose name is another’s but for its case is refused', async () => {
  const workspace = await tempWorkspace()
  const content = linesOf([fileArticle(TEXT, [{ on: 'Norland' }])])
  await take(workspace, content, { as: { kind: 'annotator', name: 'Mira' } })
  const again = take(workspace, content, { as: { kind: 'annotator', name: 'mira' } })
  await expect(again).rejects.toThrow('There is “Mira” already')
  expect(await take(workspace, content, { as: { kind: 'annotator', name: 'Mira' } })).toMatchObject({
    same: 1,
  })
})

it('a file of ours whose text is not that of its hash is refused, though an article is like it', async () => {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, TEXT)
  const changed = fileArticle(TEXT, [{ on: 'Norland' }], { sha256: 'f'.repeat(64) })
  expect(await take(workspace, linesOf([changed]))).toMatchObject({
    annotations: 0,
    refused: [{ line: 2, reason: 'Its text is not the one that its sha256 was made of.' }],
  })
  expect(await marksOf(workspace, source)).toEqual([])
})
