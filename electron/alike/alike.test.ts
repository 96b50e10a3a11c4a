import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addArticle } from '#electron/library/add-article.ts'
import { addedArticle, draft, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Alike } from './alike.ts'

const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `word${from + i}`).join(' ')

async function wireStory() {
  const workspace = await tempWorkspace()
  const agency = await addedArticle(workspace, words(200), 'Agency')
  const paper = await addedArticle(workspace, `From our staff. ${words(180)}`, 'Paper')
  await addedArticle(workspace, words(200, 1_000), 'Another')
  return { workspace, ids: [agency.article.id, paper.article.id].sort() }
}

const found = async (workspace: Workspace) => (await new Alike(workspace).find()).map(({ a, b }) => [a, b])

const kept = ({ root }: Workspace) => join(root, '.glosswright/alike/signatures-1.txt')

describe('articles that are alike', () => {
  it('are a wire story in two outlets, with how much they have in common', async () => {
    const { workspace, ids } = await wireStory()
    const [pair, ...others] = await new Alike(workspace).find()
    expect([pair?.a, pair?.b]).toEqual(ids)
    expect(pair?.jaccard).toBeCloseTo(176 / 199, 5)
    expect(pair?.contained).toBeCloseTo(176 / 179, 5)
    expect(others).toEqual([])
  })

  it('are not those that have only boilerplate in common', async () => {
    const workspace = await tempWorkspace()
    const ad = words(100, 5_000)
    for (const from of [0, 1_000]) {
      const boilerplate = [{ start: 0, end: ad.length, kind: 'ad', reason: 'an ad' }]
      await addArticle(workspace, draft(`${ad} ${words(50, from)}`, `From ${from}`, { boilerplate }))
    }
    expect(await found(workspace)).toEqual([])
  })

  it('are found again with every article that comes or goes', async () => {
    const { workspace, ids } = await wireStory()
    const alike = new Alike(workspace)
    expect(await alike.find()).toHaveLength(1)
    const third = await addedArticle(workspace, words(200, 20), 'Third')
    expect(await alike.find()).toHaveLength(3)
    await rm(join(workspace.root, 'articles', `${third.article.id}.json`))
    expect((await alike.find()).map(({ a, b }) => [a, b])).toEqual([ids])
  })

  it('do not hide behind an article that cannot be read', async () => {
    const { workspace, ids } = await wireStory()
    const damaged = await addedArticle(workspace, words(200, 10), 'Damaged')
    await writeFile(join(workspace.root, 'articles', `${damaged.article.id}.txt`), 'Something else')
    expect(await found(workspace)).toEqual([ids])
  })
})

describe('what is kept of them', () => {
  it('serves the next start, and is made anew where it is damaged', async () => {
    const { workspace, ids } = await wireStory()
    expect(await found(workspace)).toEqual([ids])
    const content = await readFile(kept(workspace), 'latin1')
    expect(content.trim().split('\n')).toHaveLength(3)
    await writeFile(kept(workspace), content.replace(/^(\S+ .{8})/, '$1!!').slice(0, -700))
    expect(await found(workspace)).toEqual([ids])
    expect(await readFile(kept(workspace), 'latin1')).toContain(ids[0])
  })
})
