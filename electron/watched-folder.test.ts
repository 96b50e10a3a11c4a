import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { tempFolder } from './library/testing/temp-workspace.ts'
import { articleNamesIn, WatchedFolder } from './watched-folder.ts'

const open: WatchedFolder[] = []
afterEach(() => {
  for (const folder of open.splice(0)) folder.close()
})

async function watched(folder: string, seen: readonly string[] = [], takes = async () => true) {
  const told: string[] = []
  const kept: string[][] = []
  const onGone = vi.fn()
  open.push(
    new WatchedFolder({
      folder,
      seen: new Set(seen),
      onFiles: async (paths) => {
        told.push(...paths.map((path) => basename(path)))
        return takes()
      },
      onSeen: async (names) => void kept.push([...names].sort()),
      onGone,
      stillMs: 100,
    }),
  )
  return { told, kept, onGone }
}

const PATIENCE = { timeout: 8_000, interval: 50 }

it('tells of each new file once, and of none that is no article', async () => {
  const folder = await tempFolder()
  await writeFile(join(folder, 'old.txt'), 'Old.')
  await writeFile(join(folder, 'since.md'), 'Came while nobody looked.')
  const { told, kept } = await watched(folder, ['old.txt'])
  await vi.waitFor(() => expect(told).toEqual(['since.md']), PATIENCE)
  await mkdir(join(folder, 'inner.txt'))
  await writeFile(join(folder, 'inner.txt', 'deep.txt'), 'Deep.')
  await writeFile(join(folder, '.hidden.txt'), 'Hidden.')
  await writeFile(join(folder, 'picture.png'), 'No article.')
  await symlink('/etc/hostname', join(folder, 'link.txt'))
  await writeFile(join(folder, 'new.txt'), 'New.')
  await vi.waitFor(() => expect(told).toEqual(['since.md', 'new.txt']), PATIENCE)
  expect(kept.at(-1)).toEqual(['new.txt', 'old.txt', 'since.md'])
  expect(await articleNamesIn(folder)).toEqual(['new.txt', 'old.txt', 'since.md'])
}, 20_000)

it('waits until a file holds still', async () => {
  const folder = await tempFolder()
  const { told } = await watched(folder)
  for (const part of ['One', 'One two', 'One two three', 'One two three four']) {
    await writeFile(join(folder, 'growing.txt'), part)
    expect(told).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  await vi.waitFor(() => expect(told).toEqual(['growing.txt']), PATIENCE)
}, 20_000)

it('keeps what there was no time for as news', async () => {
  const folder = await tempFolder()
  let isBusy = true
  const { told, kept } = await watched(folder, [], async () => !isBusy)
  await writeFile(join(folder, 'a.txt'), 'A.')
  await vi.waitFor(() => expect(told).toEqual(['a.txt']), PATIENCE)
  expect(kept).toEqual([])
  isBusy = false
  await writeFile(join(folder, 'b.txt'), 'B.')
  await vi.waitFor(() => expect(told).toEqual(['a.txt', 'a.txt', 'b.txt']), PATIENCE)
}, 20_000)

it('ends with a word when the folder is gone', async () => {
  const folder = await tempFolder()
  const { onGone } = await watched(folder)
  await rm(folder, { recursive: true })
  await vi.waitFor(() => expect(onGone).toHaveBeenCalledOnce(), { timeout: 15_000, interval: 50 })
}, 20_000)
