import { rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { mark, marking } from '#shared/testing/samples.ts'
import { add, desk } from './testing/desk.ts'
import { failingOps, systemError } from './testing/failing-ops.ts'
import { idsOnDisk, openStore } from './testing/stores.ts'

const unsure = (id: string) => ({ ...mark(id, 0, 7), certainty: 'unsure' as const })
const noted = (id: string) => ({ ...mark(id, 0, 7), note: 'ours' })

test.each([
  ['ENOSPC', 'make some room'],
  ['EACCES', 'permissions'],
  ['EROFS', 'read-only'],
  ['EIO', 'the disk reports an error'],
])(
  'after %s the edit stays, is told about at once, and is saved when the disk works again',
  async (code, words) => {
    const { workspace, source, id } = await desk()
    let isBroken = true
    const ops = failingOps((call) => {
      if (isBroken && call === 'sync') throw systemError(code)
    })
    const { store, clock, problems, saved } = await openStore(workspace, source, { ops })
    let isAcknowledged = false
    const acknowledged = store.apply(id, add('a')).then(() => {
      isAcknowledged = true
    })
    expect(await store.flush()).toBe(false)
    expect(problems[0]).toContain(words)
    expect([isAcknowledged, saved]).toEqual([false, []])
    isBroken = false
    clock.ring()
    await acknowledged
    expect(saved).toEqual(['saved'])
    expect(await idsOnDisk(workspace, source)).toEqual(['a'])
  },
)

test('it is tried again after one second, two, and then every three, and at the next edit', async () => {
  const { workspace, source, id } = await desk()
  let isBroken = true
  const ops = failingOps((call) => {
    if (isBroken && call === 'rename') throw systemError('EIO')
  })
  const { store, clock, problems } = await openStore(workspace, source, { ops })
  const first = store.apply(id, add('a'))
  for (let failures = 1; failures <= 4; failures++) {
    await expect.poll(() => problems.length).toBe(failures)
    clock.ring()
  }
  await expect.poll(() => problems.length).toBe(5)
  expect(clock.delays).toEqual([1000, 2000, 3000, 3000, 3000])
  isBroken = false
  await Promise.all([first, store.apply(id, add('b'))])
  expect(clock.isSet).toBe(false)
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'b'])
})

test('what may not have reached the disk is written again and only then acknowledged, although the file looks right', async () => {
  const { workspace, source, id, file } = await desk()
  const synced: string[] = []
  let broken: 'sync' | 'rename' | null = 'sync'
  const ops = failingOps((call, path) => {
    if (call === broken && [file, dirname(file)].includes(path)) throw systemError('EIO')
    if (call === 'sync') synced.push(path)
  })
  const { store } = await openStore(workspace, source, { ops })
  const edit = store.apply(id, add('a'))
  expect(await store.flush()).toBe(false)
  expect(await idsOnDisk(workspace, source)).toEqual(['a'])
  broken = 'rename'
  expect(await store.flush()).toBe(false)
  synced.length = 0
  broken = null
  await Promise.all([edit, store.apply(id, { name: 'Nothing', changes: [] })])
  expect(synced).toContain(dirname(file))
})

test('a workspace whose drive was unplugged is not made anew in its place', async () => {
  const { workspace, source, id } = await desk()
  const { store, problems, clock } = await openStore(workspace, source)
  await rename(workspace.root, `${workspace.root}-away`)
  const edit = store.apply(id, add('a'))
  expect(await store.flush()).toBe(false)
  expect(problems[0]).toContain('connect its drive')
  await expect(stat(workspace.root)).rejects.toThrow('ENOENT')
  await rename(`${workspace.root}-away`, workspace.root)
  clock.ring()
  await edit
  expect(await idsOnDisk(workspace, source)).toEqual(['a'])
})

test('a write that failed after the file was in place is not taken for another program’s', async () => {
  const { workspace, source, id, file } = await desk()
  let isBroken = false
  const ops = failingOps((call, path) => {
    if (isBroken && call === 'sync' && path === dirname(file)) throw systemError('EIO')
  })
  const { store, merged } = await openStore(workspace, source, { ops })
  await store.apply(id, add('a'))
  isBroken = true
  const first = store.apply(id, marking(unsure('a'), mark('a', 0, 7)))
  expect(await store.flush()).toBe(false)
  const second = store.apply(id, marking(noted('a'), unsure('a')))
  expect(await store.flush()).toBe(false)
  isBroken = false
  await Promise.all([first, second, store.flush()])
  expect(await idsOnDisk(workspace, source)).toEqual(['a'])
  expect(merged).toEqual([])
})
