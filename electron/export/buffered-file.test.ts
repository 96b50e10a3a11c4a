import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { realFileOps } from '#electron/library/file-ops.ts'
import { sha256 } from '#electron/library/hash.ts'
import { failingOps, systemError } from '#electron/library/testing/failing-ops.ts'
import { tempFolder } from '#electron/library/testing/temp-workspace.ts'
import { openBuffered } from './buffered-file.ts'

it('writes text and bytes in their order, forces them to the disk and knows their hash', async () => {
  const path = join(await tempFolder(), 'a')
  const synced: string[] = []
  const file = await openBuffered(
    path,
    failingOps((call, at) => {
      if (call === 'sync') synced.push(at)
    }),
  )
  const bytes = new Uint8Array([0x61])
  await file.write(bytes)
  bytes[0] = 0x7a
  await file.write('😀'.repeat(100_000))
  await file.close()
  const written = await readFile(path, 'utf8')
  expect(written).toBe(`a${'😀'.repeat(100_000)}`)
  expect(file.sum()).toEqual({ bytes: 400_001, sha256: sha256(written) })
  expect(synced).toEqual([path])
})

test.each(['write', 'sync'] as const)(
  'what the disk refuses at %s is told, and the file can be let go',
  async (at) => {
    const ops = failingOps((call) => {
      if (call === at) throw systemError('ENOSPC')
    })
    const file = await openBuffered(join(await tempFolder(), 'a'), ops)
    await file.write('a')
    await expect(file.close()).rejects.toMatchObject({ code: 'ENOSPC' })
    await file.abandon()
    await file.abandon()
  },
)

it('writes over nothing', async () => {
  const path = join(await tempFolder(), 'a')
  const file = await openBuffered(path)
  await file.close()
  await expect(openBuffered(path, realFileOps)).rejects.toMatchObject({ code: 'EEXIST' })
})
