import { expect, it } from 'vitest'
import { newActor } from '#shared/domain/actor.ts'
import type { Edit } from '#shared/domain/edit.ts'
import type { BulkProgress } from '#shared/ipc/bulk.ts'
import { mark, marking, now } from '#shared/testing/samples.ts'
import { BulkEdits } from './bulk-edits.ts'
import { readArticle } from './library/articles.ts'
import { type ArticleEdit, bulkPath, writeBulk } from './library/bulk-file.ts'
import { HistoryLog } from './library/history-log.ts'
import { addedArticle, contentOf, must, tempWorkspace } from './library/testing/temp-workspace.ts'
import type { Workspace } from './library/workspace.ts'
import { WorkspaceStore } from './library/workspace-store.ts'

const NORLAND = newActor({ id: 'norland', name: 'Norland', now })
const ISLES = newActor({ id: 'isles', name: 'The Isles', now })

/** Makes the Isles an actor, besides all marks. */
const OWN: Edit = {
  name: 'Mark all',
  changes: [{ kind: 'actor', id: 'isles', before: null, after: ISLES }],
}

const BULK = '0b0e7a52-1111-4222-8333-444455556666'

const NEWS = {
  onMerged: () => undefined,
  onRegistryMerged: () => undefined,
  onCleaningMerged: () => undefined,
  onTeamMerged: () => undefined,
  onSchemeMerged: () => undefined,
  onProblem: () => undefined,
  onSaved: () => undefined,
}

/** Ana's desk on a workspace, as it is after a start of the app. */
async function started(workspace: Workspace, onProgress: (progress: BulkProgress) => void = () => undefined) {
  const store = new WorkspaceStore({ workspace, annotator: 'Ana', events: NEWS })
  await store.openManifest()
  await store.openRegistry()
  const history = await HistoryLog.of(workspace, 'Ana')
  const edited: string[] = []
  const onEdited = (ids: readonly string[]) => void edited.push(...ids)
  const storeFor = (annotator: string) => new WorkspaceStore({ workspace, annotator, events: NEWS })
  const parts = { workspace, annotator: 'Ana', store, storeFor, history, onProgress, onEdited }
  const bulk = new BulkEdits(parts)
  return { store, history, bulk, edited }
}

/** A workspace of several articles, each with one mark of Ana's, and an actor. */
async function marked(articles = 20) {
  const workspace = await tempWorkspace()
  const { store, history } = await started(workspace)
  const sources = []
  for (let n = 0; n < articles; n++)
    sources.push(await addedArticle(workspace, `Norland ${n} helps the Isles.`, `Article ${n}`))
  for (const source of sources) {
    await store.open(source)
    await store.apply(source.article.id, marking(mark('first', 0, 7)))
  }
  const edit: Edit = {
    name: 'Add',
    changes: [{ kind: 'actor', id: 'norland', before: null, after: NORLAND }],
  }
  await store.apply(null, edit)
  await store.close()
  history.close()
  return { workspace, ids: sources.map(({ article }) => article.id) }
}

async function* planFor(ids: readonly string[]): AsyncGenerator<ArticleEdit> {
  for (const articleId of ids) yield { articleId, edit: marking(mark('second', 8, 9)) }
}

/** All that is no cache, by path. */
async function workIn({ root }: Workspace): Promise<Record<string, string>> {
  const files = Object.entries(await contentOf(root))
  return Object.fromEntries(files.filter(([name]) => !name.startsWith('.glosswright')))
}

it('edits all articles as one step, which is undone and done again byte for byte', async () => {
  const { workspace, ids } = await marked()
  const before = await workIn(workspace)
  const { bulk, history, edited } = await started(workspace)
  const report = { ok: true, value: { articles: ids.length, annotations: ids.length, left: [] } }
  expect(await bulk.make(OWN, planFor(ids))).toEqual(report)
  expect(edited.sort()).toEqual([...ids].sort())
  const after = await workIn(workspace)
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toHaveLength(ids.length + 1)
  expect(history.read().done.map(({ edit }) => edit.name)).toEqual(['Mark all'])
  expect(await bulk.travel('undo')).toEqual(report)
  expect(await workIn(workspace)).toEqual(before)
  expect(await bulk.travel('redo')).toEqual(report)
  expect(await workIn(workspace)).toEqual(after)
})

it('travels after a restart as before it', async () => {
  const { workspace, ids } = await marked(3)
  const before = await workIn(workspace)
  const first = await started(workspace)
  await first.bulk.make(OWN, planFor(ids))
  await first.store.close()
  first.history.close()
  await (await started(workspace)).bulk.travel('undo')
  expect(await workIn(workspace)).toEqual(before)
})

it('leaves nothing of what is cancelled in its midst, or before it began', async () => {
  const { workspace, ids } = await marked()
  const before = await workIn(workspace)
  let seen = 0
  const desk = await started(workspace, () => {
    if (++seen === 3) desk.bulk.cancel()
  })
  const cancelled = { ok: false, problem: { sentence: 'It was cancelled, and nothing was changed.' } }
  expect(await desk.bulk.make(OWN, planFor(ids))).toEqual(cancelled)
  expect(await workIn(workspace)).toEqual(before)
  expect(desk.history.read().done).toEqual([])
  async function* broken() {
    yield* planFor(ids.slice(0, 1))
    desk.bulk.cancel()
    yield* planFor(ids.slice(1))
  }
  expect(await desk.bulk.make(OWN, broken())).toEqual(cancelled)
  expect(await workIn(workspace)).toEqual(before)
})

