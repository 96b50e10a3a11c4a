import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { must } from '#electron/library/testing/temp-workspace.ts'
import { groupsIn, piecesOf, sourceFiles } from './source-files.ts'
import { folderWith } from './testing/brought-desk.ts'

const format = { ending: 'ann' } as Parameters<typeof groupsIn>[1]['format']
const pairs = (paths: readonly string[]) =>
  paths.filter((path) => path.endsWith('.ann')).map((path) => [path, path.replace('.ann', '.txt')])

it('a folder is gone through in order, without links and what is hidden', async () => {
  const folder = await folderWith({
    'b.ann': '',
    'a/c.ann': '',
    '.hidden.ann': '',
    'b.txt': '',
    'glosswright-export.json': '',
  })
  await symlink(folder, join(folder, 'circle'))
  await symlink(join(folder, 'b.ann'), join(folder, 'link.ann'))
  const source = must(await sourceFiles(folder))
  expect(source.files.map(({ path }) => path)).toEqual([
    'a/c.ann',
    'b.ann',
    'b.txt',
    'glosswright-export.json',
  ])
  expect(groupsIn(source, { format })).toEqual([['a/c.ann'], ['b.ann']])
})

it('a file comes with what belongs to it', async () => {
  const folder = await folderWith({ 'b.ann': '', 'b.txt': '', 'c.ann': '', 'c.txt': '' })
  const source = must(await sourceFiles(join(folder, 'b.ann')))
  expect(groupsIn(source, { format })).toEqual([['b.ann']])
  expect(groupsIn(source, { format, groups: pairs })).toEqual([['b.ann', 'b.txt']])
})

it('a file is refused that changes while it is read', async () => {
  const folder = await folderWith({ 'a.ann': 'one' })
  const source = must(await sourceFiles(join(folder, 'a.ann')))
  const changed = { ...source, files: source.files.map((file) => ({ ...file, size: 2 })) }
  expect(Buffer.from(await piecesOf(source, () => undefined)('a.ann', 1)).toString()).toBe('ne')
  await expect(piecesOf(changed, () => undefined)('a.ann', 0)).rejects.toThrow('changed while it was read')
  const huge = { ...source, files: source.files.map((file) => ({ ...file, size: 3e9 })) }
  await expect(piecesOf(huge, () => undefined)('a.ann', 0)).rejects.toThrow(
    'is too large (2.8 GB; the limit is 2 GB)',
  )
})
