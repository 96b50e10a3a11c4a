import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { type Edit, invertEdit, StaleEdit } from '#shared/domain/edit.ts'
import type { Comment, Judgement } from '#shared/domain/review.ts'
import type { Team } from '#shared/domain/team.ts'
import { reviewWriter } from '#shared/format/reviews-file.ts'
import { teamToFile } from '#shared/format/team-file.ts'
import { mark, marking, now } from '#shared/testing/samples.ts'
import { readReview } from './reviews.ts'
import { silentEvents } from './store-events.ts'
import { readTeam } from './team-document.ts'
import { desk } from './testing/desk.ts'
import { tempWorkspace } from './testing/temp-workspace.ts'
import type { Workspace } from './workspace.ts'
import { WorkspaceStore } from './workspace-store.ts'

const judgement: Judgement = {
  ...{ id: 'j', outcome: 'rejected', by: 'Ana', created: now },
  about: [{ annotator: 'Bo', id: 'b1', as: mark('b1', 0, 7) }],
}
const comment = (id: string): Comment => ({
  ...{ id, about: { annotator: 'Bo', id: 'b1' }, kind: 'said', text: 'Why?' },
  ...{ by: 'Ana', created: now },
})
const judging = (after: Judgement = judgement): Edit => ({
  name: 'Reject',
  changes: [{ kind: 'judgement', id: after.id, before: null, after }],
})
const saying = (id: string): Edit => ({
  name: 'Comment',
  changes: [{ kind: 'comment', id, before: null, after: comment(id) }],
})
const byId = <T extends { readonly id: string }>(...all: readonly T[]) =>
  new Map(all.map((one) => [one.id, one]))

const storeOn = (workspace: Workspace) =>
  new WorkspaceStore({ workspace, annotator: 'Ana', events: silentEvents })

async function reviewing() {
  const { workspace, source, id } = await desk()
  const store = storeOn(workspace)
  await store.openReview(source)
  return { workspace, source, id, store, file: join(workspace.root, `annotators/Ana/reviews/${id}.json`) }
}

test('what is said of others’ marks is on the disk once it is acknowledged, and undone there byte for byte', async () => {
  const { workspace, source, id, store, file } = await reviewing()
  await store.apply(id, saying('c'))
  const before = await readFile(file, 'utf8')
  await store.apply(id, judging())
  const review = { judgements: byId(judgement), comments: byId(comment('c')) }
  expect(await readFile(file, 'utf8')).toBe(reviewWriter(source, 'Ana')(review))
  await store.apply(id, invertEdit(judging()))
  expect(await readFile(file, 'utf8')).toBe(before)
  expect(await readReview(workspace, 'Ana', source)).toMatchObject({ document: { judgements: new Map() } })
})

test('a review is edited without its article’s record, and a record without its review', async () => {
  const { workspace, source, id, store } = await reviewing()
  await store.apply(id, judging())
  expect(store.openIds).toEqual([])
  await expect(store.apply(id, marking(mark('a', 0, 7)))).rejects.toThrow('is not open')
  const other = storeOn(workspace)
  await other.open(source)
  await expect(other.apply(id, judging())).rejects.toThrow('is not open')
  expect(await readdir(join(workspace.root, 'annotators/Ana'))).toEqual(['reviews'])
})

test('an edit of the record and the review is made in both or in neither', async () => {
  const { source, id, store } = await reviewing()
  await store.open(source)
  const both: Edit = { name: 'Follow', changes: [...marking(mark('a', 0, 7)).changes, ...judging().changes] }
  await store.apply(id, both)
  await expect(store.apply(id, { ...both, changes: both.changes.toReversed() })).rejects.toThrow(StaleEdit)
  await store.apply(id, invertEdit(both))
  expect(store.openReviewOf(id)?.judgements.size).toBe(0)
  expect(store.openRecord(id)?.annotations.size).toBe(0)
})

