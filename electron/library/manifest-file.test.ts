import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACA_1 } from '#shared/domain/aca-1.ts'
import type { Edit } from '#shared/domain/edit.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { must, tempWorkspace } from './testing/temp-workspace.ts'
import { openWorkspace, type Workspace } from './workspace.ts'
import { WorkspaceStore } from './workspace-store.ts'

const nothing = () => undefined

async function storeOf(workspace: Workspace, onSchemeMerged: (scheme: Scheme) => void = nothing) {
  const events = {
    onMerged: nothing,
    onRegistryMerged: nothing,
    onCleaningMerged: nothing,
    onTeamMerged: nothing,
    onSchemeMerged,
    onProblem: nothing,
    onSaved: nothing,
  }
  const store = new WorkspaceStore({ workspace, annotator: 'Ana', events })
  await store.openManifest()
  return store
}

const changing = (before: Scheme, change: Partial<Scheme>): Edit => ({
  name: 'Change the scheme',
  changes: [{ kind: 'scheme', before, after: { ...before, ...change } }],
})

const manifestIn = ({ root }: Workspace): string => join(root, 'glosswright.json')

test('a manifest of version 1 is kept as it was, in however many sessions it is changed afterwards', async () => {
  const made = await tempWorkspace()
  const { scheme, ...rest } = JSON.parse(await readFile(manifestIn(made), 'utf8'))
  const { actorTypes: _, ...older } = scheme
  const original = JSON.stringify({ ...rest, version: 1, scheme: older })
  await writeFile(manifestIn(made), original)
  for (const title of ['First', 'Second']) {
    const workspace = must(await openWorkspace(made.root))
    const store = await storeOf(workspace)
    await store.apply(null, changing(workspace.manifest.scheme, { title }))
    await store.close()
  }
  expect(JSON.parse(await readFile(manifestIn(made), 'utf8'))).toMatchObject({
    version: 2,
    scheme: { title: 'Second', actorTypes: ACA_1.actorTypes },
  })
  const versions = join(made.root, '.glosswright', 'versions')
  expect(await readFile(join(versions, 'manifest.version-1.json'), 'utf8')).toBe(original)
  expect(JSON.parse(await readFile(join(versions, 'manifest.json'), 'utf8'))).toMatchObject({
    scheme: { title: 'First' },
  })
})

test('two windows that change the scheme keep both changes, and the later one is told', async () => {
  const workspace = await tempWorkspace()
  const told: Scheme[] = []
  const ours = await storeOf(workspace, (scheme) => void told.push(scheme))
  const theirs = await storeOf(workspace)
  await theirs.apply(null, changing(ACA_1, { guidelines: 'Theirs.' }))
  await ours.apply(null, changing(ACA_1, { title: 'Ours' }))
  expect(must(await openWorkspace(workspace.root)).manifest.scheme).toEqual({
    ...ACA_1,
    title: 'Ours',
    guidelines: 'Theirs.',
  })
  expect(told).toMatchObject([{ title: 'Ours', guidelines: 'Theirs.' }])
})
