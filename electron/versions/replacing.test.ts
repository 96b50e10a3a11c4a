import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { manualAnnotation } from '#shared/domain/annotation.ts'
import { marking, now } from '#shared/testing/samples.ts'
import { workspaceProblems } from '../cli/workspace-problems.ts'
import { exportDataset } from '../export/dataset.ts'
import { parserHere } from '../import/testing/parser-here.ts'
import { listArticles } from '../library/catalogue.ts'
import { changedOutside, putBackText } from '../library/kept-texts.ts'
import {
  addedArticle,
  contentOf,
  must,
  tempFolder,
  tempWorkspace,
} from '../library/testing/temp-workspace.ts'
import type { Workspace } from '../library/workspace.ts'
import { Session } from '../session.ts'
import { compareVersions, listVersions } from './comparing.ts'
import { replaceArticle } from './replacing.ts'

const silent = {
  onMerged: () => undefined,
  onCleaningMerged: () => undefined,
  onRegistryMerged: () => undefined,
  onSchemeMerged: () => undefined,
  onProblem: () => undefined,
  onSaved: () => undefined,
  onArticlesChanged: () => undefined,
  onBulkProgress: () => undefined,
}

const open: Session[] = []
afterEach(async () => {
  for (const session of open.splice(0)) await session.close()
})

const OLD = `Harbour talks resume
Foreign Minister Ana Ruiz promised on Monday that the strait would be reopened within a month.
The port authority accused the strikers of cutting a cable, and asked the court for an order.
`
const NEWER = `Updated at noon\n${OLD.replace('asked the court for an order', 'went to court')}`

async function deskWith(text = OLD) {
  const workspace = await tempWorkspace()
  const { article } = await addedArticle(workspace, text, 'Harbour talks')
  const session = await sessionIn(workspace)
  must(await session.openRecord(article.id))
  for (const [id, words] of Object.entries({ m1: 'Ana Ruiz', m2: 'asked the court for an order' })) {
    const start = text.indexOf(words)
    const annotation = manualAnnotation({ id, label: 'actor', start, end: start + words.length, now })
    const roles = id === 'm1' ? {} : { target: [{ mention: 'm1' }] }
    await session.edit(article.id, marking({ ...annotation, roles }), { kind: 'do' })
  }
  await session.flush()
  return { workspace, session, id: article.id }
}

const partsOf = (session: Session) => ({ ...session.versionParts(), parser: parserHere })

async function sessionIn(workspace: Workspace): Promise<Session> {
  const session = await Session.open(workspace, 'Ana', silent)
  open.push(session)
  return session
}

const fileOf = (workspace: Workspace, id: string) =>
  readFile(join(workspace.root, `annotators/Ana/${id}.json`), 'utf8')

