import { readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { mark, marking } from '#shared/testing/samples.ts'
import { realFileOps } from './file-ops.ts'
import { add, desk, theyAdd, theyWrite } from './testing/desk.ts'
import { bytesOf, idsOnDisk, openStore } from './testing/stores.ts'

const noted = (id: string) => ({ ...mark(id, 0, 7), note: 'ours' })

test('what another program added is merged, told, and on the disk beside ours', async () => {
  const { workspace, source, id } = await desk()
  const { store, merged } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  await theyAdd(workspace, source, 'theirs')
  await store.apply(id, add('b'))
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'b', 'theirs'])
  expect(merged.map(({ annotations }) => annotations.size)).toEqual([3])
})

test('what both changed is kept twice, the other one flagged', async () => {
  const { workspace, source, id } = await desk()
  const { store } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  await theyWrite(workspace, source, (content) => content.replace('"sure"', '"unsure"'))
  await store.apply(id, marking(noted('a'), mark('a', 0, 7)))
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'a-other'])
})

test('another program that writes at the last moment, again and again, loses nothing and makes nothing twice', async () => {
  const { workspace, source, id } = await desk()
  let rounds = 5
  const open: typeof realFileOps.open = async (path, flags) => {
    if (flags === 'wx' && path.endsWith('tmp') && rounds-- > 0)
      await theyAdd(workspace, source, `theirs${rounds}`)
    return realFileOps.open(path, flags)
  }
  const { store } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  await store.close()
  const { store: second } = await openStore(workspace, source, { ops: { ...realFileOps, open } })
  await Promise.all([second.apply(id, add('b')), second.apply(id, add('c'))])
  expect(await idsOnDisk(workspace, source)).toEqual([
    'a',
    'b',
    'c',
    ...[0, 1, 2, 3, 4].map((n) => `theirs${n}`),
  ])
})

test('a file that vanished is written again, whole', async () => {
  const { workspace, source, id, file } = await desk()
  const { store, merged } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  await rm(dirname(file), { recursive: true })
  const again = await store.open(source)
  expect(again.kind === 'ok' && again.record.annotations.size).toBe(1)
  const failing = store.apply(id, add('b'))
  await store.flush()
  await failing
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'b'])
  expect(merged).toEqual([])
})

test('a file that another program broke is put aside, and ours takes its place', async () => {
  const { workspace, source, id } = await desk()
  const { store } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  await theyWrite(workspace, source, () => '<<<<<<< ours')
  await store.apply(id, add('b'))
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'b'])
  const kept = join(workspace.root, '.glosswright', 'quarantine', 'Ana')
  const [copy] = await readdir(kept)
  expect(await readFile(join(kept, copy as string), 'utf8')).toBe('<<<<<<< ours')
})

test('a newer file that appears under our edits is not written over', async () => {
  const { workspace, source, id } = await desk()
  const { store, problems } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  await theyWrite(workspace, source, (content) => content.replace('"version": 1', '"version": 9'))
  const newer = await bytesOf(workspace, source)
  store.apply(id, add('b')).catch(() => undefined)
  expect(await store.flush()).toBe(false)
  expect(problems[0]).toContain('newer Glosswright')
  expect(await bytesOf(workspace, source)).toBe(newer)
  await store.close()
})
