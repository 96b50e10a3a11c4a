import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newActor } from '#shared/domain/actor.ts'
import { manualAnnotation } from '#shared/domain/annotation.ts'
import { REGISTRY_NAME, registryToFile } from '#shared/format/actors-file.ts'
import { addArticle } from './add-article.ts'
import { readArticle } from './articles.ts'
import { readRecord } from './records.ts'
import { renameAnnotator } from './rename-annotator.ts'
import { failingOps, systemError } from './testing/failing-ops.ts'
import { contentOf, draft } from './testing/temp-workspace.ts'
import { createWorkspace, type Workspace } from './workspace.ts'
import { WorkspaceStore } from './workspace-store.ts'

async function workspaceMarkedBy(...annotators: string[]) {
  const made = await createWorkspace(await mkdtemp(join(tmpdir(), 'glosswright-')))
  if (!made.ok) throw new Error(made.problem.sentence)
  const added = await addArticle(made.value, draft('Norland promised help.'))
  if (added.kind !== 'imported') throw new Error(added.kind)
  for (const annotator of annotators) await mark(made.value, added.id, annotator)
  return { workspace: made.value, articleId: added.id }
}

async function articleOf(workspace: Workspace, articleId: string) {
  const article = await readArticle(workspace, articleId)
  if (!article.ok) throw new Error(article.problem.sentence)
  return article.value
}

async function mark(workspace: Workspace, articleId: string, annotator: string) {
  const events = {
    onMerged: nothing,
    onRegistryMerged: nothing,
    onCleaningMerged: nothing,
    onTeamMerged: nothing,
    onSchemeMerged: nothing,
    onProblem: nothing,
    onSaved: nothing,
  }
  const store = new WorkspaceStore({ workspace, annotator, events })
  await store.open(await articleOf(workspace, articleId))
  const now = '2026-01-01T00:00:00.000Z'
  const after = manualAnnotation({ id: annotator, label: 'actor', start: 0, end: 7, now })
  await store.apply(articleId, {
    name: 'Mark',
    changes: [{ kind: 'annotation', id: annotator, before: null, after }],
  })
  await store.close()
}

const nothing = () => undefined

const annotatorsOf = ({ root }: Workspace) => readdir(join(root, 'annotators'))

test('what was marked goes along to the new name', async () => {
  const { workspace, articleId } = await workspaceMarkedBy('ana')
  expect(await renameAnnotator(workspace, 'ana', 'Ana Ruiz')).toEqual({ ok: true, value: 'moved' })
  expect(await annotatorsOf(workspace)).toEqual(['Ana Ruiz'])
  const outcome = await readRecord(workspace, 'Ana Ruiz', await articleOf(workspace, articleId))
  expect(outcome.kind === 'ok' && [...outcome.document.annotations].map(({ id }) => id)).toEqual(['ana'])
})

test('the annotator’s part of the actor registry goes along under the new name', async () => {
  const { workspace } = await workspaceMarkedBy('ana')
  const norland = newActor({ id: 'norland', name: 'Norland', now: '2026-01-01T00:00:00.000Z' })
  const registry = { actors: new Map([['norland', norland]]), skips: [] }
  const fileOf = (name: string) => join(workspace.root, 'annotators', name, REGISTRY_NAME)
  await writeFile(fileOf('ana'), registryToFile(registry, 'ana'))
  expect(await renameAnnotator(workspace, 'ana', 'Ana Ruiz')).toEqual({ ok: true, value: 'moved' })
  expect(await readFile(fileOf('Ana Ruiz'), 'utf8')).toBe(registryToFile(registry, 'Ana Ruiz'))
})

test('two annotators who both have marks stay two', async () => {
  const { workspace } = await workspaceMarkedBy('ana', 'ben')
  expect(await renameAnnotator(workspace, 'ana', 'ben')).toEqual({ ok: true, value: 'apart' })
  expect(await annotatorsOf(workspace)).toEqual(['ana', 'ben'])
})

test('a damaged file stops the move and nothing is touched', async () => {
  const { workspace, articleId } = await workspaceMarkedBy('ana')
  const file = join(workspace.root, 'annotators', 'ana', `${articleId}.json`)
  await writeFile(file, '{"format":')
  expect((await renameAnnotator(workspace, 'ana', 'ben')).ok).toBe(false)
  expect(await annotatorsOf(workspace)).toEqual(['ana'])
  expect(await readFile(file, 'utf8')).toBe('{"format":')
})

test.each(['Ana Ruiz', 'old'])('where the move to “%s” fails, all is as it was before', async (name) => {
  const { workspace } = await workspaceMarkedBy('ana')
  const before = await contentOf(workspace.root)
  const ops = failingOps((call, path) => {
    if (call === 'rename' && path.endsWith(name)) throw systemError('EACCES')
  })
  expect(await renameAnnotator(workspace, 'ana', 'Ana Ruiz', ops)).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringContaining('access is denied') },
  })
  expect(await annotatorsOf(workspace)).toEqual(['ana'])
  expect(await contentOf(workspace.root)).toEqual(before)
  expect(await readdir(join(workspace.root, '.glosswright/renamed'))).toEqual([])
})
