import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { type FileOps, realFileOps } from './file-ops.ts'
import { removeStaleTemps } from './stale-temps.ts'
import { failingOps, systemError } from './testing/failing-ops.ts'
import { tempFolder } from './testing/temp-workspace.ts'

async function folderWith(content: string) {
  const folder = await tempFolder()
  const file = join(folder, 'kept.json')
  await writeFile(file, content)
  return { folder, file }
}

test('the new content is there whole, and nothing else is', async () => {
  const { folder, file } = await folderWith('old')
  await writeDurably(file, ['new ', new TextEncoder().encode('content '), '😀'])
  expect(await readFile(file, 'utf8')).toBe('new content 😀')
  expect(await readdir(folder)).toEqual(['kept.json'])
})

test('chunks may come one by one, as they are made', async () => {
  const { file } = await folderWith('old')
  async function* chunks() {
    yield 'a'
    yield Promise.resolve('b')
  }
  await writeDurably(file, chunks())
  expect(await readFile(file, 'utf8')).toBe('ab')
})

/** A disk that takes at most `most` bytes of each write, as a nearly full one may, without an error. */
function hesitantOps(most: () => number): FileOps {
  const open: FileOps['open'] = async (path, flags) => {
    const file = await realFileOps.open(path, flags)
    return {
      write: (buffer, offset, length) => file.write(buffer, offset, Math.min(length, most())),
      sync: () => file.sync(),
      stat: () => file.stat(),
      close: () => file.close(),
    }
  }
  return { ...realFileOps, open }
}

test('short writes are carried on until every byte is there', async () => {
  const { file } = await folderWith('old')
  const property = fc.asyncProperty(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
    async (content, sizes) => {
      let calls = 0
      await writeDurably(file, [content], { ops: hesitantOps(() => sizes[calls++ % sizes.length] as number) })
      expect(await readFile(file, 'utf8')).toBe(content)
    },
  )
  await fc.assert(property, { numRuns: 30 })
})

test('a disk that takes nothing more ends the write, and the old file stays', async () => {
  const { folder, file } = await folderWith('old')
  let room = 3
  const ops = hesitantOps(() => (room-- > 0 ? 1 : 0))
  await expect(writeDurably(file, ['new content'], { ops })).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(await readFile(file, 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['kept.json'])
})

test.each(['open', 'write', 'sync', 'rename'] as const)(
  'when %s fails, the old file stays, nothing is left over, and the error is told',
  async (call) => {
    const { folder, file } = await folderWith('old')
    const ops = failingOps((made) => {
      if (made === call) throw systemError('EIO')
    })
    await expect(writeDurably(file, ['new'], { ops })).rejects.toMatchObject({ code: 'EIO' })
    expect(await readFile(file, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['kept.json'])
  },
)

test('a folder that cannot be forced to the disk is an error, although the new file is in place', async () => {
  const { folder, file } = await folderWith('old')
  const ops = failingOps((call, path) => {
    if (call === 'sync' && path === folder) throw systemError('EIO')
  })
  await expect(writeDurably(file, ['new'], { ops })).rejects.toMatchObject({ code: 'EIO' })
  expect(await readFile(file, 'utf8')).toBe('new')
})

test('the finished file is shown before it takes its name, and can be turned down', async () => {
  const { folder, file } = await folderWith('old')
  const verify = async (temp: string) => {
    expect(await readFile(temp, 'utf8')).toBe('new')
    expect(await readFile(file, 'utf8')).toBe('old')
    throw new Error('not good enough')
  }
  await expect(writeDurably(file, ['new'], { verify })).rejects.toThrow('not good enough')
  expect(await readFile(file, 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['kept.json'])
})

test('a name as long as a folder can hold is no hindrance', async () => {
  const file = join(await tempFolder(), `${'长'.repeat(80)}.json`)
  await writeDurably(file, ['x'])
  expect(await readFile(file, 'utf8')).toBe('x')
})

test('missing folders are made, each forced to the disk in the one above it', async () => {
  const root = await tempFolder()
  const synced: string[] = []
  const ops = failingOps((call, path) => {
    if (call === 'sync') synced.push(path)
  })
  await makeFolderDurably(join(root, 'a', 'b'), ops)
  expect(await readdir(join(root, 'a'))).toEqual(['b'])
  expect(synced).toEqual([root, join(root, 'a')])
})

test('only our own temporary files go, and only when nobody writes them any more', async () => {
  const folder = await tempFolder()
  const gone = '.a.json.999999999-0123456789ab.glosswright-tmp'
  const old = `.b.json.${process.pid}-0123456789ab.glosswright-tmp`
  const alive = `.c.json.${process.pid}-0123456789ab.glosswright-tmp`
  const others = ['.a.json.tmp', 'a.glosswright-tmp', 'notes.txt']
  for (const name of [gone, old, alive, ...others]) await writeFile(join(folder, name), '')
  await utimes(join(folder, old), 0, 0)
  await mkdir(join(folder, 'sub'))
  await removeStaleTemps(folder)
  expect((await readdir(folder)).sort()).toEqual([alive, ...others, 'sub'].sort())
  await expect(removeStaleTemps(join(folder, 'missing'))).resolves.toBeUndefined()
})
