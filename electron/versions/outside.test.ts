import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { changedOutside, putBackText } from '../library/kept-texts.ts'
import { addedArticle, contentOf, must, tempWorkspace } from '../library/testing/temp-workspace.ts'
import type { Workspace } from '../library/workspace.ts'
import { replaceArticle } from './replacing.ts'
import {
  closeSessions,
  deskWith,
  fileOf,
  markedWords,
  NEWER,
  OLD,
  partsOf,
  sessionIn,
} from './testing/version-desk.ts'

afterEach(closeSessions)

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
      problem: { sentence: `“articles/${id}.txt” is gone; please put it back.` },
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
    const { workspace, session: first, id } = await deskWith()
    await first.close()
    await rm(join(workspace.root, '.glosswright/texts'), { recursive: true })
    const session = await sessionIn(workspace)
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
