import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { type Edit, invertEdit } from '#shared/domain/edit.ts'
import { GOLD, type Judgement } from '#shared/domain/review.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import type { MarksWanted } from '#shared/ipc/team.ts'
import { mark, marking, now } from '#shared/testing/samples.ts'
import { BulkEdits } from './bulk-edits.ts'
import { HistoryLog } from './library/history-log.ts'
import { readRecord } from './library/records.ts'
import { silentEvents } from './library/store-events.ts'
import { addedArticle, contentOf, must, tempWorkspace } from './library/testing/temp-workspace.ts'
import type { Workspace } from './library/workspace.ts'
import { WorkspaceStore } from './library/workspace-store.ts'
import { TeamWork } from './team-work.ts'

/** Ana's desk on a workspace, as it is after a start of the app. */
async function started(workspace: Workspace, annotator = 'Ana') {
  const storeFor = (name: string) => new WorkspaceStore({ workspace, annotator: name, events: silentEvents })
  const store = storeFor(annotator)
  const history = await HistoryLog.of(workspace, annotator)
  const quiet = { onProgress: () => undefined, onEdited: () => undefined }
  const keptFor = (name: string) => team.guestOf(name)
  const bulk = new BulkEdits({ workspace, annotator, store, storeFor, keptFor, history, ...quiet })
  const make: BulkEdits['make'] = (...args) => bulk.make(...args)
  const team = new TeamWork({ workspace, annotator, store, storeFor, make })
  return { store, history, bulk, team }
}

