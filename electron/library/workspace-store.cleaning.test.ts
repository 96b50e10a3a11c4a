import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type CleaningRule, emptyCleaning } from '#shared/domain/cleaning-rule.ts'
import { type Edit, invertEdit } from '#shared/domain/edit.ts'
import { cleaningToFile } from '#shared/format/cleaning-file.ts'
import { readCleaning } from './cleanings.ts'
import { tempWorkspace } from './testing/temp-workspace.ts'
import type { Workspace } from './workspace.ts'
import { WorkspaceStore } from './workspace-store.ts'

const rule: CleaningRule = {
  ...{ id: 'r', source: 'Strait Post', words: 'Share this', kind: 'share bar' },
  ...{ as: 'line', created: '2026-01-05T09:00:00Z' },
}
const put = (after: CleaningRule): Edit => ({
  name: 'Boilerplate: share bar',
  changes: [{ kind: 'rule', id: after.id, before: null, after }],
})

async function opened(workspace: Workspace) {
  const nothing = () => undefined
  const events = {
    ...{ onMerged: nothing, onRegistryMerged: nothing, onSchemeMerged: nothing, onCleaningMerged: nothing },
    ...{ onTeamMerged: nothing },
    ...{ onProblem: nothing, onSaved: nothing },
  }
  const store = new WorkspaceStore({ workspace, annotator: 'Ana', events })
  await store.openCleaning()
  return store
}

test('a rule is on the disk once it is acknowledged, and undone there', async () => {
  const workspace = await tempWorkspace()
  const store = await opened(workspace)
  await store.apply(null, put(rule))
  const file = join(workspace.root, 'annotators/Ana/cleaning.json')
  const written = cleaningToFile({ rules: new Map([[rule.id, rule]]) }, 'Ana')
  expect(await readFile(file, 'utf8')).toBe(written)
  await store.apply(null, invertEdit(put(rule)))
  expect(await readCleaning(workspace, 'Ana')).toMatchObject({ kind: 'ok', document: emptyCleaning })
})

test.each([
  ['words over two lines', { words: 'Share\nthis' }],
  ['no words', { words: '' }],
  ['another id than it is filed under', { id: '' }],
])('a rule with %s is refused, since no file could hold it', async (_, wrong) => {
  const store = await opened(await tempWorkspace())
  await expect(store.apply(null, put({ ...rule, ...wrong }))).rejects.toThrow(RangeError)
})
