import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { manualAnnotation } from '#shared/domain/annotation.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import { lossWords } from '#shared/format/interchange/losses.ts'
import { marking, now } from '#shared/testing/samples.ts'
import { workspaceProblems } from '../cli/workspace-problems.ts'
import { exportAs } from '../export/export-as.ts'
import { addedArticle, must, tempFolder } from '../library/testing/temp-workspace.ts'
import { replaceArticle } from './replacing.ts'
import { closeSessions, deskWith, markedWords, OLD, partsOf } from './testing/version-desk.ts'

afterEach(closeSessions)

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
  const kind = 'pointers'

  it('stops no export: what points to it is left out, and counted', async () => {
    const { workspace, session, laterId, out } = await waitingDesk()
    expect(await markedWords(session, laterId)).toEqual({ m2: 'asked the court for an order' })
    expect(must(await exportAs(workspace, everythingAs('glosswright'), { out })).loss).toMatchObject([
      { kind, count: 1 },
    ])
    const { articles } = JSON.parse(await readFile(out, 'utf8'))
    expect(articles[0].annotations[0].roles).toEqual({})
    const failing = await exportAs(workspace, { ...everythingAs('glosswright'), onLoss: 'fail' }, { out })
    expect(failing).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining(lossWords({ kind, count: 1 })) },
    })
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
    expect(must(await exportAs(workspace, everythingAs('glosswright'), { out })).loss).toEqual([])
    const { articles } = JSON.parse(await readFile(out, 'utf8'))
    expect(articles[0].annotations[1].roles).toEqual({ target: [{ mention: 'm1' }] })
  })
})