/** Ana and Bo have each marked the same article, and both wrote something of it into their files. */
async function marked() {
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

const judgement = (by: string): Judgement => ({
  ...{ id: `by ${by}`, outcome: 'accepted', by, created: now, made: ['g'] },
  about: [{ annotator: 'Bo', id: 'b', as: mark('b', 11, 19) }],
})
const judging = (by: string): Edit => ({
  name: 'Accept',
  changes: [{ kind: 'judgement', id: `by ${by}`, before: null, after: judgement(by) }],
})
const settling: Edit = {
  name: 'Take Bo’s',
  changes: [
    ...marking({ ...mark('g', 11, 19), origin: { kind: 'adjudicated', by: 'Ana' } }).changes,
    ...judging(GOLD).changes,
  ],
}

/** All that is no cache, by path. */
async function workIn({ root }: Workspace): Promise<Record<string, string>> {
  const files = Object.entries(await contentOf(root))
  return Object.fromEntries(
    files.filter(([name]) => !name.startsWith('.glosswright') && !name.startsWith('sources')),
  )
}

const saying = (id: string): Edit => ({
  name: 'Comment',
  changes: [
    {
      ...{ kind: 'comment', id, before: null },
      after: { id, about: { annotator: 'Bo', id: null }, kind: 'said', text: 'Hm', by: 'Ana', created: now },
    },
  ],
})

it.each([
  ['a reviewer', 'Ana', judging('Ana'), (id: string) => [`annotators/Ana/reviews/${id}.json`]],
  [
    'the gold',
    GOLD,
    settling,
    (id: string) => [`annotators/gold/${id}.json`, `annotators/gold/reviews/${id}.json`],
  ],
])('an edit of %s is one step, undone and done again byte for byte', async (_, whose, edit, files) => {
  const { workspace, id } = await marked()
  const { team, bulk, history } = await started(workspace)
  // So that there are files before.
  must(await team.edit(id, whose, saying('first')))
  if (whose === GOLD) must(await team.edit(id, whose, marking(mark('earlier', 0, 7))))
  const before = await workIn(workspace)
  const steps = history.read().done.length
  expect(must(await team.edit(id, whose, edit))).toMatchObject({ articles: 1, left: [] })
  const after = await workIn(workspace)
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(files(id))
  expect(history.read().done).toHaveLength(steps + 1)
  must(await bulk.travel('undo'))
  expect(await workIn(workspace)).toEqual(before)
  must(await bulk.travel('redo'))
  expect(await workIn(workspace)).toEqual(after)
})

test('after a kill between the gold’s record and its review, undo takes back the one that is there', async () => {
  const { workspace, source, id } = await marked()
  const killed = await started(workspace)
  must(await killed.team.edit(id, GOLD, saying('first')))
  must(await killed.team.edit(id, GOLD, marking(mark('earlier', 0, 7))))
  const before = await workIn(workspace)
  must(await killed.team.edit(id, GOLD, settling))
  killed.history.close()
  const gold = new WorkspaceStore({ workspace, annotator: GOLD, events: silentEvents })
  await gold.openReview(source)
  await gold.apply(id, {
    name: 'Kill',
    changes: [{ kind: 'judgement', id: 'by gold', before: judgement(GOLD), after: null }],
  })
  await gold.close()
  const { bulk } = await started(workspace)
  expect(must(await bulk.travel('undo'))).toMatchObject({ articles: 1, left: [] })
  expect(await workIn(workspace)).toEqual(before)
})

it.each([
  ['was made against something else', settling, settling],
  ['does not stand in the text', judging('Ana'), marking(mark('far', 0, 900))],
])('an edit that %s changes nothing, and is no step', async (_, first, wrong) => {
  const { workspace, id } = await marked()
  const { team, history } = await started(workspace)
  must(await team.edit(id, GOLD, first))
  const before = await workIn(workspace)
  expect(await team.edit(id, GOLD, wrong)).toMatchObject({ ok: false })
  expect(await workIn(workspace)).toEqual(before)
  expect(history.read().done).toHaveLength(1)
})

test('what another program says in the gold meanwhile is taken in, and decided on', async () => {
  const { workspace, source, id } = await marked()
  const { team } = await started(workspace)
  must(await team.edit(id, GOLD, settling))
  const there = await readRecord(workspace, GOLD, source)
  if (there.kind !== 'ok') throw new Error(there.sentence)
  const annotations = there.document.annotations.with(mark('theirs', 0, 7))
  const file = join(workspace.root, `annotators/gold/${id}.json`)
  await writeFile(file, recordWriter(source, GOLD)({ ...there.document, annotations }))
  const removing = marking(mark('theirs', 0, 7))
  must(await team.edit(id, GOLD, invertEdit(removing)))
  const now = await readRecord(workspace, GOLD, source)
  expect(now.kind === 'ok' && [...now.document.annotations].map((one) => one.id)).toEqual(['g'])
})

test('everybody’s marks of an article are told by name, those that are not saved yet too', async () => {
  const { workspace, source, id } = await marked()
  const { team, store } = await started(workspace)
  must(await team.edit(id, GOLD, settling))
  await store.open(source)
  const saving = store.apply(id, marking(mark('a2', 0, 7)))
  const { records, reviews, unread } = must(await team.marks(id, 'all'))
  await saving
  const told = JSON.parse(records) as { annotator: string; annotations: { id: string }[] }[]
  expect(
    told.map(({ annotator, annotations }) => [annotator, annotations.map((one) => one.id).sort()]),
  ).toEqual([
    ['Ana', ['a', 'a2']],
    ['Bo', ['b']],
    [GOLD, ['g']],
  ])
  expect(JSON.parse(reviews)).toEqual([{ annotator: GOLD, judgements: [judgement(GOLD)], comments: [] }])
  expect(unread).toEqual([])
})

test('nobody’s marks are told where only what is said of them is asked for, or all annotate blind', async () => {
  const { workspace, id } = await marked()
  const { team } = await started(workspace)
  must(await team.edit(id, GOLD, settling))
  const told = async (wanted: MarksWanted) => {
    const { records, reviews } = must(await team.marks(id, wanted))
    return [JSON.parse(records).length, JSON.parse(reviews).length]
  }
  expect(await told('reviews')).toEqual([0, 1])
  expect(await told('layer')).toEqual([3, 1])
  await writeFile(join(workspace.root, 'team.json'), '{')
  expect(await told('layer')).toEqual([0, 1])
  expect(await told('all')).toEqual([3, 1])
})

test('what of somebody’s cannot be read is named, and the rest is told', async () => {
  const { workspace, id } = await marked()
  const { team } = await started(workspace)
  await mkdir(join(workspace.root, 'annotators/Bo/reviews'))
  await writeFile(join(workspace.root, `annotators/Bo/reviews/${id}.json`), '{')
  const { records, unread } = must(await team.marks(id, 'all'))
  expect(JSON.parse(records)).toHaveLength(2)
  expect(unread).toEqual([expect.stringContaining(`annotators/Bo/reviews/${id}.json`)])
})

test('in a workspace that can only be read all is told, and nothing edited', async () => {
  const { workspace, id } = await marked()
  const access = { kind: 'read', sentence: 'It is locked.' } as const
  const { team } = await started({ ...workspace, access })
  expect(await team.edit(id, GOLD, settling)).toMatchObject({ problem: { sentence: 'It is locked.' } })
  expect(JSON.parse(must(await team.marks(id, 'all')).records)).toHaveLength(2)
  expect(await team.view()).toEqual({ sight: 'layer', assignments: '[]', access })
})

test('others’ marks are not shown where it cannot be read whether they may be', async () => {
  const { workspace } = await marked()
  await writeFile(join(workspace.root, 'team.json'), '{')
  const { team } = await started(workspace)
  expect(await team.view()).toMatchObject({ sight: 'blind', access: { kind: 'read' } })
})

test('progress counts what was begun, done and assigned, and whose it is', async () => {
  const { workspace, source, id } = await marked()
  const other = await addedArticle(workspace, 'The Isles agreed.', 'Other')
  const { team, store } = await started(workspace)
  await store.open(source)
  await store.apply(id, {
    name: 'Done',
    changes: [{ kind: 'status', before: 'new', after: 'done' }],
  })
  await team.view()
  await store.apply(null, {
    name: 'Assign',
    changes: [
      { kind: 'assignment', id, before: null, after: ['Ana', 'Cy'] },
      { kind: 'assignment', id: other.article.id, before: null, after: ['Ana'] },
      { kind: 'assignment', id: 'gone', before: null, after: ['Ana'] },
    ],
  })
  must(await team.edit(id, GOLD, settling))
  const nothing = { inProgress: 0, done: 0, annotations: 0 }
  const expected = {
    annotators: [
      { annotator: 'Ana', inProgress: 0, done: 1, annotations: 1, open: [other.article.id], assigned: 2 },
      { annotator: 'Bo', inProgress: 1, done: 0, annotations: 1, open: [], assigned: 0 },
      { annotator: 'Cy', ...nothing, open: [id], assigned: 1 },
    ],
    ...{ articles: 2, opened: [1, 0, 1], unread: [] },
  }
  expect(must(await team.progress())).toEqual(expected)
  await writeFile(join(workspace.root, `annotators/Bo/${id}.json`), '{')
  expect(must(await team.progress())).toMatchObject({
    opened: [1, 1],
    unread: [`“annotators/Bo/${id}.json” could not be read.`],
  })
})
