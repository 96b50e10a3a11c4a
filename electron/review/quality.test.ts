import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openStore, recordFileOf } from '#electron/library/testing/stores.ts'
import { addedArticle, contentOf, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { mark } from '#shared/testing/samples.ts'
import { qualityOf } from './quality.ts'

async function write(
  workspace: Workspace,
  source: ArticleText,
  annotator: string,
  record: Partial<AnnotationRecord>,
): Promise<void> {
  const { store } = await openStore(workspace, source, { annotator })
  await store.restore(source.article.id, { ...emptyRecord, ...record })
  await store.close()
}

const marks = AnnotationSet.from([mark('n', 0, 10), mark('m', 0, 7)])

async function reportOf(workspace: Workspace) {
  const report = await qualityOf(workspace)
  if (!report.ok) throw new Error(report.problem.sentence)
  return report.value
}

describe('what a workspace is like', () => {
  it('is what lies in everybody’s files, in code points, the gold apart', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, 'Norland 😀 pays.', 'Pay')
    await write(workspace, source, 'Ana', { status: 'done', annotations: marks })
    await write(workspace, source, 'Bo', { status: 'in progress' })
    await write(workspace, source, 'gold', { status: 'in progress', annotations: marks })
    const { all, annotators, unread } = await reportOf(workspace)
    expect(all).toMatchObject({ articles: 1, done: 0, annotations: 2, nested: 1 })
    expect(all.byLabel.actor?.lengths).toEqual([7, 7, 7, 9, 9])
    expect(annotators.map(({ annotator, articles }) => [annotator, articles])).toEqual([
      ['Ana', 1],
      ['Bo', 1],
      ['gold', 1],
    ])
    expect(unread).toEqual([])
  })

  it('leaves out who has not opened an article, and versions that somebody has gone on from', async () => {
    const workspace = await tempWorkspace()
    const before = await addedArticle(workspace, 'Norland pays.', 'Before')
    const after = await addedArticle(workspace, 'Norland pays more.', 'After')
    await write(workspace, before, 'Ana', { annotations: marks, later: after.article.id })
    await write(workspace, after, 'Ana', { annotations: marks })
    await write(workspace, after, 'Bo', { notes: 'Later.' })
    const { all, annotators } = await reportOf(workspace)
    expect([all.articles, all.annotations]).toEqual([1, 2])
    expect(annotators.map(({ annotator }) => annotator)).toEqual(['Ana'])
  })

  it('says what could not be read, and leaves it as it is', async () => {
    const workspace = await tempWorkspace()
    const source = await addedArticle(workspace, 'Norland pays.', 'Pay')
    await write(workspace, source, 'Ana', { annotations: marks })
    await write(workspace, source, 'Bo', { annotations: marks })
    await writeFile(await recordFileOf(workspace, source, 'Bo'), '{"format":')
    const before = await contentOf(workspace.root)
    const { all, unread } = await reportOf(workspace)
    expect(all.annotations).toBe(2)
    expect(unread).toHaveLength(1)
    expect(unread[0]).toContain('annotators/Bo/')
    expect(await contentOf(workspace.root)).toEqual(before)
  })

  it('is nothing where there is nothing', async () => {
    const { all, annotators } = await reportOf(await tempWorkspace())
    expect(all.annotations).toBe(0)
    expect(annotators).toEqual([])
  })
})
