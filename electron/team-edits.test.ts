import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { type Edit, invertEdit } from '#shared/domain/edit.ts'
import { GOLD, type Judgement } from '#shared/domain/review.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { readRecord } from './library/records.ts'
import { silentEvents } from './library/store-events.ts'
import { must } from './library/testing/temp-workspace.ts'
import { WorkspaceStore } from './library/workspace-store.ts'
import {
  annotatorsIn,
  judgement,
  judging,
  marked,
  saying,
  settling,
  started,
  workIn,
} from './testing/team-desk.ts'

it.each([
  ['a reviewer', 'Ana', judging('Ana'), (id: string) => [`annotators/Ana/reviews/${id}.json`]],
  [
    'the gold',
    GOLD,
    settling,
    (id: string) => [`annotators/gold/${id}.json`, `annotators/gold/reviews/${id}.json`],
  ],
])('an edit of %s is one step, undone and done again byte for byte', async (_, whose, edit, files) => {
  const { workspace, source, id } = await marked()
  const { team, bulk, history, store } = await started(workspace)
  await store.open(source)
  const before = await workIn(workspace)
  const steps = history.read().done.length
  expect(must(await team.edit(id, whose, edit))).toMatchObject({ articles: 1, left: [] })
  const after = await workIn(workspace)
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(files(id))
  expect(history.read().done).toHaveLength(steps + 1)
  must(await bulk.travel('undo'))
  expect(await workIn(workspace)).toEqual(before)
  expect(await annotatorsIn(workspace)).toEqual(['Ana', 'Bo'])
  must(await bulk.travel('redo'))
  expect(await workIn(workspace)).toEqual(after)
})

test('after a kill between the gold’s record and its review, undo takes back the one that is there', async () => {
  const { workspace, source, id } = await marked()
  const killed = await started(workspace)
  const before = await workIn(workspace)
  must(await killed.team.edit(id, GOLD, settling))
  killed.history.close()
  const gold = new WorkspaceStore({ workspace, annotator: GOLD, events: silentEvents })
  await gold.openReview(source)
  await gold.apply(id, {
    name: 'Kill',
    changes: [{ kind: 'judgement', id: 'by Ana', before: judgement('Ana'), after: null }],
  })
  await gold.close()
  const { bulk } = await started(workspace)
  expect(must(await bulk.travel('undo'))).toMatchObject({ articles: 1, left: [] })
  expect(await workIn(workspace)).toEqual(before)
})

test('what was there before a decision, though it says nothing, stays when that is undone', async () => {
  const { workspace, id } = await marked()
  const { team, bulk } = await started(workspace)
  must(await team.edit(id, GOLD, settling))
  must(await team.edit(id, GOLD, invertEdit(settling)))
  const before = await workIn(workspace)
  must(await team.edit(id, GOLD, settling))
  must(await bulk.travel('undo'))
  expect(await workIn(workspace)).toEqual(before)
  expect(Object.keys(before)).toContain(`annotators/gold/${id}.json`)
})

test('one decision after the other is made, and undone, to the last of them', async () => {
  const { workspace, id } = await marked()
  const { team, bulk } = await started(workspace)
  const before = await workIn(workspace)
  const made = await Promise.all([
    team.edit(id, GOLD, settling),
    team.edit(id, GOLD, saying('more')),
    team.edit(id, 'Ana', judging('Ana')),
    team.edit(id, GOLD, marking(mark('later', 0, 7))),
  ])
  expect(made.map(({ ok }) => ok)).toEqual([true, true, true, true])
  for (const _ of made) must(await bulk.travel('undo'))
  expect(await workIn(workspace)).toEqual(before)
})

it.each([
  ['another’s review', 'Bo', judging('Ana')],
  ['another’s marks', 'Bo', marking(mark('x', 0, 7))],
  ['one’s own marks', 'Ana', marking(mark('x', 0, 7))],
  ['a judgement in another’s name', 'Ana', judging('Bo')],
  ['a decision in another’s name', GOLD, judging('Bo')],
  ['the word of somebody who is not here', 'Cy', saying('c')],
])('%s cannot be written as a review', async (_, whose, edit) => {
  const { workspace, id } = await marked()
  const { team, history } = await started(workspace)
  const before = await workIn(workspace)
  await expect(team.edit(id, whose, edit)).rejects.toThrow()
  expect(await workIn(workspace)).toEqual(before)
  expect(history.read().done).toEqual([])
})

test('another reason may be given for what somebody else decided, and nothing else be changed of it', async () => {
  const { workspace, source, id } = await marked()
  const { team } = await started(workspace)
  const gold = new WorkspaceStore({ workspace, annotator: GOLD, events: silentEvents })
  await gold.openReview(source)
  await gold.apply(id, judging('Bo'))
  await gold.close()
  const changing = (after: Judgement): Edit => ({
    name: 'Give a reason',
    changes: [{ kind: 'judgement', id: after.id, before: judgement('Bo'), after }],
  })
  await expect(team.edit(id, GOLD, changing({ ...judgement('Bo'), outcome: 'rejected' }))).rejects.toThrow()
  must(await team.edit(id, GOLD, changing({ ...judgement('Bo'), reason: 'They met.' })))
})

test('gold is written from one place alone, whoever else writes it while it is open', async () => {
  const { workspace, id } = await marked()
  const { team, bulk, opened } = await started(workspace)
  must(await team.edit(id, GOLD, settling))
  const plan = async function* () {
    yield { articleId: id, edit: saying('one') }
    yield { articleId: id, annotator: GOLD, edit: marking(mark('two', 0, 7)) }
  }
  const [merged, refused] = await Promise.all([
    bulk.make({ name: 'Merge', changes: [] }, plan(), 'Bo'),
    team.edit(id, 'Ana', judging('Ana')),
  ])
  expect([merged, refused]).toMatchObject([{ ok: true, value: { left: [] } }, { ok: false }])
  expect(opened).toEqual([GOLD, 'Bo'])
  must(await team.edit(id, GOLD, marking(mark('three', 0, 7))))
  const { records } = must(await team.marks(id, 'all'))
  expect(records).toMatch(/"three".*"two"|"two".*"three"/)
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
