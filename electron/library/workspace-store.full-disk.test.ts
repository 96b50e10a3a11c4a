import { spawnSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mark, marking } from '#shared/testing/samples.ts'
import { idsOnDisk, openStore } from './testing/stores.ts'
import { addedArticle, tempFolder, workspaceIn } from './testing/temp-workspace.ts'

/** A disk of 256 kB, which root can make and nobody else. */
const disk = await tempFolder()
const hasDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status === 0
afterAll(() => {
  if (hasDisk) spawnSync('umount', [disk])
})

const PAGE = 4096
const MARKS = Array.from({ length: 60 }, (_, i) => mark(`m${i}`, 0, 7))
const asIds = (count: number) =>
  MARKS.slice(0, count)
    .map(({ id }) => id)
    .sort()

/** Takes all room but so many pages. */
async function leave(pages: number): Promise<void> {
  const free = Number(
    /(\d+)\s*$/.exec(spawnSync('df', ['--output=avail', '-B1', disk]).stdout.toString())?.[1],
  )
  await writeFile(join(disk, 'filling'), Buffer.alloc(Math.max(0, free - pages * PAGE), 1))
}

test.skipIf(!hasDisk)(
  'however full the disk is, nothing is torn, and once there is room the edit is saved by itself',
  async () => {
    const workspace = await workspaceIn(join(disk, 'desk'))
    const source = await addedArticle(workspace, 'Norland promised help.')
    const { id } = source.article
    const { store, clock, problems } = await openStore(workspace, source)
    await store.apply(id, {
      name: 'Many',
      changes: MARKS.slice(0, 40).map((after) => ({ kind: 'annotation', id: after.id, before: null, after })),
    })
    const failures: number[] = []
    for (let pages = 0; pages < 12; pages++) {
      const [known, told] = [40 + pages, problems.length]
      await leave(pages)
      const edit = store.apply(id, marking(MARKS[known] as (typeof MARKS)[number]))
      const isSaved = await store.flush()
      expect(await idsOnDisk(workspace, source)).toEqual(asIds(isSaved ? known + 1 : known))
      expect(problems.length > told).toBe(!isSaved)
      if (!isSaved) failures.push(pages)
      await rm(join(disk, 'filling'))
      if (!isSaved) clock.ring()
      await edit
      expect(await idsOnDisk(workspace, source)).toEqual(asIds(known + 1))
    }
    expect(failures.length).toBeGreaterThan(2)
    expect(failures.length).toBeLessThan(12)
    expect(problems.every((sentence) => sentence.includes('make some room'))).toBe(true)
    await store.close()
  },
)
