import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Status } from '#shared/domain/record.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { addArticle } from './add-article.ts'
import { listAnnotators, listArticles, statusOf } from './catalogue.ts'
import { openStore } from './testing/stores.ts'
import { addedArticle, contentOf, draft, tempWorkspace } from './testing/temp-workspace.ts'
import type { Workspace } from './workspace.ts'

/** Has an annotator mark the article's first character so many times, set a status and perhaps correct the title. */
async function work(
  workspace: Workspace,
  annotator: string,
  said: { status: Status; marks: number; title?: string },
) {
  const source = await addedArticle(workspace, 'Norland promised help.', 'Zebra')
  const { store } = await openStore(workspace, source, { annotator })
  const { id } = source.article
  const edits = Array.from({ length: said.marks }, (_, i) => marking(mark(`m${i}`, 0, 1)))
  await Promise.all(edits.map((edit) => store.apply(id, edit)))
  const title = said.title === undefined ? {} : { title: said.title }
  await store.apply(id, {
    name: 'Work',
    changes: [
      { kind: 'status', before: 'new', after: said.status },
      { kind: 'corrections', before: {}, after: title },
    ],
  })
  await store.close()
  return id
}

test('articles are listed by title without regard to case, then by id', async () => {
  const workspace = await tempWorkspace()
  for (const [text, title] of [
    ['1', 'b'],
    ['2', 'C'],
    ['3', 'A'],
    ['4', 'b'],
  ] as const) {
    await addArticle(workspace, draft(text, title))
  }
  const listed = await listArticles(workspace, null)
  expect(listed.map(({ title }) => title)).toEqual(['A', 'b', 'b', 'C'])
  expect((listed[1]?.id as string) < (listed[2]?.id as string)).toBe(true)
  expect(listed[0]).toMatchObject({ status: 'new', counts: {}, source: null, published: null })
})

test('an empty workspace has an empty list', async () => {
  const workspace = await tempWorkspace()
  expect(await listArticles(workspace, null)).toEqual([])
  expect(await listAnnotators(workspace)).toEqual([])
})

test('each annotator sees their own work, and all of it together is summed', async () => {
  const workspace = await tempWorkspace()
  await work(workspace, 'Ana', { status: 'done', marks: 2, title: 'Ana’s title' })
  await work(workspace, 'Ben', { status: 'in progress', marks: 3, title: 'Ben’s title' })
  expect(await listAnnotators(workspace)).toEqual(['Ana', 'Ben'])
  expect(await listArticles(workspace, 'Ben')).toMatchObject([
    { title: 'Ben’s title', status: 'in progress', counts: { actor: 3 } },
  ])
  expect(await listArticles(workspace, 'Eve')).toMatchObject([{ title: 'Zebra', status: 'new', counts: {} }])
  expect(await listArticles(workspace, null)).toMatchObject([
    { title: 'Ana’s title', status: 'in progress', counts: { actor: 5 } },
  ])
})

test.each<[Status[], Status]>([
  [[], 'new'],
  [['new', 'new'], 'new'],
  [['done', 'done'], 'done'],
  [['done', 'new'], 'in progress'],
  [['in progress', 'done'], 'in progress'],
])('the statuses %j make %j', (statuses, together) => {
  expect(statusOf(statuses)).toBe(together)
})

test('a damaged annotation file counts as none, and the list is there all the same', async () => {
  const workspace = await tempWorkspace()
  const id = await work(workspace, 'Ana', { status: 'done', marks: 2 })
  await writeFile(join(workspace.root, 'annotators', 'Ana', `${id}.json`), '{"format":')
  expect(await listArticles(workspace, 'Ana')).toMatchObject([{ title: 'Zebra', status: 'new', counts: {} }])
})

test('an article whose file is damaged is listed by its id rather than left out', async () => {
  const workspace = await tempWorkspace()
  await addArticle(workspace, draft('text'))
  await writeFile(join(workspace.root, 'articles', 'broken-00000000.json'), '{')
  expect((await listArticles(workspace, null)).map(({ title }) => title)).toEqual([
    'broken-00000000',
    'Harbour talks',
  ])
})

test('folders that cannot be an annotator’s, and names that are paths, are nobody', async () => {
  const workspace = await tempWorkspace()
  await mkdir(join(workspace.root, 'annotators', '.hidden'), { recursive: true })
  expect(await listAnnotators(workspace)).toEqual([])
  expect(await listArticles(workspace, '../articles')).toEqual([])
})

test('looking writes nothing', async () => {
  const workspace = await tempWorkspace()
  await work(workspace, 'Ana', { status: 'done', marks: 1 })
  const before = await contentOf(workspace.root)
  await listArticles(workspace, null)
  expect(await contentOf(workspace.root)).toEqual(before)
})
