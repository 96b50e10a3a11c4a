import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { StaleEdit } from '#shared/domain/edit.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { add, desk, theyAdd } from './testing/desk.ts'
import { failingOps, systemError } from './testing/failing-ops.ts'
import { idsOnDisk, openStore } from './testing/stores.ts'
import { contentOf } from './testing/temp-workspace.ts'

test('when an edit is acknowledged it is on the disk', async () => {
  const { workspace, source, id } = await desk()
  const { store, outcome } = await openStore(workspace, source)
  expect(outcome).toEqual({ kind: 'ok', document: emptyRecord, fileHash: null })
  await store.apply(id, add('a'))
  expect(await idsOnDisk(workspace, source)).toEqual(['a'])
})

test('edits that come during a write go into the next one together', async () => {
  const { workspace, source, id } = await desk()
  let writes = 0
  const ops = failingOps((call) => {
    if (call === 'rename') writes++
  })
  const { store } = await openStore(workspace, source, { ops })
  const first = store.apply(id, add('a0'))
  await Promise.resolve()
  const more = Array.from({ length: 20 }, (_, i) => store.apply(id, add(`a${i + 1}`)))
  await Promise.all([first, ...more])
  expect(writes).toBeLessThanOrEqual(2)
  expect(await idsOnDisk(workspace, source)).toHaveLength(21)
})

test('a stale edit, one outside the text and one that no file could hold are thrown, and nothing is written', async () => {
  const { workspace, source, id } = await desk()
  const { store } = await openStore(workspace, source)
  const before = await contentOf(workspace.root)
  await expect(store.apply(id, marking(mark('a', 0, 7), mark('a', 0, 3)))).rejects.toThrow(StaleEdit)
  await expect(store.apply(id, marking(mark('a', 0, 99)))).rejects.toThrow(RangeError)
  await expect(store.apply(id, marking(mark('a', 9, 12)))).rejects.toThrow(/cuts a character/)
  await expect(store.apply(id, marking({ ...mark('a', 0, 7), created: 'today' }))).rejects.toThrow(RangeError)
  const corrected = { kind: 'corrections', before: {}, after: { title: ' ' } } as const
  await expect(store.apply(id, { name: 'Change title', changes: [corrected] })).rejects.toThrow(RangeError)
  await expect(store.apply('gone-00000000', add('a'))).rejects.toThrow(/not open/)
  expect(await contentOf(workspace.root)).toEqual(before)
})

test('an edit that changes nothing, and an edit taken back, write nothing that was not there', async () => {
  const { workspace, source, id, file } = await desk()
  const { store } = await openStore(workspace, source)
  await store.apply(id, { name: 'Nothing', changes: [] })
  await expect(stat(file)).rejects.toThrow('ENOENT')
  await store.apply(id, add('a'))
  const { ino } = await stat(file)
  const remove = {
    name: 'Delete',
    changes: [{ kind: 'annotation' as const, id: 'b', before: mark('b', 0, 7), after: null }],
  }
  await Promise.all([store.apply(id, add('b')), store.apply(id, remove)])
  expect((await stat(file)).ino).toBe(ino)
  expect(await store.flush()).toBe(true)
})

test('an article opened again shows what was edited, and what another program wrote meanwhile', async () => {
  const { workspace, source, id } = await desk()
  const { store } = await openStore(workspace, source)
  const saving = store.apply(id, add('a'))
  expect((await store.open(source)).kind === 'ok').toBe(true)
  await saving
  await theyAdd(workspace, source, 'theirs')
  const again = await store.open(source)
  expect(again.kind === 'ok' && again.document.annotations.size).toBe(2)
})

test('a damaged record cannot be edited until a version is chosen, and the choice is saved in its place', async () => {
  const { workspace, source, id, file } = await desk()
  for (const mark of ['a', 'b']) {
    const { store } = await openStore(workspace, source)
    await store.apply(id, add(mark))
    await store.close()
  }
  await writeFile(file, '{"format":')
  const { store, outcome, merged } = await openStore(workspace, source)
  if (outcome.kind !== 'damaged' || !outcome.lastGood) throw new Error('no last good version')
  await expect(store.apply(id, add('c'))).rejects.toThrow(/not open/)
  expect(await readFile(file, 'utf8')).toBe('{"format":')
  await store.restore(id, outcome.lastGood.document)
  await store.apply(id, add('c'))
  expect(await idsOnDisk(workspace, source)).toEqual(['a', 'c'])
  expect(merged).toEqual([])
})

test('a damaged record that could not be copied aside is not written over, whatever is chosen', async () => {
  const { workspace, source, id, file } = await desk()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, 'x')
  await writeFile(join(workspace.root, '.glosswright'), 'in the way')
  const { store } = await openStore(workspace, source)
  const choice = expect(store.restore(id)).rejects.toThrow('Closed before')
  expect(await store.close()).toBe(false)
  await choice
  expect(await readFile(file, 'utf8')).toBe('x')
})

test('going on from nothing is a choice too', async () => {
  const { workspace, source, id, file } = await desk()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, 'x')
  const { store } = await openStore(workspace, source)
  await store.restore(id)
  expect(await idsOnDisk(workspace, source)).toEqual([])
})

test('in a workspace that can only be read, edits are refused', async () => {
  const { workspace, source, id } = await desk()
  const access = { kind: 'read', sentence: 'It is open elsewhere.' } as const
  const { store } = await openStore({ ...workspace, access }, source)
  await expect(store.apply(id, add('a'))).rejects.toThrow('It is open elsewhere.')
})

test('closing saves what waits, and tells what could not be saved', async () => {
  const { workspace, source, id } = await desk()
  const { store } = await openStore(workspace, source)
  const edit = store.apply(id, add('a'))
  expect(await store.close()).toBe(true)
  await edit
  const ops = failingOps((call) => {
    if (call === 'rename') throw systemError('EIO')
  })
  const { store: failing, clock } = await openStore(workspace, source, { ops })
  const lost = expect(failing.apply(id, add('b'))).rejects.toThrow('Closed before')
  expect(await failing.close()).toBe(false)
  await lost
  expect(clock.isSet).toBe(false)
  await expect(failing.apply(id, add('c'))).rejects.toThrow('closed')
})

test('what a killed process left half-written is gone once its annotator works again', async () => {
  const { workspace, source, id, file } = await desk()
  const { store } = await openStore(workspace, source)
  await store.apply(id, add('a'))
  await writeFile(join(dirname(file), `.${id}.json.999999999-0123456789ab.glosswright-tmp`), 'half')
  await openStore(workspace, source)
  expect(await readdir(dirname(file))).toEqual([`${id}.json`])
})
