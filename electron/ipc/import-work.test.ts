import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ArticlesChange } from '#shared/ipc/contract.ts'
import { parserHere } from '../import/testing/parser-here.ts'
import { KeptCatalogue } from '../library/kept-catalogue.ts'
import { tempFolder, tempWorkspace } from '../library/testing/temp-workspace.ts'
import type { ImportOrder } from '../unfinished-imports.ts'
import { beginImport, forgetImport, goOnImporting, type ImportWork } from './import-work.ts'

async function work(): Promise<
  ImportWork & { readonly told: ArticlesChange[]; readonly kept: Map<string, ImportOrder> }
> {
  const workspace = await tempWorkspace()
  const catalogue = new KeptCatalogue(workspace, 'Ana')
  await catalogue.rows()
  const told: ArticlesChange[] = []
  const kept = new Map<string, ImportOrder>()
  const unfinished = {
    of: (id: string) => kept.get(id) ?? null,
    keep: (id: string, order: ImportOrder) => void kept.set(id, order),
    forget: (id: string) => void kept.delete(id),
  }
  const session = { workspace, catalogue }
  const send = (_channel: string, change: unknown) => void told.push(change as ArticlesChange)
  return { desk: { session, parser: parserHere }, send, unfinished, told, kept } as never
}

async function files(count: number): Promise<string[]> {
  const folder = await tempFolder()
  const paths = Array.from({ length: count }, (_, i) => join(folder, `${i}.txt`))
  await Promise.all(paths.map((path, i) => writeFile(path, `Talks, day ${i}`)))
  return paths
}

it('tells of new articles, and forgets what it was asked once that is done', async () => {
  const now = await work()
  const report = await beginImport(now, await files(3), {})
  expect(report.files).toHaveLength(3)
  expect(now.told.flatMap(({ changed }) => changed.map(({ title }) => title)).sort()).toEqual([
    'Talks, day 0',
    'Talks, day 1',
    'Talks, day 2',
  ])
  expect(now.kept.size).toBe(0)
  expect(await goOnImporting(now, {})).toBeNull()
})

it('keeps what was asked, with all that was settled, until a cut-off import is gone on with', async () => {
  const now = await work()
  const paths = await files(4)
  const cancel = new AbortController()
  const choices = (path: string) => (path.endsWith('3.txt') ? ({ encoding: 'utf-8' } as const) : undefined)
  const onProgress = ({ done }: { readonly done: number }) => (done === 1 ? cancel.abort() : undefined)
  const cut = await beginImport(now, paths, { choices, onProgress, signal: cancel.signal })
  expect(cut.notTried).toBe(2)
  expect([...now.kept.values()]).toEqual([
    { paths, choices: { [paths[3] as string]: { encoding: 'utf-8' } } },
  ])
  const rest = await goOnImporting(now, {})
  expect(rest?.files.map(({ outcome }) => outcome)).toEqual([
    'imported',
    expect.any(String),
    'imported',
    'imported',
  ])
  expect(now.kept.size).toBe(0)
})

it('that nobody wants to go on with is forgotten', async () => {
  const now = await work()
  const signal = AbortSignal.abort()
  await beginImport(now, await files(2), { signal })
  expect(now.kept.size).toBe(1)
  await forgetImport(now)
  expect(await goOnImporting(now, {})).toBeNull()
})
