import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { ArticleText } from '#shared/domain/article.ts'
import { emptyRecord } from '#shared/domain/record.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { readRecord } from './records.ts'
import { openStore, recordFileOf } from './testing/stores.ts'
import { addedArticle, contentOf, tempFolder, tempWorkspace } from './testing/temp-workspace.ts'
import type { Workspace } from './workspace.ts'

const TEXT = 'Norland promised help.'

async function desk() {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, TEXT)
  return { workspace, source, file: await recordFileOf(workspace, source) }
}

/** One session of Ana's, each mark saved before the next. */
async function work(workspace: Workspace, source: ArticleText, ...ids: readonly string[]) {
  const { store } = await openStore(workspace, source)
  for (const id of ids) await store.apply(source.article.id, marking(mark(id, 0, 7)))
  await store.close()
}

async function damage(file: string, content: string | Uint8Array = '{"format":') {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

test('where nothing was said yet the record is empty, and looking makes no file', async () => {
  const { workspace, source } = await desk()
  const before = await contentOf(workspace.root)
  expect(await readRecord(workspace, 'Ana', source)).toEqual({
    kind: 'ok',
    document: emptyRecord,
    fileHash: null,
  })
  expect(await contentOf(workspace.root)).toEqual(before)
})

test('damaged content is copied aside once and left where it is', async () => {
  const { workspace, source, file } = await desk()
  await damage(file, Uint8Array.of(0xff, 0, 1))
  const first = await readRecord(workspace, 'Ana', source)
  if (first.kind !== 'damaged') throw new Error(first.kind)
  const { ino } = await stat(first.copy as string)
  expect(await readRecord(workspace, 'Ana', source)).toEqual(first)
  expect((await stat(first.copy as string)).ino).toBe(ino)
  expect(await readFile(first.copy as string)).toEqual(await readFile(file))
  expect(await readdir(dirname(first.copy as string))).toHaveLength(1)
  expect(first.sentence).toContain(source.article.id)
})

test('damage of another kind is another copy', async () => {
  const { workspace, source, file } = await desk()
  await damage(file, '{')
  await readRecord(workspace, 'Ana', source)
  await damage(file, '[')
  await readRecord(workspace, 'Ana', source)
  expect(await readdir(join(workspace.root, '.glosswright', 'quarantine', 'Ana'))).toHaveLength(2)
})

test('the version from before the last session’s first save is offered, with its date', async () => {
  const { workspace, source, file } = await desk()
  await work(workspace, source, 'a')
  await work(workspace, source, 'b', 'c')
  await damage(file)
  const read = await readRecord(workspace, 'Ana', source)
  if (read.kind !== 'damaged' || !read.lastGood) throw new Error('no last good version')
  expect(Array.from(read.lastGood.document.annotations, ({ id }) => id)).toEqual(['a'])
  expect(read.lastGood.savedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
})

test('a newer file is named as such and is not touched', async () => {
  const { workspace, source, file } = await desk()
  await damage(file, '{"format":"glosswright/annotations","version":3}')
  const before = await contentOf(workspace.root)
  expect(await readRecord(workspace, 'Ana', source)).toMatchObject({ kind: 'newer' })
  expect(await contentOf(workspace.root)).toEqual(before)
})

test('in a workspace that can only be read, damage is told and nothing is written', async () => {
  const { workspace, source, file } = await desk()
  await damage(file)
  const before = await contentOf(workspace.root)
  const looking: Workspace = { ...workspace, access: { kind: 'read', sentence: 'No.' } }
  expect(await readRecord(looking, 'Ana', source)).toMatchObject({ kind: 'damaged', copy: null })
  expect(await contentOf(workspace.root)).toEqual(before)
})

test('what the disk does not let us read is not taken for empty', async () => {
  const { workspace, source, file } = await desk()
  await mkdir(file, { recursive: true })
  expect(await readRecord(workspace, 'Ana', source)).toMatchObject({ kind: 'unreadable' })
})

test('a link in the place of the file is not followed out of the workspace, and one plain sentence says so', async () => {
  const { workspace, source, file } = await desk()
  await mkdir(dirname(file), { recursive: true })
  await symlink(join(await tempFolder(), 'elsewhere.json'), file)
  expect(await readRecord(workspace, 'Ana', source)).toEqual({
    kind: 'unreadable',
    sentence:
      `“annotators/Ana/${source.article.id}.json” could not be read: it lies behind a link that leads out of the ` +
      'workspace, or nowhere; please put the file itself there.',
  })
})
