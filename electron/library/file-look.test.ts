import { appendFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isStill, lookAt } from './file-look.ts'
import { sha256 } from './hash.ts'
import { tempFolder } from './testing/temp-workspace.ts'

async function seen() {
  const file = join(await tempFolder(), 'kept.json')
  await writeFile(file, 'A')
  return { file, look: await lookAt(file) }
}

test('a look tells the content and its hash, and stays true while nothing happens', async () => {
  const { file, look } = await seen()
  expect(look).toMatchObject({ bytes: Buffer.from('A'), hash: sha256('A') })
  expect(isStill(file, look)).toBe(true)
})

test('a file that is replaced by one just like it, added to or removed is no longer the same', async () => {
  const replaced = await seen()
  await writeFile(`${replaced.file}2`, 'A')
  await rename(`${replaced.file}2`, replaced.file)
  const grown = await seen()
  await appendFile(grown.file, 'B')
  const removed = await seen()
  await rm(removed.file)
  for (const { file, look } of [replaced, grown, removed]) expect(isStill(file, look)).toBe(false)
})

test('no file is seen as none, until there is one', async () => {
  const file = join(await tempFolder(), 'kept.json')
  expect(await lookAt(file)).toBeNull()
  expect(isStill(file, null)).toBe(true)
  await writeFile(file, '')
  expect(isStill(file, null)).toBe(false)
})
