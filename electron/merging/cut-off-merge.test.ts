import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parserHere } from '#electron/import/testing/parser-here.ts'
import { bulkPath, writeBulk } from '#electron/library/bulk-file.ts'
import { contentOf, must } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { openColleague } from './colleague.ts'
import { takeMerge } from './taking-merge.ts'

import { deskFor, filesOf, mergeInto, travel } from './testing/merge-desk.ts'
import { copyOf, twoDesks } from './testing/two-desks.ts'

it('changes nothing where it is cancelled, but for new articles', async () => {
  const { ours, theirs } = await twoDesks()
  const before = await filesOf(ours, 'annotators/')
  const desk = await deskFor('Ana', ours)
  const signal = new AbortController().signal
  const colleague = must(await openColleague(theirs.root, { ours, parser: parserHere, signal }))
  const taken = await takeMerge(
    colleague,
    { names: { Bo: 'Bo' } },
    {
      workspace: ours,
      flush: () => desk.store.flush(),
      make: (edit, plan) => desk.bulk.make(edit, plan),
      onProgress: ({ done }) => void (done === 1 && desk.bulk.cancel()),
    },
  )
  await desk.close()
  expect(taken).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringContaining('It was cancelled') },
  })
  expect(await filesOf(ours, 'annotators/')).toEqual(before)
})

it.each([0, 1, 2])(
  'is taken back after a kill that let it reach %i of its edits, and completed when done again',
  async (reached) => {
    const { ours, theirs } = await twoDesks()
    const before = await filesOf(ours, 'annotators/')
    const whole = await copyOf(ours)
    await mergeInto(whole, theirs.root)
    const [plan] = Object.entries(await contentOf(whole.root)).filter(([name]) =>
      /history\/Ana\/.*\.jsonl$/.test(name),
    )
    const lines = (plan?.[1] ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(Buffer.from(line, 'latin1').toString()))
    // The killed process had added the articles and written the plan, and done the first of it.
    await mergeInto(ours, theirs.root, {})
    const desk = await deskFor('Ana', ours)
    const bulk = '0b0e7a52-1111-4222-8333-444455556666'
    async function* of(edits: readonly (typeof lines)[number][]) {
      yield* edits
    }
    await desk.bulk.make({ name: 'Merge', changes: [] }, of(lines.slice(0, reached)))
    if (reached > 0) await takeOutOfHistory(ours)
    await writeBulk(await bulkPath(ours, 'Ana', bulk), of(lines))
    await desk.close()
    const next = await deskFor('Ana', ours)
    next.history.add({ kind: 'do', step: { articleId: null, edit: { name: 'Merge', changes: [] }, bulk } })
    await next.close()
    await travel(ours, 'undo')
    expect(await filesOf(ours, 'annotators/')).toEqual(before)
    await mergeInto(ours, theirs.root)
    expect(await filesOf(ours, 'annotators/')).toEqual(await filesOf(whole, 'annotators/'))
  },
)

const takeOutOfHistory = ({ root }: Workspace) => writeFile(join(root, '.glosswright/history/Ana.jsonl'), '')