test('what another program says meanwhile stays', async () => {
  const { workspace, source, id, store, file } = await reviewing()
  await store.apply(id, saying('mine'))
  const theirs = { judgements: byId(judgement), comments: byId(comment('theirs'), comment('mine')) }
  await writeFile(file, reviewWriter(source, 'Ana')(theirs))
  await store.apply(id, saying('newer'))
  const read = await readReview(workspace, 'Ana', source)
  expect(read).toMatchObject({ document: { judgements: byId(judgement) } })
  expect(read.kind === 'ok' && [...read.document.comments.keys()].sort()).toEqual(['mine', 'newer', 'theirs'])
})

it.each([
  [
    'a mark that does not stand in the text',
    { about: [{ annotator: 'Bo', id: 'b', as: mark('b', 0, 900) }] },
  ],
  ['half a character', { proposal: mark('b', 0, 9) }],
  ['no mark', { about: [] }],
  ['another id than it is filed under', { id: '' }],
])('refuses a judgement with %s, since no file could hold it', async (_, wrong) => {
  const { id, store } = await reviewing()
  const edit = judging()
  const after = { ...judgement, ...wrong }
  const changes = [{ kind: 'judgement' as const, id: 'j', before: null, after }]
  await expect(store.apply(id, { ...edit, changes })).rejects.toThrow(RangeError)
})

test('a damaged review is not written over, and nothing else is harmed by it', async () => {
  const { workspace, source, id, file } = await reviewing()
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, '{')
  const store = storeOn(workspace)
  expect(await store.openReview(source)).toMatchObject({ kind: 'damaged' })
  await expect(store.apply(id, judging())).rejects.toThrow('not open for editing')
  expect(await readFile(file, 'utf8')).toBe('{')
  expect(await store.open(source)).toMatchObject({ kind: 'ok' })
})

test('what a killed process left half-written among the reviews is removed', async () => {
  const { workspace, source, file } = await reviewing()
  const left = join(file, '..', '.x.json.999999999-0123456789ab.glosswright-tmp')
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(left, '')
  await storeOn(workspace).open(source)
  expect(await readdir(join(file, '..'))).toEqual([])
})

const assigning = (id: string, after: readonly string[]): Edit => ({
  name: 'Assign',
  changes: [{ kind: 'assignment', id, before: null, after }],
})
const teamOf = (...assignments: [string, readonly string[]][]): Team => ({
  sight: 'layer',
  assignments: new Map(assignments),
})

test('how the work is shared is on the disk once it is acknowledged, and others’ changes are taken in', async () => {
  const workspace = await tempWorkspace()
  const merged: Team[] = []
  const events = { ...silentEvents, onTeamMerged: (team: Team) => void merged.push(team) }
  const store = new WorkspaceStore({ workspace, annotator: 'Ana', events })
  await store.openTeam()
  await store.apply(null, assigning('a', ['Ana']))
  const file = join(workspace.root, 'team.json')
  expect(await readFile(file, 'utf8')).toBe(teamToFile(teamOf(['a', ['Ana']])))
  await writeFile(file, teamToFile({ ...teamOf(['a', ['Ana']], ['b', ['Bo']]), sight: 'blind' }))
  await store.apply(null, assigning('c', ['Ana', 'Bo']))
  const both = { ...teamOf(['a', ['Ana']], ['b', ['Bo']], ['c', ['Ana', 'Bo']]), sight: 'blind' }
  expect(await readTeam(workspace)).toMatchObject({ kind: 'ok', document: both })
  expect(merged).toEqual([both])
})

it.each([[[]], [['Bo', 'Ana']], [['Ana', 'Ana']]])(
  'refuses %j as those who annotate an article',
  async (names) => {
    const store = storeOn(await tempWorkspace())
    await store.openTeam()
    await expect(store.apply(null, assigning('a', names))).rejects.toThrow(RangeError)
  },
)
