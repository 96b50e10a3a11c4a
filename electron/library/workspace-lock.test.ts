import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundled } from './testing/bundle.ts'
import { Child } from './testing/child.ts'
import { tempFolder } from './testing/temp-workspace.ts'
import { acquireLock } from './workspace-lock.ts'

async function mine(root: string) {
  const lock = await acquireLock(root)
  if (lock.kind !== 'mine') throw new Error('The lock is held')
  return lock
}

test('one has the lock, by whatever path the others come, until it is given back', async () => {
  const root = await tempFolder()
  const link = join(await tempFolder(), 'link')
  await symlink(root, link)
  const lock = await mine(root)
  expect(await acquireLock(root)).toEqual({ kind: 'held' })
  expect(await acquireLock(link)).toEqual({ kind: 'held' })
  await lock.release()
  await (await mine(link)).release()
})

test('each workspace has a lock of its own, and nothing of it lies in the workspace', async () => {
  const locks = await Promise.all([await tempFolder(), await tempFolder()].map(mine))
  await Promise.all(locks.map((lock) => lock.release()))
})

test('of many who ask at once, one gets it', async () => {
  const root = await tempFolder()
  const locks = await Promise.all(Array.from({ length: 8 }, () => acquireLock(root)))
  const got = locks.filter((lock) => lock.kind === 'mine')
  expect(got).toHaveLength(1)
  await got[0]?.release()
})

test('a process that is killed leaves no lock behind, and one that lives keeps it', async () => {
  const root = await tempFolder()
  const holder = new Child(process.execPath, [await bundled('locking-script.ts'), root])
  expect(await holder.line(0)).toBe('mine')
  expect(await acquireLock(root)).toEqual({ kind: 'held' })
  await holder.end('SIGKILL')
  const locks = await Promise.all([acquireLock(root), acquireLock(root)])
  expect(locks.map(({ kind }) => kind).sort()).toEqual(['held', 'mine'])
  for (const lock of locks) if (lock.kind === 'mine') await lock.release()
})

test('a holder that is too busy to answer holds the lock all the same', async () => {
  const root = await tempFolder()
  const holder = new Child(process.execPath, [await bundled('locking-script.ts'), root])
  expect(await holder.line(0)).toBe('mine')
  holder.process.kill('SIGSTOP')
  expect(await acquireLock(root)).toEqual({ kind: 'held' })
  await holder.end('SIGKILL')
})
