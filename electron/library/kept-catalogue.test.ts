import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ArticleSummary } from '#shared/domain/article.ts'
import { catalogueToFile, readCatalogueFile } from '#shared/format/catalogue-file.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { addArticle } from './add-article.ts'
import { listArticles } from './catalogue.ts'
import { KeptCatalogue } from './kept-catalogue.ts'
import { openStore } from './testing/stores.ts'
import { addedArticle, draft, tempWorkspace } from './testing/temp-workspace.ts'
import type { Workspace } from './workspace.ts'

/** Keeps the list from the first article on, where the app keeps that of a thousand. */
const catalogueOf = (workspace: Workspace) => new KeptCatalogue(workspace, 'Ana', { keptFrom: 1 })

async function workspaceOf(...titles: readonly string[]): Promise<Workspace> {
  const workspace = await tempWorkspace()
  for (const title of titles) await addArticle(workspace, draft(`Text of ${title}`, title))
  return workspace
}

const keptFile = ({ root }: Workspace) => join(root, '.glosswright', 'catalogue', 'Ana.json')
const titles = (rows: readonly ArticleSummary[]) => rows.map(({ title }) => title)

/** The list as a start would leave it that finds nothing kept. */
async function keep(workspace: Workspace): Promise<void> {
  const catalogue = catalogueOf(workspace)
  await catalogue.rows()
  await catalogue.close()
}

/** Puts other rows into the kept list, so that it shows where a row comes from. */
async function keptAs(workspace: Workspace, title: string, stamp?: string): Promise<void> {
  const entries = readCatalogueFile(await readFile(keptFile(workspace), 'utf8')) ?? []
  const renamed = entries.map((entry) => ({
    summary: { ...entry.summary, title },
    stamp: stamp ?? entry.stamp,
  }))
  await writeFile(keptFile(workspace), catalogueToFile(renamed))
}

test('what is listed is what the files say', async () => {
  const workspace = await workspaceOf('b', 'C', 'A')
  const catalogue = catalogueOf(workspace)
  expect(await catalogue.rows()).toEqual(await listArticles(workspace, 'Ana'))
  expect(catalogue.isChecked).toBe(true)
})

test('the next start shows the kept rows at once, and the check finds what is another', async () => {
  const workspace = await workspaceOf('A')
  await keep(workspace)
  await keptAs(workspace, 'as it was', 'another stamp')
  const catalogue = catalogueOf(workspace)
  expect(titles(await catalogue.rows())).toEqual(['as it was'])
  expect(catalogue.isChecked).toBe(false)
  expect(titles((await catalogue.check()).changed)).toEqual(['A'])
  expect(titles(await catalogue.rows())).toEqual(['A'])
  await catalogue.close()
  expect(titles(await catalogueOf(workspace).rows())).toEqual(['A'])
})

test('the check finds articles that came and that went, and nothing where nothing happened', async () => {
  const workspace = await workspaceOf('A', 'B')
  const catalogue = catalogueOf(workspace)
  const [a] = await catalogue.rows()
  expect(await catalogue.check()).toEqual({ changed: [], removed: [] })
  await addArticle(workspace, draft('new', 'New'))
  await rm(join(workspace.root, 'articles', `${a?.id}.json`))
  const { changed, removed } = await catalogue.check()
  expect([titles(changed), removed]).toEqual([['New'], [a?.id]])
})

test('articles that were just added come into the list without a look at the others', async () => {
  const workspace = await workspaceOf('A')
  const catalogue = catalogueOf(workspace)
  await catalogue.rows()
  const added = await addArticle(workspace, draft('new', 'New'))
  const id = added.kind === 'imported' ? added.id : ''
  expect(await catalogue.added([id])).toMatchObject({ changed: [{ id, title: 'New' }], removed: [] })
  expect(titles(await catalogue.rows())).toEqual(['A', 'New'])
  expect(await catalogue.added([id])).toEqual({ changed: [], removed: [] })
})

test('what this session has written is in the list that it leaves behind', async () => {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, 'Norland promised help.', 'Talks')
  const catalogue = catalogueOf(workspace)
  await catalogue.rows()
  const { store } = await openStore(workspace, source)
  catalogue.touch(source.article.id)
  await store.apply(source.article.id, marking(mark('m', 0, 7)))
  await store.close()
  await catalogue.close()
  expect(await catalogueOf(workspace).rows()).toMatchObject([{ status: 'new', counts: { actor: 1 } }])
})

test('a file that was changed a moment ago is read again, whatever its times say', async () => {
  const workspace = await workspaceOf('A')
  await keep(workspace)
  await keptAs(workspace, 'as it was')
  expect(titles((await catalogueOf(workspace).check()).changed)).toEqual(['A'])
})

test.each(['', '{', '{"format":"glosswright/catalogue","version":1,"rows":[["id"]]}', '[]'])(
  'a kept list that holds %j is as good as none',
  async (content) => {
    const workspace = await workspaceOf('A')
    await keep(workspace)
    await writeFile(keptFile(workspace), content)
    const catalogue = catalogueOf(workspace)
    expect(titles(await catalogue.rows())).toEqual(['A'])
    expect(catalogue.isChecked).toBe(true)
  },
)

test('nothing is kept of a few articles, nor where nothing may be written', async () => {
  const workspace = await workspaceOf('A')
  const few = new KeptCatalogue(workspace, 'Ana')
  await few.rows()
  await few.close()
  const readOnly = { ...workspace, access: { kind: 'read', sentence: 'No.' } as const }
  await catalogueOf(readOnly).rows()
  await expect(stat(keptFile(workspace))).rejects.toThrow('ENOENT')
})

test('an article is known by its id before the list is read', async () => {
  const workspace = await workspaceOf('A')
  const [a] = await listArticles(workspace, null)
  const catalogue = catalogueOf(workspace)
  expect(await catalogue.has(a?.id ?? '')).toBe(true)
  expect(await catalogue.has('gone-00000000')).toBe(false)
  expect(await catalogue.has('../glosswright')).toBe(false)
})
