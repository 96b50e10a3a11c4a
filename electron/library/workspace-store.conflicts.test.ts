import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { mark, marking } from '#shared/testing/samples.ts'
import { realFileOps } from './file-ops.ts'
import { add, desk, theyAdd, theyWrite } from './testing/desk.ts'
import { failingOps, systemError } from './testing/failing-ops.ts'
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
  expect(again.kind === 'ok' && again.document.annotations.size).toBe(1)
  const failing = store.apply(id, add('b'))
  await store.flush()
  await failing
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'b'])
  expect(merged).toEqual([])
})

test('a file that is found gone when its article is opened again is written at once, with no edit to ask for it', async () => {
  const { workspace, source, id, file } = await desk()
  const { store, merged, problems } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  const content = await bytesOf(workspace, source)
  await rm(file)
  expect(await store.open(source)).toMatchObject({ kind: 'ok', document: { annotations: { size: 1 } } })
  expect(await bytesOf(workspace, source)).toBe(content)
  expect([merged, problems]).toEqual([[], []])
})

test.each(['flush', 'close'] as const)(
  'a file that is gone and cannot be written counts as unsaved until %s has written it',
  async (save) => {
    const { workspace, source, id, file } = await desk()
    let isBroken = false
    const ops = failingOps((call) => {
      if (isBroken && call === 'rename') throw systemError('ENOSPC')
    })
    const { store, problems } = await openStore(workspace, source, { ops })
    await store.apply(id, add('a'))
    await rm(file)
    isBroken = true
    for (let opened = 0; opened < 2; opened++)
      expect(await store.open(source)).toMatchObject({ kind: 'ok', document: { annotations: { size: 1 } } })
    expect(problems[0]).toContain('make some room')
    expect(await store.flush()).toBe(false)
    isBroken = false
    expect(await store[save]()).toBe(true)
    expect(await idsOnDisk(workspace, source)).toEqual(['a'])
  },
)

test('in a workspace that can only be read, a file that is gone is still shown, and not written', async () => {
  const { workspace, source, id, file } = await desk()
  const { store: yesterday } = await openStore(workspace, source)
  await yesterday.apply(id, add('a'))
  await yesterday.close()
  const access = { kind: 'read', sentence: 'It is open elsewhere.' } as const
  const { store } = await openStore({ ...workspace, access }, source)
  await rm(file)
  for (let opened = 0; opened < 2; opened++)
    expect(await store.open(source)).toMatchObject({ kind: 'ok', document: { annotations: { size: 1 } } })
  expect(await store.close()).toBe(true)
  await expect(stat(file)).rejects.toThrow('ENOENT')
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
  await theyWrite(workspace, source, (content) => content.replace('"version": 2', '"version": 9'))
  const newer = await bytesOf(workspace, source)
  store.apply(id, add('b')).catch(() => undefined)
  expect(await store.flush()).toBe(false)
  expect(problems[0]).toContain('newer Glosswright')
  expect(await bytesOf(workspace, source)).toBe(newer)
  await store.close()
})

const ticks = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise(setImmediate)
}

test('an edit that comes while the article is being opened again is kept, whenever it comes', async () => {
  const { workspace, source, id } = await desk()
  const { store } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  for (let count = 0; count < 12; count++) {
    await theyAdd(workspace, source, `theirs${count}`)
    const opening = store.open(source)
    await ticks(count)
    await Promise.all([opening, store.apply(id, add(`ours${count}`))])
  }
  expect(await idsOnDisk(workspace, source)).toHaveLength(25)
})

test('an edit that comes while a broken file is being opened again is refused or saved, never forgotten', async () => {
  const { workspace, source, id } = await desk()
  const { store } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  for (let count = 0; count < 12; count++) {
    await theyWrite(workspace, source, () => `broken ${count}`)
    const opening = store.open(source)
    await ticks(count)
    const answer = await store.apply(id, add(`b${count}`)).then(
      () => 'saved',
      () => 'refused',
    )
    await opening
    if (answer === 'saved') expect(await idsOnDisk(workspace, source)).toContain(`b${count}`)
    else await store.restore(id)
  }
})

test('where broken content cannot be copied aside, it is not written over', async () => {
  const { workspace, source, id } = await desk()
  const { store, problems, clock } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  await rm(join(workspace.root, '.glosswright'), { recursive: true })
  await writeFile(join(workspace.root, '.glosswright'), 'in the way')
  await theyWrite(workspace, source, () => 'broken')
  const edit = store.apply(id, add('b'))
  expect(await store.flush()).toBe(false)
  expect(problems).toHaveLength(1)
  expect(await bytesOf(workspace, source)).toBe('broken')
  await rm(join(workspace.root, '.glosswright'))
  clock.ring()
  await edit
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'b'])
})

/** A save that stands between its look at the file and the file's replacement, where the good version is copied. */
async function halfwaySave() {
  const { workspace, source, id, file } = await desk()
  const { store: yesterday } = await openStore(workspace, source)
  await yesterday.apply(id, add('a'))
  await yesterday.close()
  const { store } = await openStore(workspace, source)
  const known = await bytesOf(workspace, source)
  await theyAdd(workspace, source, 'theirs')
  const theirs = await bytesOf(workspace, source)
  await theyWrite(workspace, source, () => known)
  const saved = store.apply(id, add('b'))
  while (!existsSync(join(workspace.root, '.glosswright', 'versions'))) await ticks(1)
  return { workspace, source, file, theirs, saved }
}

test('a file that vanishes in the middle of a save is not taken for one that was emptied', async () => {
  const { workspace, source, file, saved } = await halfwaySave()
  rmSync(file)
  await saved
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'b'])
})

test('a file that another program replaces in the middle of a save is looked at once more', async () => {
  const { workspace, source, file, theirs, saved } = await halfwaySave()
  writeFileSync(file, theirs)
  await saved
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'b', 'theirs'])
})

test('a file that is deleted again and again, at any moment, takes no edit of ours with it', async () => {
  const { workspace, source, id, file } = await desk()
  const { store } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  let isOver = false
  const deleting = (async () => {
    while (!isOver) {
      await rm(file, { force: true })
      await ticks(Math.floor(Math.random() * 12))
    }
  })()
  for (let i = 0; i < 60; i++) await store.apply(id, add(`b${i}`))
  isOver = true
  await deleting
  await store.apply(id, add('c'))
  expect(await idsOnDisk(workspace, source)).toHaveLength(62)
})
