import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GOLD } from '#shared/domain/review.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { silentEvents } from './library/store-events.ts'
import { addedArticle, must, tempWorkspace } from './library/testing/temp-workspace.ts'
import { Session } from './session.ts'

const quiet = {
  ...silentEvents,
  onArticlesChanged: () => undefined,
  onArticlesEdited: () => undefined,
  onBulkProgress: () => undefined,
}

/** Ana has settled something, and from now on the gold cannot be written. */
async function broken() {
  const workspace = await tempWorkspace()
  const { id } = (await addedArticle(workspace, 'Norland promised help.')).article
  const session = await Session.open(workspace, 'Ana', quiet)
  must(await session.team.edit(id, GOLD, marking(mark('first', 0, 7))))
  const gold = join(workspace.root, 'annotators/gold')
  await rename(gold, `${gold} elsewhere`)
  await writeFile(gold, 'Something else')
  const mend = async () => {
    await rm(gold)
    await rename(`${gold} elsewhere`, gold)
  }
  return { session, id, mend }
}

test('what could not be written of the gold is not saved, until it is', async () => {
  const { session, id, mend } = await broken()
  const deciding = session.team.edit(id, GOLD, marking(mark('second', 8, 16)))
  expect(await session.flush()).toBe(false)
  await mend()
  expect(await session.flush()).toBe(true)
  must(await deciding)
  expect(must(await session.team.marks(id, 'all')).records).toContain('second')
  await session.close()
})

test('decisions that wait for their turn are waited for, and all there when a workspace is left', async () => {
  const { session, id, mend } = await broken()
  await mend()
  const deciding = ['a', 'b', 'c'].map((name) => session.team.edit(id, GOLD, marking(mark(name, 0, 7))))
  await session.close()
  for (const made of await Promise.all(deciding)) must(made)
})

test('what cannot be saved does not keep a workspace from being left', async () => {
  const { session, id } = await broken()
  const deciding = session.team.edit(id, GOLD, marking(mark('second', 8, 16)))
  await session.close()
  expect(await deciding).toMatchObject({ ok: false })
})
