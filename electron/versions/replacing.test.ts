import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { everythingAs } from '#shared/format/export-settings.ts'
import { workspaceHints } from '../cli/workspace-hints.ts'
import { exportAs } from '../export/export-as.ts'
import { listArticles } from '../library/catalogue.ts'
import { addedArticle, must, tempFolder } from '../library/testing/temp-workspace.ts'
import { compareVersions, listVersions } from './comparing.ts'
import { replaceArticle } from './replacing.ts'
import { readVersion } from './taking-over.ts'
import { closeSessions, deskWith, fileOf, markedWords, NEWER, OLD, partsOf } from './testing/version-desk.ts'

afterEach(closeSessions)

describe('a newer text of an article', () => {
  it('gets the annotations that are sure, under their ids, and names its earlier version', async () => {
    const { workspace, session, id } = await deskWith()
    const later = await addedArticle(workspace, NEWER, 'Newer')
    const source = { kind: 'article', id: later.article.id } as const
    const replaced = must(await replaceArticle(partsOf(session), id, source))
    expect(replaced).toEqual({
      kind: 'taken',
      articleId: later.article.id,
      counts: { exact: 0, moved: 1, review: 1, gone: 0 },
    })
    expect(await markedWords(session, later.article.id)).toEqual({ m1: 'Ana Ruiz' })
    const { record } = must(await session.openRecord(later.article.id))
    expect(record).toMatchObject({ earlier: { article: id, dropped: [] }, status: 'in progress' })
    expect(must(await session.openRecord(id)).record.later).toBe(later.article.id)
  })

  it('is taken back as a whole, to the byte, and taken again', async () => {
    const { workspace, session, id } = await deskWith()
    const later = await addedArticle(workspace, NEWER, 'Newer')
    const before = await fileOf(workspace, id)
    await replaceArticle(partsOf(session), id, { kind: 'article', id: later.article.id })
    await session.flush()
    const after = [await fileOf(workspace, id), await fileOf(workspace, later.article.id)]
    must(await session.bulk.travel('undo'))
    await session.flush()
    expect(await fileOf(workspace, id)).toBe(before)
    expect(await markedWords(session, later.article.id)).toEqual({})
    must(await session.bulk.travel('redo'))
    await session.flush()
    expect([await fileOf(workspace, id), await fileOf(workspace, later.article.id)]).toEqual(after)
  })

  it('is listed with how many annotations wait, and compared with what it was', async () => {
    const { workspace, session, id } = await deskWith()
    const later = await addedArticle(workspace, NEWER, 'Newer')
    await replaceArticle(partsOf(session), id, { kind: 'article', id: later.article.id })
    await session.flush()
    expect(must(await listVersions(session.versionParts()))).toEqual([
      {
        earlierId: id,
        earlierTitle: 'Harbour talks',
        laterId: later.article.id,
        laterTitle: 'Newer',
        waiting: 1,
      },
    ])
    const { waiting, moved } = must(await compareVersions(session.versionParts(), later.article.id))
    expect(waiting.map(({ annotation, reason }) => [annotation.id, reason])).toEqual([['m2', 'changed']])
    expect(moved).toMatchObject([{ id: 'm1', evidence: { shift: 16 } }])
  })

  it('is exported without what an act says of a mark that still waits', async () => {
    const { workspace, session, id } = await deskWith()
    const later = await addedArticle(workspace, OLD.replace('Ana Ruiz', 'Anna Ruis'), 'Newer')
    await replaceArticle(partsOf(session), id, { kind: 'article', id: later.article.id })
    await session.flush()
    const { record } = must(await readVersion(session.versionParts(), later.article.id))
    expect([...record.annotations].map((one) => [one.id, one.roles])).toEqual([
      ['m2', { target: [{ mention: 'm1' }] }],
    ])
    const out = join(await tempFolder(), 'out.json')
    must(await exportAs(workspace, everythingAs('glosswright'), { out }))
    const { articles } = JSON.parse(await readFile(out, 'utf8'))
    expect(articles[0].annotations).toMatchObject([{ id: 'm2', roles: {} }])
  })

  it('takes the place of the earlier one in the list, in hints and in exports', async () => {
    const { workspace, session, id } = await deskWith()
    const later = await addedArticle(workspace, NEWER, 'Newer')
    await replaceArticle(partsOf(session), id, { kind: 'article', id: later.article.id })
    await session.flush()
    const rows = await listArticles(workspace, 'Ana')
    expect(rows.map((row) => [row.id, row.later])).toEqual([
      [id, later.article.id],
      [later.article.id, null],
    ])
    const hinted = (await workspaceHints(workspace)).map((hint) => 'articleId' in hint && hint.articleId)
    expect([...new Set(hinted)]).toEqual([later.article.id])
    const out = join(await tempFolder(), 'out.json')
    must(await exportAs(workspace, everythingAs('glosswright'), { out }))
    const { articles } = JSON.parse(await readFile(out, 'utf8'))
    expect(articles.map((article: { id: string }) => article.id)).toEqual([later.article.id])
  })

  it('can be a file, which is imported for it', async () => {
    const { session, id } = await deskWith()
    const path = join(await tempFolder(), 'newer.txt')
    await writeFile(path, NEWER)
    const replaced = must(await replaceArticle(partsOf(session), id, { kind: 'file', path }))
    expect(await markedWords(session, replaced.articleId)).toEqual({ m1: 'Ana Ruiz' })
  })

  it.each([
    ['the same text', OLD, 'The text is the same, so there is nothing to take over.'],
    ['an empty file', '', '“newer.txt” is empty.'],
  ])('is refused where it is %s', async (_, text, sentence) => {
    const { session, id } = await deskWith()
    const path = join(await tempFolder(), 'newer.txt')
    await writeFile(path, text)
    const replaced = await replaceArticle(partsOf(session), id, { kind: 'file', path })
    expect(replaced).toEqual({ ok: false, problem: { sentence } })
  })

  it('is refused where there is a newer one already', async () => {
    const { workspace, session, id } = await deskWith()
    const first = await addedArticle(workspace, NEWER, 'Newer')
    const second = await addedArticle(workspace, `${NEWER}More.\n`, 'Newest')
    await replaceArticle(partsOf(session), id, { kind: 'article', id: first.article.id })
    const again = await replaceArticle(partsOf(session), id, { kind: 'article', id: second.article.id })
    expect(again).toMatchObject({ ok: false, problem: { sentence: /newer version of this article already/ } })
  })
})
