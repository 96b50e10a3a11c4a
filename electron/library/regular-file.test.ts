import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lookAt } from './file-look.ts'
import { readRegularFile } from './regular-file.ts'
import { tempFolder } from './testing/temp-workspace.ts'

test('a file is read to its end', async () => {
  const file = join(await tempFolder(), 'file')
  await writeFile(file, 'A'.repeat(100_000))
  expect((await readRegularFile(file)).toString()).toBe('A'.repeat(100_000))
})

test('a folder, and what is not there, are told by the system’s own codes', async () => {
  const folder = await tempFolder()
  await expect(readRegularFile(folder)).rejects.toMatchObject({ code: 'EISDIR', path: folder })
  await expect(readRegularFile(join(folder, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test.skipIf(process.platform === 'win32')('a pipe is refused at once rather than waited for', async () => {
  const pipe = join(await tempFolder(), 'pipe')
  execFileSync('mkfifo', [pipe])
  for (const read of [readRegularFile, lookAt])
    await expect(read(pipe)).rejects.toMatchObject({ code: 'EFTYPE', path: pipe })
})
