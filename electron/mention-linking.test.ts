import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { newActor } from '#shared/domain/actor.ts'
import type { Edit } from '#shared/domain/edit.ts'
import { mark, marking, now } from '#shared/testing/samples.ts'
import { addedArticle, contentOf, must, tempWorkspace } from './library/testing/temp-workspace.ts'
import type { Workspace } from './library/workspace.ts'
import { linkMentions } from './mention-linking.ts'
import { Session } from './session.ts'

const silent = {
  onMerged: () => undefined,
  onRegistryMerged: () => undefined,
  onCleaningMerged: () => undefined,
  onTeamMerged: () => undefined,
  onSchemeMerged: () => undefined,
  onProblem: () => undefined,
  onSaved: () => undefined,
  onArticlesChanged: () => undefined,
  onArticlesEdited: () => undefined,
  onBulkProgress: () => undefined,
}

const open: Session[] = []
afterEach(async () => {
  for (const session of open.splice(0)) await session.close()
})

async function sessionIn(workspace: Workspace): Promise<Session> {
  const session = await Session.open(workspace, 'Ana', silent)
  open.push(session)
  await session.readRegistry()
  return session
}

const norland = newActor({ id: 'norland', name: 'Norland', now })
const registering: Edit = {
  name: 'Link 2 mentions to Norland',
  changes: [{ kind: 'actor', id: 'norland', before: null, after: norland }],
}

/** Two articles with a mention in each, and what their mentions mean. */
async function twoArticles() {
  const workspace = await tempWorkspace()
  const sources = [
    await addedArticle(workspace, 'Norland promised help.', 'One'),
    await addedArticle(workspace, 'Norland sent help.', 'Two'),
  ]
  const session = await sessionIn(workspace)
  const ids = sources.map(({ article }) => article.id)
  for (const id of ids) {
    must(await session.openRecord(id))
    await session.edit(id, marking(mark(`m-${id}`, 0, 7)), { kind: 'do' })
  }
  const meant = async () =>
    (await Promise.all(ids.map((id) => session.openRecord(id)))).map(
      (opened) => JSON.parse(must(opened).record.annotations)[0].actor,
    )
  const to = (...actors: readonly (string | null)[]) =>
    ids.map((articleId, i) => {
      const actor = actors[i % actors.length] as string | null
      return {
        articleId,
        links: [
          { id: `m-${articleId}`, actor },
          { id: 'gone', actor },
        ],
      }
    })
  return { workspace, session, to, meant }
}

it('links mentions of several articles, and undoes it in one go, byte for byte', async () => {
  const { workspace, session, to, meant } = await twoArticles()
  const before = await contentOf(join(workspace.root, 'annotators'))
  const report = must(await linkMentions(session, registering, to('norland')))
  expect(report).toEqual({ articles: 2, annotations: 2, left: [] })
  expect(await meant()).toEqual(['norland', 'norland'])
  expect((await session.readRegistry()).own).toContain('"Norland"')
  must(await session.bulk.travel('undo'))
  expect(await meant()).toEqual([undefined, undefined])
  await session.flush()
  expect(await contentOf(join(workspace.root, 'annotators'))).toEqual(before)
})

it('lets mentions mean nobody again', async () => {
  const { session, to, meant } = await twoArticles()
  must(await linkMentions(session, registering, to('norland')))
  must(await linkMentions(session, { name: 'Unlink', changes: [] }, to(null)))
  expect(await meant()).toEqual([undefined, undefined])
})

it('lets mentions mean different actors in one go', async () => {
  const { session, to, meant } = await twoArticles()
  must(await linkMentions(session, registering, to('norland', 'vesteria')))
  expect(await meant()).toEqual(['norland', 'vesteria'])
  must(await session.bulk.travel('undo'))
  expect(await meant()).toEqual([undefined, undefined])
})

it('refuses a change of an annotation among those of the registry', async () => {
  const { session, to } = await twoArticles()
  const edit = marking(mark('m', 0, 7))
  await expect(linkMentions(session, edit, to(null))).rejects.toThrow()
})

it.each([
  ['last-good', ['norland']],
  ['empty', []],
] as const)(
  'goes on from the %s version of a damaged registry, which is kept aside',
  async (version, ids) => {
    const { workspace, session } = await twoArticles()
    await session.edit(null, registering, { kind: 'do' })
    const vesteria = newActor({ id: 'vesteria', name: 'Vesteria', now })
    const another: Edit = {
      name: 'New actor',
      changes: [{ kind: 'actor', id: 'vesteria', before: null, after: vesteria }],
    }
    await session.edit(null, another, { kind: 'do' })
    await session.close()
    const file = join(workspace.root, 'annotators', 'Ana', 'actors.json')
    await writeFile(file, '{ "format": "glosswright/actors", "ver')
    const next = await sessionIn(workspace)
    const damaged = await next.readRegistry()
    expect(damaged).toMatchObject({ access: { kind: 'read' }, restore: { lastGood: { actors: 1 } } })
    const restored = await next.restoreRegistry(version)
    expect(restored).toMatchObject({ access: { kind: 'write' }, restore: null })
    const { actors } = JSON.parse(await readFile(file, 'utf8'))
    expect(actors.map(({ id }: { id: string }) => id)).toEqual(ids)
    const kept = await contentOf(join(workspace.root, '.glosswright', 'quarantine'))
    expect(Object.values(kept)).toContain('{ "format": "glosswright/actors", "ver')
  },
)