async function markedWords(session: Session, id: string): Promise<Record<string, string>> {
  const opened = must(await session.openArticle(id))
  const marks = JSON.parse(opened.record.annotations) as { id: string; start: number; end: number }[]
  return Object.fromEntries(marks.map((mark) => [mark.id, opened.text.slice(mark.start, mark.end)]))
}

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

  it('takes the place of the earlier one in the list and in exports', async () => {
    const { workspace, session, id } = await deskWith()
    const later = await addedArticle(workspace, NEWER, 'Newer')
    await replaceArticle(partsOf(session), id, { kind: 'article', id: later.article.id })
    await session.flush()
    const rows = await listArticles(workspace, 'Ana')
    expect(rows.map((row) => [row.id, row.later])).toEqual([
      [id, later.article.id],
      [later.article.id, null],
    ])
    const out = join(await tempFolder(), 'out.json')
    must(await exportDataset(workspace, { out }))
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

describe('an annotation that waits to be placed', () => {
  /** In the newer text `m1` waits, to whom `m2` points. */
  async function waitingDesk() {
    const { workspace, session, id } = await deskWith()
    const text = `Updated at noon\n${OLD.replace('Ana Ruiz promised', 'Ana Ruis promised')}`
    const later = await addedArticle(workspace, text, 'Newer')
    must(await replaceArticle(partsOf(session), id, { kind: 'article', id: later.article.id }))
    await session.flush()
    return { workspace, session, laterId: later.article.id, out: join(await tempFolder(), 'out.json') }
  }
  const kind = 'roles and links to annotations that wait to be placed, or were dropped'

  it('stops no export: what points to it is left out, and counted', async () => {
    const { workspace, session, laterId, out } = await waitingDesk()
    expect(await markedWords(session, laterId)).toEqual({ m2: 'asked the court for an order' })
    expect(must(await exportDataset(workspace, { out })).loss).toEqual([{ kind, count: 1 }])
    const { articles } = JSON.parse(await readFile(out, 'utf8'))
    expect(articles[0].annotations[0].roles).toEqual({ target: [] })
    const failing = await exportDataset(workspace, { out, failsOnLoss: true })
    expect(failing).toMatchObject({ ok: false, problem: { sentence: expect.stringContaining(`1 ${kind}`) } })
  })

  it('is told by the check, in words', async () => {
    const { workspace, laterId } = await waitingDesk()
    expect(await workspaceProblems(workspace)).toEqual([
      `1 annotation waits to be placed in “${laterId}” by Ana, and others point there: see Collect, Changed.`,
    ])
  })

  it('is pointed to again once it is placed', async () => {
    const { workspace, session, laterId, out } = await waitingDesk()
    must(await session.openRecord(laterId))
    const annotation = manualAnnotation({ id: 'm1', label: 'actor', start: 0, end: 7, now })
    await session.edit(laterId, marking(annotation), { kind: 'do' })
    await session.flush()
    expect(must(await exportDataset(workspace, { out })).loss).toEqual([])
    const { articles } = JSON.parse(await readFile(out, 'utf8'))
    expect(articles[0].annotations[1].roles).toEqual({ target: [{ mention: 'm1' }] })
  })
})

describe('a text that was changed outside', () => {
  const textFile = (workspace: Workspace, id: string) => join(workspace.root, `articles/${id}.txt`)

  it('can be put back from the copy that the first annotation left', async () => {
    const { workspace, id } = await deskWith()
    await writeFile(textFile(workspace, id), NEWER)
    expect(await changedOutside(workspace, id)).toEqual({ canPutBack: true, canTake: true })
    must(await putBackText(workspace, id))
    expect(await changedOutside(workspace, id)).toBeNull()
    expect(await readFile(textFile(workspace, id), 'utf8')).toBe(OLD)
  })

  it('can be put back where the file is gone', async () => {
    const { workspace, id } = await deskWith()
    await rm(textFile(workspace, id))
    expect(await changedOutside(workspace, id)).toEqual({ canPutBack: true, canTake: false })
    must(await putBackText(workspace, id))
    expect(await readFile(textFile(workspace, id), 'utf8')).toBe(OLD)
  })

  it('can be taken as the newer version, and the old text is back in its place', async () => {
    const { workspace, session, id } = await deskWith()
    await writeFile(textFile(workspace, id), NEWER)
    const replaced = must(await replaceArticle(partsOf(session), id, { kind: 'outside' }))
    expect(await readFile(textFile(workspace, id), 'utf8')).toBe(OLD)
    expect(await readFile(textFile(workspace, replaced.articleId), 'utf8')).toBe(NEWER)
    expect(await markedWords(session, replaced.articleId)).toEqual({ m1: 'Ana Ruiz' })
    expect(await markedWords(session, id)).toMatchObject({ m1: 'Ana Ruiz' })
  })

  it('becomes an article of its own where there is no copy, and no annotation is touched', async () => {
    const { workspace, session, id } = await deskWith()
    await rm(join(workspace.root, '.glosswright/texts'), { recursive: true })
    await writeFile(textFile(workspace, id), NEWER)
    const before = await fileOf(workspace, id)
    expect(await changedOutside(workspace, id)).toEqual({ canPutBack: false, canTake: true })
    const replaced = must(await replaceArticle(partsOf(session), id, { kind: 'outside' }))
    expect(replaced.kind).toBe('apart')
    expect(await fileOf(workspace, id)).toBe(before)
    expect(await readFile(textFile(workspace, id), 'utf8')).toBe(NEWER)
  })

  it('is put back where it is the same but for a byte order mark, copy or not', async () => {
    const { workspace, session, id } = await deskWith()
    await rm(join(workspace.root, '.glosswright/texts'), { recursive: true })
    await writeFile(textFile(workspace, id), `\ufeff${OLD}`)
    expect(await changedOutside(workspace, id)).toEqual({ canPutBack: true, canTake: false })
    const replaced = await replaceArticle(partsOf(session), id, { kind: 'outside' })
    expect(replaced).toEqual({
      ok: false,
      problem: { sentence: 'It is the same text but for a byte order mark: put it back as it was.' },
    })
    must(await putBackText(workspace, id))
    expect(await readFile(textFile(workspace, id), 'utf8')).toBe(OLD)
  })

  it('is not taken where the file is gone', async () => {
    const { workspace, session, id } = await deskWith()
    await rm(textFile(workspace, id))
    expect(await replaceArticle(partsOf(session), id, { kind: 'outside' })).toEqual({
      ok: false,
      problem: { sentence: `“articles/${id}.txt” is gone: put the text back as it was.` },
    })
  })

  it('can be put back where no annotation was made here, but the article has some', async () => {
    const { workspace, session, id } = await deskWith()
    await session.close()
    await rm(join(workspace.root, '.glosswright/texts'), { recursive: true })
    const again = await sessionIn(workspace)
    must(await again.openRecord(id))
    const edit = { name: 'Note', changes: [{ kind: 'notes', before: '', after: 'Ask again.' }] } as const
    await again.edit(id, edit, { kind: 'do' })
    await again.flush()
    await writeFile(textFile(workspace, id), NEWER)
    expect(await changedOutside(workspace, id)).toMatchObject({ canPutBack: true })
  })

  it('can be put back in both versions, once a newer one was taken', async () => {
    const { workspace, session, id } = await deskWith()
    await rm(join(workspace.root, '.glosswright/texts'), { recursive: true })
    const later = await addedArticle(workspace, 'Nothing of that is left in the newer text.\n', 'Newer')
    must(await replaceArticle(partsOf(session), id, { kind: 'article', id: later.article.id }))
    for (const one of [id, later.article.id]) {
      await writeFile(textFile(workspace, one), NEWER)
      expect(await changedOutside(workspace, one)).toMatchObject({ canPutBack: true })
    }
  })

  it('is not taken where it is no text, and stays where it is', async () => {
    const { workspace, session, id } = await deskWith()
    await writeFile(textFile(workspace, id), Buffer.from([0, 0, 0, 0]))
    const replaced = await replaceArticle(partsOf(session), id, { kind: 'outside' })
    expect(replaced).toMatchObject({ ok: false })
    expect([...(await readFile(textFile(workspace, id)))]).toEqual([0, 0, 0, 0])
  })

  it('leaves no copy of texts that were only looked at', async () => {
    const workspace = await tempWorkspace()
    const { article } = await addedArticle(workspace, OLD)
    const before = await contentOf(workspace.root)
    const session = await sessionIn(workspace)
    must(await session.openArticle(article.id))
    await session.close()
    expect(await contentOf(workspace.root)).toEqual(before)
  })
})
