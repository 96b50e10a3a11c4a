import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addedArticle, contentOf, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { mark } from '#shared/testing/samples.ts'
import { type CodingsRead, codingsIn, comparedAnnotators } from './codings.ts'
import { annotated } from './testing/annotators.ts'

async function read(workspace: Workspace, fewest = 1, named: readonly string[] | null = null) {
  const annotators = must(await comparedAnnotators(workspace, named))
  const all: CodingsRead[] = []
  for await (const one of (await codingsIn(workspace, { annotators, fewest })).articles()) all.push(one)
  return {
    codings: all.flatMap(({ codings }) => codings ?? []),
    unread: all.flatMap(({ unread }) => unread),
  }
}

async function desk() {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, '😀 Norland promised help.')
  await annotated(workspace, source, 'Bo', { marks: [mark('b', 3, 10)] })
  const file = await annotated(workspace, source, 'Ana', { marks: [mark('a2', 11, 19), mark('a1', 3, 10)] })
  return { workspace, source, id: source.article.id, file }
}

it('gives everybody’s marks by name, in reading order and in UTF-16', async () => {
  const { workspace, source, id } = await desk()
  const { codings, unread } = await read(workspace)
  expect(unread).toEqual([])
  expect(codings).toEqual([
    {
      articleId: id,
      title: 'Harbour talks',
      text: source.text,
      annotators: [
        { annotator: 'Ana', annotations: [mark('a1', 3, 10), mark('a2', 11, 19)] },
        { annotator: 'Bo', annotations: [mark('b', 3, 10)] },
      ],
    },
  ])
})

it('knows who has marked nothing from who has not opened the article', async () => {
  const { workspace, source } = await desk()
  await annotated(workspace, source, 'Cy', { marks: [] })
  await annotated(workspace, source, 'Di', { marks: [], status: 'new', corrections: { title: 'Talks' } })
  const { codings } = await read(workspace)
  expect(codings[0]?.annotators.map(({ annotator }) => annotator)).toEqual(['Ana', 'Bo', 'Cy'])
})

it('leaves out articles that too few have opened', async () => {
  const { workspace } = await desk()
  const alone = await addedArticle(workspace, 'The strike is off.')
  await annotated(workspace, alone, 'Ana', { marks: [mark('a', 4, 10)] })
  const titles = async (fewest: number) => (await read(workspace, fewest)).codings.length
  expect([await titles(1), await titles(2), await titles(3)]).toEqual([2, 1, 0])
})

it('calls an article what an annotator has corrected it to', async () => {
  const { workspace, source } = await desk()
  await annotated(workspace, source, 'Bo', {
    marks: [mark('b', 3, 10)],
    corrections: { title: 'Help promised' },
  })
  expect((await read(workspace)).codings[0]?.title).toBe('Help promised')
})

it('leaves out an article once all have gone on to a newer version of it', async () => {
  const { workspace, source, id } = await desk()
  const newer = await addedArticle(workspace, '😀 Norland promised more help.')
  const later = { later: newer.article.id }
  const ids = async () => (await read(workspace)).codings.map(({ articleId }) => articleId)
  await annotated(workspace, newer, 'Ana', { marks: [mark('a1', 3, 10)] })
  await annotated(workspace, source, 'Ana', { marks: [mark('a1', 3, 10)], ...later })
  expect(await ids()).toContain(id)
  await annotated(workspace, source, 'Bo', { marks: [mark('b', 3, 10)], ...later })
  await annotated(workspace, source, 'gold', { marks: [mark('g', 3, 10)] })
  expect(await ids()).toEqual([newer.article.id])
  await rm(join(workspace.root, 'articles', `${newer.article.id}.json`))
  expect(await ids()).toEqual([id])
})

it('says which file is damaged, counts the others and writes nothing', async () => {
  const { workspace, file, id } = await desk()
  await appendFile(file, 'damage')
  const before = await contentOf(workspace.root)
  const { codings, unread } = await read(workspace)
  expect(codings[0]?.annotators.map(({ annotator }) => annotator)).toEqual(['Bo'])
  expect(unread).toEqual([expect.stringContaining(`annotators/Ana/${id}.json`)])
  expect(await contentOf(workspace.root)).toEqual(before)
})

it('says which text is gone', async () => {
  const { workspace, id } = await desk()
  await rm(join(workspace.root, 'articles', `${id}.txt`))
  expect(await read(workspace)).toEqual({
    codings: [],
    unread: [expect.stringContaining(`articles/${id}.txt`)],
  })
})

it('compares the gold only where it is named', async () => {
  const { workspace, source } = await desk()
  await annotated(workspace, source, 'gold', { marks: [mark('g', 3, 10)] })
  expect(must(await comparedAnnotators(workspace, null))).toEqual(['Ana', 'Bo'])
  expect(must(await comparedAnnotators(workspace, ['gold', 'Bo']))).toEqual(['Bo', 'gold'])
  expect(await comparedAnnotators(workspace, ['Bo', 'Cy'])).toMatchObject({
    problem: {
      sentence: 'There is no annotator “Cy” in this workspace; the annotators are: Ana, Bo, gold.',
    },
  })
})
