import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GOLD } from '#shared/domain/review.ts'
import type { MarksWanted } from '#shared/ipc/team.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { addedArticle, must } from './library/testing/temp-workspace.ts'
import { judgement, marked, settling, started } from './testing/team-desk.ts'

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
  expect(JSON.parse(reviews)).toEqual([{ annotator: GOLD, judgements: [judgement('Ana')], comments: [] }])
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