it('leaves an article that has changed meanwhile as it is, and says so', async () => {
  const { workspace, ids } = await marked(3)
  const before = await workIn(workspace)
  const { bulk, store } = await started(workspace)
  await bulk.make(OWN, planFor(ids))
  const [changed = ''] = ids
  await store.open(must(await readArticle(workspace, changed)))
  await store.apply(changed, marking({ ...mark('second', 8, 9), note: 'Mine.' }, mark('second', 8, 9)))
  expect(await bulk.travel('undo')).toEqual({
    ok: true,
    value: { articles: 2, annotations: 2, left: [changed] },
  })
  const now = await workIn(workspace)
  const others = Object.keys(now).filter((name) => now[name] !== before[name])
  expect(others).toEqual([`annotators/Ana/${changed}.json`])
  expect(now[others[0] ?? '']).toContain('Mine.')
})

it('does one at a time', async () => {
  const { workspace, ids } = await marked(3)
  const { bulk } = await started(workspace)
  const making = bulk.make(OWN, planFor(ids))
  expect(await bulk.travel('undo')).toMatchObject({ ok: false })
  expect(await making).toMatchObject({ ok: true, value: { articles: 3 } })
})

it.each([
  ['all of the articles', true, 20],
  ['some of them', true, 9],
  ['none of them', true, 0],
  ['not even the actor', false, 0],
])('takes back what there is of it after a kill that let it reach %s', async (_, hasOwn, reached) => {
  const { workspace, ids } = await marked()
  const before = await workIn(workspace)
  const killed = await started(workspace)
  await writeBulk(await bulkPath(workspace, 'Ana', BULK), planFor(ids))
  killed.history.add({ kind: 'do', step: { articleId: null, edit: OWN, bulk: BULK } })
  if (hasOwn) await killed.store.apply(null, OWN)
  await killed.store.close()
  killed.history.close()
  const next = await started(workspace)
  await makeIn(workspace, next.store, ids.slice(0, reached))
  expect(await next.bulk.travel('undo')).toEqual({
    ok: true,
    value: { articles: reached, annotations: reached, left: [] },
  })
  expect(await workIn(workspace)).toEqual(before)
  expect(next.history.read().done).toEqual([])
})

/** What the killed process had come to. */
async function makeIn(workspace: Workspace, store: WorkspaceStore, ids: readonly string[]): Promise<void> {
  for await (const { articleId, edit } of planFor(ids)) {
    if (articleId === null) throw new Error('All of the plan is about articles')
    await store.open(must(await readArticle(workspace, articleId)))
    await store.apply(articleId, edit)
    await store.letGo(articleId)
  }
}

it('edits another annotator’s documents, and takes that back after a restart', async () => {
  const { workspace, ids } = await marked(3)
  const before = await workIn(workspace)
  const first = await started(workspace)
  const added: Edit = {
    name: 'Bring',
    changes: [{ kind: 'annotation', id: 'a', before: null, after: mark('a', 0, 7) }],
  }
  async function* plan(): AsyncGenerator<ArticleEdit> {
    for (const articleId of ids) yield { articleId, edit: added }
  }
  expect(await first.bulk.make(OWN, plan(), 'Bo')).toMatchObject({ ok: true, value: { articles: 3 } })
  const after = await workIn(workspace)
  const changed = Object.keys(after).filter((name) => after[name] !== before[name])
  expect(changed).toEqual([
    'annotators/Bo/actors.json',
    ...ids.map((id) => `annotators/Bo/${id}.json`).sort(),
  ])
  await first.store.close()
  first.history.close()
  const second = await started(workspace)
  await second.bulk.travel('undo')
  expect(await workIn(workspace)).toEqual(before)
  await second.bulk.travel('redo')
  expect(await workIn(workspace)).toEqual(after)
})

it.each([0, 1, 3])(
  'takes back another annotator’s part after a kill that let it reach %i articles',
  async (reached) => {
    const { workspace, ids } = await marked(3)
    const killed = await started(workspace)
    await writeBulk(await bulkPath(workspace, 'Ana', BULK), planFor(ids))
    killed.history.add({ kind: 'do', step: { articleId: null, edit: OWN, bulk: BULK, annotator: 'Bo' } })
    const store = new WorkspaceStore({ workspace, annotator: 'Bo', events: NEWS })
    await store.openRegistry()
    if (reached > 0) await store.apply(null, OWN)
    await makeIn(workspace, store, ids.slice(0, reached))
    await store.close()
    await killed.store.close()
    killed.history.close()
    const next = await started(workspace)
    const undone = await next.bulk.travel('undo')
    expect(undone).toEqual({ ok: true, value: { articles: reached, annotations: reached, left: [] } })
    const files = Object.entries(await workIn(workspace)).filter(([name]) => name.startsWith('annotators/Bo'))
    expect(files.some(([, content]) => content.includes('second') || content.includes('isles'))).toBe(false)
  },
)
