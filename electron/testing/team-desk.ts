import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edit } from '#shared/domain/edit.ts'
import type { Judgement } from '#shared/domain/review.ts'
import { mark, marking, now } from '#shared/testing/samples.ts'
import { BulkEdits } from '../bulk-edits.ts'
import { HistoryLog } from '../library/history-log.ts'
import { silentEvents } from '../library/store-events.ts'
import { addedArticle, contentOf, tempWorkspace } from '../library/testing/temp-workspace.ts'
import type { Workspace } from '../library/workspace.ts'
import { WorkspaceStore } from '../library/workspace-store.ts'
import { TeamWork } from '../team-work.ts'

/** Ana's desk on a workspace, as it is after a start of the app. */
export async function started(workspace: Workspace, annotator = 'Ana') {
  const opened: string[] = []
  const storeOf = (name: string) => new WorkspaceStore({ workspace, annotator: name, events: silentEvents })
  const storeFor = (name: string) => {
    opened.push(name)
    return storeOf(name)
  }
  const store = storeOf(annotator)
  const history = await HistoryLog.of(workspace, annotator)
  const quiet = { onProgress: () => undefined, onEdited: () => undefined }
  const bulk = new BulkEdits({ workspace, annotator, store, storeFor, history, ...quiet })
  const makeOne: BulkEdits['makeOne'] = (...args) => bulk.makeOne(...args)
  const team = new TeamWork({ workspace, annotator, store, makeOne })
  return { store, history, bulk, team, opened }
}

/** Ana and Bo have each marked the same article, and both wrote something of it into their files. */
export async function marked() {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, 'Norland 😀 promised help.')
  const { id } = source.article
  for (const [annotator, one] of [
    ['Ana', mark('a', 0, 7)],
    ['Bo', mark('b', 11, 19)],
  ] as const) {
    const { store } = await started(workspace, annotator)
    await store.open(source)
    await store.apply(id, marking(one))
    await store.close()
  }
  return { workspace, source, id }
}

export const judgement = (by: string): Judgement => ({
  ...{ id: `by ${by}`, outcome: 'accepted', by, created: now, made: ['g'] },
  about: [{ annotator: 'Bo', id: 'b', as: mark('b', 11, 19) }],
})
export const judging = (by: string): Edit => ({
  name: 'Accept',
  changes: [{ kind: 'judgement', id: `by ${by}`, before: null, after: judgement(by) }],
})
export const settling: Edit = {
  name: 'Take Bo’s',
  changes: [
    ...marking({ ...mark('g', 11, 19), origin: { kind: 'adjudicated', by: 'Ana' } }).changes,
    ...judging('Ana').changes,
  ],
}

/** All that is no cache, by path. */
export async function workIn({ root }: Workspace): Promise<Record<string, string>> {
  const files = Object.entries(await contentOf(root))
  return Object.fromEntries(
    files.filter(([name]) => !name.startsWith('.glosswright') && !name.startsWith('sources')),
  )
}

export const annotatorsIn = ({ root }: Workspace) => readdir(join(root, 'annotators'))

export const saying = (id: string): Edit => ({
  name: 'Comment',
  changes: [
    {
      ...{ kind: 'comment', id, before: null },
      after: { id, about: { annotator: 'Bo', id: null }, kind: 'said', text: 'Hm', by: 'Ana', created: now },
    },
  ],
})
