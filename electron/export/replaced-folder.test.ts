import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { bundled } from '#electron/library/testing/bundle.ts'
import { Child } from '#electron/library/testing/child.ts'
import { tempFolder } from '#electron/library/testing/temp-workspace.ts'
import { asideOf, restoreFolder } from './replaced-folder.ts'
import { ExportDesk, everything, filesIn } from './testing/export-desk.ts'

let desk: ExportDesk
beforeEach(async () => {
  desk = await ExportDesk.make()
})
afterEach(() => desk.remove())

const TRUCE = 'truce-holds-in-the-hills-61ea58ec.json'
const truceIn = (place: string): string => join(place, 'texts', TRUCE)

describe('a folder', () => {
  it('may be missing, empty, or an earlier export, whose files go', async () => {
    await mkdir(desk.out, { recursive: true })
    await desk.exported()
    await desk.exported({ ...everything, statuses: ['done'] })
    expect(await desk.articles()).toHaveLength(1)
    expect(await readdir(desk.at('out'))).toEqual(['shelf'])
  })

  it.each([
    [
      'a file of somebody else',
      (place: string) => writeFile(join(place, 'notes.txt'), 'mine'),
      '“notes.txt”',
    ],
    [
      'one deeper down',
      (place: string) => writeFile(join(place, 'texts', 'b.json'), 'mine'),
      '“texts/b.json”',
    ],
    [
      'a file that somebody changed in size',
      (place: string) => appendFile(truceIn(place), '\n'),
      `“texts/${TRUCE}” in`,
    ],
    [
      'a file that somebody changed in content alone',
      async (place: string) => {
        const text = await readFile(truceIn(place), 'utf8')
        await writeFile(truceIn(place), text.replace('a', 'b'))
      },
      'was changed since it was exported',
    ],
    ['a link', (place: string) => symlink(tmpdir(), join(place, 'link')), '“link”'],
    ['no manifest any more', (place: string) => rm(join(place, 'glosswright-export.json')), 'is not empty'],
    [
      'a manifest that is none',
      (place: string) => writeFile(join(place, 'glosswright-export.json'), '{"format":"x","files":[]}'),
      'is not empty',
    ],
  ])('that holds %s is refused, and stays', async (_, change, named) => {
    await desk.exported()
    await change(desk.out)
    const before = filesIn(desk.out)
    expect(await desk.sentenceOf()).toContain(named)
    expect(filesIn(desk.out)).toEqual(before)
  })

  it('from which somebody took a file is replaced', async () => {
    await desk.exported()
    const before = filesIn(desk.out)
    await rm(truceIn(desk.out))
    await desk.exported()
    expect(filesIn(desk.out)).toEqual(before)
  })

  it.each(['file', 'articles', 'exports'])('is never the workspace’s own: %s', async (name) => {
    await writeFile(join(desk.workspace.root, 'file'), '')
    await mkdir(join(desk.workspace.root, 'exports'))
    const before = filesIn(desk.workspace.root)
    expect(await desk.sentenceOf(everything, { out: join(desk.workspace.root, name) })).toContain(
      'another place',
    )
    expect(filesIn(desk.workspace.root)).toEqual(before)
  })

  it('reached by a link is replaced where it lies', async () => {
    await mkdir(desk.at('there'))
    await symlink(desk.at('there'), desk.at('link'))
    expect(await desk.run(everything, { out: desk.at('link') })).toMatchObject({
      value: { out: desk.at('there') },
    })
    expect((await lstat(desk.at('link'))).isSymbolicLink()).toBe(true)
    expect(await readdir(desk.at('there'))).toContain('glosswright-export.json')
  })

  it('whose swap was killed halfway has its old content again, before anything else is done', async () => {
    await desk.exported()
    const before = filesIn(desk.out)
    await rename(desk.out, asideOf(desk.out))
    expect(await desk.sentenceOf({ ...everything, labels: ['promise'] })).toContain('There is no label')
    expect(filesIn(desk.out)).toEqual(before)
  })

  it('whose swap was killed at its end is replaced, and nothing is left over', async () => {
    await desk.exported()
    await mkdir(asideOf(desk.out))
    await writeFile(join(asideOf(desk.out), 'old.json'), '')
    await desk.exported()
    expect(await readdir(desk.at('out'))).toEqual(['shelf'])
  })
})

test('a cancelled export makes no folders', async () => {
  const deep = desk.at('a', 'b', 'c')
  const stop = new AbortController()
  const onProgress = (): void => stop.abort()
  expect(await desk.sentenceOf(everything, { out: deep, signal: stop.signal, onProgress })).toContain(
    'cancelled',
  )
  expect(await readdir(desk.folder)).toEqual(['workspace'])
})

test('what a killed export left behind goes with the next one', async () => {
  const left = desk.at('out', '.shelf.999999999-0123456789ab.glosswright-tmp')
  await mkdir(join(left, 'files'), { recursive: true })
  await writeFile(join(left, 'articles.jsonl'), '')
  await desk.exported()
  expect(await readdir(desk.at('out'))).toEqual(['shelf'])
})

test('progress goes on, never back, and comes to its end', async () => {
  const told: (readonly [number, number])[] = []
  await desk.run(everything, { onProgress: (done, total) => told.push([done, total]) })
  const steps = told.map(([done]) => done)
  expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
  expect(told.at(-1)).toEqual([5, 6])
})

const canTrace = spawnSync('strace', ['-e', 'inject=getppid:error=EIO', 'true']).status === 0

test.skipIf(!canTrace)(
  'killed at whatever rename, one content or the other is there, whole',
  async () => {
    const script = await bundled('../../export/testing/replacing-script.ts')
    const out = join(await tempFolder(), 'out')
    const shown = new Set<boolean>()
    for (let nth = 1; nth <= 6; nth++) {
      const inject = `inject=?rename,?renameat,?renameat2:signal=SIGKILL:when=${nth}`
      const child = new Child('strace', [
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        '-e',
        inject,
        process.execPath,
        script,
        out,
      ])
      await child.exited
      if (nth === 1) continue
      shown.add(existsSync(out))
      await restoreFolder(out)
      const names = await readdir(out)
      const said = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')))
      expect([names.length, new Set(said).size]).toEqual([20, 1])
    }
    // It was killed between the two names, too.
    expect(shown).toEqual(new Set([true, false]))
  },
  60_000,
)
