import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { must } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { mark, now } from '#shared/testing/samples.ts'
import { filesOf, mergeInto, previewOf, say } from './testing/merge-desk.ts'
import { added, twoDesks } from './testing/two-desks.ts'

const proposed = async (theirs: Workspace, ours: Workspace, annotator = 'Ana') =>
  Object.fromEntries(
    must(await previewOf(theirs.root, ours, annotator)).annotators.map(({ name, as }) => [name, as]),
  )

/** Merges under the names that are proposed. */
async function mergeAsProposed(theirs: Workspace, ours: Workspace) {
  const names = await proposed(theirs, ours)
  return { names, report: await mergeInto(ours, theirs.root, names) }
}

/** Another Ana is at their desk, too. */
async function twoAnas() {
  const desks = await twoDesks()
  await say(desks.theirs, 'Ana', desks.there, added(mark('x1', 10, 18)))
  return desks
}

it('finds the colleague who has my name in whom their work was merged as', async () => {
  const { ours, theirs } = await twoAnas()
  expect((await mergeAsProposed(theirs, ours)).names).toEqual({ Ana: 'Ana 2', Bo: 'Bo' })
  const after = await filesOf(ours)
  expect(must(await previewOf(theirs.root, ours)).isNothingNew).toBe(true)
  const again = await mergeAsProposed(theirs, ours)
  expect(again).toMatchObject({ names: { Ana: 'Ana 2', Bo: 'Bo' }, report: { articles: 0, annotations: 0 } })
  expect(await filesOf(ours)).toEqual(after)
})

it('finds them once they have marked more, and whatever they were called here', async () => {
  const { ours, theirs, own } = await twoAnas()
  await mergeInto(ours, theirs.root, { Ana: 'Anahit', Bo: 'Bo of the harbour' })
  for (const [i, at] of [0, 2, 5, 7].entries()) await say(theirs, 'Bo', own, added(mark(`m${i}`, at, at + 1)))
  const { names, report } = await mergeAsProposed(theirs, ours)
  expect(names).toEqual({ Ana: 'Anahit', Bo: 'Bo of the harbour' })
  expect(report).toMatchObject({ annotations: 4, differing: 0 })
})

it('finds me at another desk of mine', async () => {
  const { ours, theirs } = await twoAnas()
  await mergeInto(ours, theirs.root, { Ana: 'Ana' })
  expect(await proposed(theirs, ours)).toMatchObject({ Ana: 'Ana' })
})

it('finds those again who have marked nothing yet, before and after they do', async () => {
  const { ours, theirs, there } = await twoDesks()
  await say(theirs, 'Ana', there, [{ kind: 'status', before: 'new', after: 'done' }])
  expect((await mergeAsProposed(theirs, ours)).names).toMatchObject({ Ana: 'Ana 2' })
  expect((await mergeAsProposed(theirs, ours)).report).toMatchObject({ articles: 0, annotations: 0 })
  await say(theirs, 'Ana', there, added(mark('x1', 10, 18)))
  expect(await proposed(theirs, ours)).toMatchObject({ Ana: 'Ana 2' })
})

it('takes nobody for somebody else who only began with the same file', async () => {
  const { ours, theirs, here, there } = await twoDesks()
  // As an import leaves them: with the ids of the file, made when each of the two imported it.
  await say(ours, 'Di', here, added(mark('T1', 20, 24)))
  await say(theirs, 'Cy', there, added({ ...mark('T1', 20, 24), created: '2026-03-01T00:00:00.000Z' }))
  expect(now).not.toBe('2026-03-01T00:00:00.000Z')
  expect(await proposed(theirs, ours)).toEqual({ Bo: 'Bo', Cy: 'Cy' })
})

it('gives a third Ana a name of her own', async () => {
  const { ours, theirs } = await twoAnas()
  await mergeAsProposed(theirs, ours)
  const other = await twoDesks()
  await say(other.theirs, 'Ana', other.there, added(mark('y1', 20, 24)))
  expect(await proposed(other.theirs, ours)).toMatchObject({ Ana: 'Ana 3' })
})

it('proposes no name twice, none that differs in case alone, and nobody’s that is nearly gold’s', async () => {
  const { ours, theirs, there } = await twoDesks()
  for (const name of ['Cy', 'cy', 'CY', 'gold', 'GOLD'])
    await say(theirs, name, there, added(mark(`of ${name}`, 10, 18)))
  const names = await proposed(theirs, ours)
  const folded = new Set(Object.values(names).map((name) => name.toLowerCase()))
  expect(folded.size).toBe(6)
  expect(names).toMatchObject({ gold: 'gold', GOLD: 'GOLD 2' })
  expect(await mergeInto(ours, theirs.root, names)).toMatchObject({ annotations: 8, refused: [] })
})

it('reads the folder of an annotator as a Mac writes its name', async () => {
  const { ours, theirs, there } = await twoDesks()
  await say(theirs, 'Zoë', there, added(mark('z', 10, 18)))
  const home = (name: string) => join(theirs.root, 'annotators', name)
  await rename(home('Zoë'.normalize('NFC')), home('Zoë'.normalize('NFD')))
  const { names, report } = await mergeAsProposed(theirs, ours)
  expect(names).toEqual({ Bo: 'Bo', ['Zoë'.normalize('NFD')]: 'Zoë'.normalize('NFC') })
  expect(report).toMatchObject({ annotations: 4, refused: [] })
})
