import { appendFile, type FileHandle, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWhole } from './read-whole.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-whole-'))
  path = join(folder, 'a.txt')
  await writeFile(path, 'The talks go on.')
})
afterEach(() => rm(folder, { recursive: true }))

it('reads a file that holds still', async () => {
  expect(await readWhole(path)).toEqual({ ok: true, value: Buffer.from('The talks go on.') })
})

it.each([
  ['grows', () => appendFile(path, ' And on.')],
  ['is written again with as many bytes', () => utimes(path, 1, 1)],
])('refuses one that %s while it is read', async (_, change) => {
  const reading = async (file: FileHandle) => {
    const bytes = await file.readFile()
    await change()
    return bytes
  }
  expect(await readWhole(path, reading)).toMatchObject({
    ok: false,
    problem: { sentence: '“a.txt” changed while it was read; please import it again.' },
  })
})

it('says of a file whose name is not UTF-8 that its name cannot be read', async () => {
  expect(await readWhole(join(folder, '\ufffd.txt'))).toMatchObject({
    ok: false,
    problem: {
      sentence: '“\ufffd.txt” has a name that cannot be read, since it is not UTF-8; please rename it.',
    },
  })
})
