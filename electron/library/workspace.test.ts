import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MANIFEST_NAME } from '#shared/format/manifest.ts'
import { contentOf, tempFolder, tempWorkspace } from './testing/temp-workspace.ts'
import { createWorkspace, openWorkspace } from './workspace.ts'

test('a workspace is made, folder and all, and opens again as it was', async () => {
  const root = join(await tempFolder(), 'new', 'desk')
  const made = await createWorkspace(root, { name: 'Harbour' })
  expect(made).toMatchObject({
    ok: true,
    value: { root, manifest: { name: 'Harbour', scheme: { id: 'ACA-1' } } },
  })
  expect(await openWorkspace(root)).toEqual(made)
})

test('a workspace without a name is called after its folder', async () => {
  const made = await createWorkspace(join(await tempFolder(), 'desk'))
  expect(made).toMatchObject({ value: { manifest: { name: 'desk' } } })
})

test('what lies in the folder already stays, and a workspace is not made twice', async () => {
  const root = await tempFolder()
  await writeFile(join(root, 'notes.txt'), 'mine')
  expect(await createWorkspace(root, { name: 'A' })).toMatchObject({ ok: true })
  const before = await contentOf(root)
  expect(before['notes.txt']).toBe('mine')
  expect(await createWorkspace(root, { name: 'B' })).toMatchObject({ ok: false })
  expect(await contentOf(root)).toEqual(before)
})

test('a file cannot become a workspace', async () => {
  const file = join(await tempFolder(), 'file')
  await writeFile(file, '')
  expect(await createWorkspace(file)).toMatchObject({ ok: false })
  expect(await createWorkspace(join(file, 'desk'))).toMatchObject({ ok: false })
})

test('why a folder is not opened is told apart', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'file'), '')
  expect(await openWorkspace(join(folder, 'gone'))).toMatchObject({ ok: false, reason: 'missing' })
  expect(await openWorkspace(join(folder, 'file'))).toMatchObject({ ok: false, reason: 'not-a-workspace' })
  expect(await openWorkspace(folder)).toMatchObject({ ok: false, reason: 'not-a-workspace' })
  await mkdir(join(folder, MANIFEST_NAME))
  expect(await openWorkspace(folder)).toMatchObject({ ok: false, reason: 'unreadable' })
})

test.each(['articles', 'annotators'])('a file in the place of “%s” is no empty folder', async (name) => {
  const { root } = await tempWorkspace()
  await writeFile(join(root, name), '')
  expect(await openWorkspace(root)).toMatchObject({
    reason: 'unreadable',
    problem: {
      sentence: `“${join(root, name)}” could not be read: a file is where a folder should be; please move that file away.`,
    },
  })
})

async function withManifest(change: (text: string) => string | Uint8Array) {
  const { root } = await tempWorkspace()
  const file = join(root, MANIFEST_NAME)
  const content = change(await readFile(file, 'utf8'))
  await writeFile(file, content)
  const opened = await openWorkspace(root)
  expect(await readFile(file)).toEqual(Buffer.from(content as string))
  return opened
}

test('a manifest cut off anywhere is damaged, and its bytes stay as they are', async () => {
  for (const length of [0, 1, 20, 200]) {
    expect(await withManifest((text) => text.slice(0, length))).toMatchObject({
      ok: false,
      reason: 'damaged',
    })
  }
  expect(await withManifest(() => Uint8Array.of(0xff, 0xfe, 0))).toMatchObject({ reason: 'damaged' })
})

test('a byte order mark that an editor left is no damage', async () => {
  expect(await withManifest((text) => `\ufeff${text}`)).toMatchObject({ ok: true })
})

test('a newer workspace can be looked at when it still has our shape, and is refused otherwise', async () => {
  const newer = await withManifest((text) => text.replace('"version": 2', '"version": 3'))
  expect(newer).toMatchObject({ ok: true, value: { access: { kind: 'read', sentence: expect.any(String) } } })
  const strange = await withManifest(() => '{"format":"glosswright/workspace","version":3}')
  expect(strange).toMatchObject({ ok: false, reason: 'newer' })
})
