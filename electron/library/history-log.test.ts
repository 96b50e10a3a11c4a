import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Move } from '#shared/domain/history.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { bulkPath, writeBulk } from './bulk-file.ts'
import { HistoryLog, renameHistory } from './history-log.ts'
import { tempWorkspace } from './testing/temp-workspace.ts'
import type { Workspace } from './workspace.ts'

const done = (name: string, note = ''): Move => ({
  kind: 'do',
  step: { articleId: 'a', edit: { ...marking({ ...mark(name, 0, 1), note }), name } },
})
async function* nothing() {}

const fileIn = ({ root }: Workspace, annotator = 'Ana') =>
  join(root, '.glosswright', 'history', `${annotator}.jsonl`)

async function namesIn(workspace: Workspace, annotator = 'Ana') {
  const history = (await HistoryLog.of(workspace, annotator)).read()
  return [history.done, history.undone].map((steps) => steps.map(({ edit }) => edit.name))
}

describe('the history that is kept', () => {
  it('is there again for the next to open the workspace, without having been closed', async () => {
    const workspace = await tempWorkspace()
    const log = await HistoryLog.of(workspace, 'Ana')
    for (const move of [done('one'), done('two'), { kind: 'undo' } as const]) log.add(move)
    expect(await namesIn(workspace)).toEqual([['one'], ['two']])
    log.add(done('three'))
    expect(await namesIn(workspace)).toEqual([['one', 'three'], []])
    expect(await namesIn(workspace, 'Ben')).toEqual([[], []])
  })

  it('goes on behind a line that a kill cut off', async () => {
    const workspace = await tempWorkspace()
    const log = await HistoryLog.of(workspace, 'Ana')
    log.add(done('one'))
    await appendFile(fileIn(workspace), '{"kind":"do","st')
    const next = await HistoryLog.of(workspace, 'Ana')
    next.add(done('two'))
    next.add(done('three'))
    // The line that was cut off spoils itself and what came before it, and nothing that comes behind.
    expect(await namesIn(workspace)).toEqual([['two', 'three'], []])
  })

  it('is never in the way: where it cannot be kept, work goes on without', async () => {
    const workspace = await tempWorkspace()
    await mkdir(fileIn(workspace), { recursive: true })
    const log = await HistoryLog.of(workspace, 'Ana')
    log.add(done('one'))
    expect(await namesIn(workspace)).toEqual([[], []])
    await rm(fileIn(workspace), { recursive: true })
    log.add(done('two'))
    expect(await namesIn(workspace)).toEqual([['two'], []])
  })

  it.each([
    ['a link that leads out', (file: string) => symlink('/etc/hostname', file)],
    ['a link that leads nowhere', (file: string) => symlink('nowhere', file)],
    ['a pipe', async (file: string) => void spawnSync('mkfifo', [file])],
    ['far too much', (file: string) => writeFile(file, 'x'.repeat(20_000_000))],
  ])('is never waited for: with %s in its place there is none', async (_, make) => {
    const workspace = await tempWorkspace()
    await mkdir(dirname(fileIn(workspace)), { recursive: true })
    await make(fileIn(workspace))
    const log = await HistoryLog.of(workspace, 'Ana')
    expect(log.read()).toEqual({ done: [], undone: [] })
    log.add(done('one'))
    log.close()
  })

  it('starts anew where the file is another version’s', async () => {
    const workspace = await tempWorkspace()
    const log = await HistoryLog.of(workspace, 'Ana')
    log.add(done('one'))
    log.close()
    await writeFile(fileIn(workspace), '{"format":"glosswright/history","version":9}\n')
    log.add(done('two'))
    expect(await namesIn(workspace)).toEqual([['two'], []])
  })

  it('does not grow for ever: what can be undone no more goes', async () => {
    const workspace = await tempWorkspace()
    const log = await HistoryLog.of(workspace, 'Ana')
    for (let i = 0; i < 2_500; i++) log.add(done(`${i}`))
    const before = (await stat(fileIn(workspace))).size
    const history = log.read()
    expect([history.done.length, history.done.at(-1)?.edit.name]).toEqual([1_000, '2499'])
    expect((await stat(fileIn(workspace))).size).toBeLessThan(before / 2)
    log.add(done('next'))
    expect((await namesIn(workspace))[0]?.slice(-2)).toEqual(['2499', 'next'])
  })

  it('lets go of the oldest where a few steps are very large', async () => {
    const workspace = await tempWorkspace()
    const log = await HistoryLog.of(workspace, 'Ana')
    for (let i = 0; i < 12; i++) log.add(done(`${i}`, 'x'.repeat(900_000)))
    expect((await readFile(fileIn(workspace))).length).toBeLessThan(9_000_000)
    const kept = (await namesIn(workspace))[0] as string[]
    expect(kept.length).toBeGreaterThan(1)
    expect(kept.at(-1)).toBe('11')
  })

  it('goes along to another name', async () => {
    const workspace = await tempWorkspace()
    const log = await HistoryLog.of(workspace, 'Ana')
    log.add(done('one'))
    log.close()
    const many = await bulkPath(workspace, 'Ana', 'a')
    await writeBulk(many, nothing())
    await renameHistory(workspace, 'Ana', 'Ana Ruiz')
    expect(existsSync(await bulkPath(workspace, 'Ana Ruiz', 'a'))).toBe(true)
    expect(await namesIn(workspace, 'Ana Ruiz')).toEqual([['one'], []])
    await renameHistory(workspace, 'Nobody', 'Ben')
    expect(await namesIn(workspace, 'Ben')).toEqual([[], []])
  })
})
