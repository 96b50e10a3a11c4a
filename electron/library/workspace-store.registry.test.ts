import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Actor, newActor } from '#shared/domain/actor.ts'
import type { Edit } from '#shared/domain/edit.ts'
import type { Registry } from '#shared/domain/registry.ts'
import { registryToFile } from '#shared/format/actors-file.ts'
import { now } from '#shared/testing/samples.ts'
import { readRegistry } from './registries.ts'
import { tempWorkspace } from './testing/temp-workspace.ts'
import type { Workspace } from './workspace.ts'
import { WorkspaceStore } from './workspace-store.ts'

const norland = newActor({ id: 'norland', name: 'Norland', now })
const vesteria = newActor({ id: 'vesteria', name: 'Vesteria', now })

const put = (after: Actor, before: Actor | null = null): Edit => ({
  name: 'Add',
  changes: [{ kind: 'actor', id: after.id, before, after }],
})

const registryOf = (...actors: readonly Actor[]): Registry => ({
  actors: new Map(actors.map((one) => [one.id, one])),
  skips: [],
})

async function opened(workspace: Workspace) {
  const merged: Registry[] = []
  const events = {
    onMerged: () => undefined,
    onRegistryMerged: (registry: Registry) => void merged.push(registry),
    onCleaningMerged: () => undefined,
    onTeamMerged: () => undefined,
    onSchemeMerged: () => undefined,
    onProblem: () => undefined,
    onSaved: () => undefined,
  }
  const store = new WorkspaceStore({ workspace, annotator: 'Ana', events })
  return { store, outcome: await store.openRegistry(), merged }
}

const fileIn = ({ root }: Workspace) => join(root, 'annotators/Ana/actors.json')

/** Another program replaces the file, whole and at once. */
async function theyWrite(workspace: Workspace, content: string): Promise<void> {
  await writeFile(`${fileIn(workspace)}.part`, content)
  await rename(`${fileIn(workspace)}.part`, fileIn(workspace))
}

async function namesOnDisk(workspace: Workspace): Promise<string[]> {
  const read = await readRegistry(workspace, 'Ana')
  if (read.kind !== 'ok') throw new Error(read.sentence)
  return Array.from(read.document.actors.values(), ({ name }) => name).sort()
}

test('an actor is on the disk once it is acknowledged', async () => {
  const workspace = await tempWorkspace()
  const { store, outcome } = await opened(workspace)
  expect(outcome).toMatchObject({ kind: 'ok', fileHash: null })
  await store.apply(null, put(norland))
  expect(await readFile(fileIn(workspace), 'utf8')).toBe(registryToFile(registryOf(norland), 'Ana'))
})

test('nothing is registered before the registry is open, nor over what is not there', async () => {
  const workspace = await tempWorkspace()
  const { store } = await opened(workspace)
  await expect(store.apply(null, put(norland, vesteria))).rejects.toThrow(
    'not what this edit was made against',
  )
  const { store: closed } = await opened(workspace)
  await closed.close()
  await expect(closed.apply(null, put(norland))).rejects.toThrow('closed')
  expect(await readdir(join(workspace.root, 'annotators')).catch(() => [])).toEqual([])
})

test('an actor that no file could hold is refused, and nothing is written', async () => {
  const workspace = await tempWorkspace()
  const { store } = await opened(workspace)
  await expect(store.apply(null, put({ ...norland, name: ' ' }))).rejects.toThrow(RangeError)
  await expect(store.apply(null, put({ ...norland, id: '' }))).rejects.toThrow(RangeError)
  expect(await readdir(join(workspace.root, 'annotators')).catch(() => [])).toEqual([])
})

test('what another program registered is merged, told, and on the disk beside ours', async () => {
  const workspace = await tempWorkspace()
  const { store, merged } = await opened(workspace)
  await store.apply(null, put(norland))
  await theyWrite(workspace, registryToFile(registryOf(norland, vesteria), 'Ana'))
  await store.apply(null, put({ ...norland, name: 'Nordia' }, norland))
  expect(await namesOnDisk(workspace)).toEqual(['Nordia', 'Vesteria'])
  expect(merged.map(({ actors }) => [...actors.keys()])).toEqual([['norland', 'vesteria']])
})

test('a damaged registry is said, kept aside and as it is, and is only read', async () => {
  const workspace = await tempWorkspace()
  const { store: first } = await opened(workspace)
  await first.apply(null, put(norland))
  await first.close()
  await theyWrite(workspace, '{"format": "glosswright/actors", "ver')
  const { store, outcome } = await opened(workspace)
  expect(outcome).toMatchObject({
    kind: 'damaged',
    sentence: expect.stringContaining('actors.json” is damaged'),
  })
  await expect(store.apply(null, put(vesteria))).rejects.toThrow('not open for editing')
  expect(await readFile(fileIn(workspace), 'utf8')).toBe('{"format": "glosswright/actors", "ver')
  const copies = await readdir(join(workspace.root, '.glosswright/quarantine/Ana'))
  expect(copies).toEqual([expect.stringMatching(/^actors\.[0-9a-f]{8}\.json$/)])
})

test('a registry that is damaged underneath does not keep our edits from the disk', async () => {
  const workspace = await tempWorkspace()
  const { store } = await opened(workspace)
  await store.apply(null, put(norland))
  await theyWrite(workspace, 'damage')
  await store.apply(null, put(vesteria))
  expect(await namesOnDisk(workspace)).toEqual(['Norland', 'Vesteria'])
  const [copy = ''] = await readdir(join(workspace.root, '.glosswright/quarantine/Ana'))
  expect(await readFile(join(workspace.root, '.glosswright/quarantine/Ana', copy), 'utf8')).toBe('damage')
})
