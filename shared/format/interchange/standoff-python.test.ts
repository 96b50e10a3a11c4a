import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { datasetArticles } from '#shared/testing/datasets.ts'
import { exported } from '#shared/testing/round-trip.ts'
import { adapterOf } from './adapters.ts'

const SCRIPT = join(import.meta.dirname, '../../testing/read_standoff.py')
const IDS = ['brat', 'conll', 'webanno-tsv'] as const

test('Python, which counts code points, finds the same marks on the same words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-'))
  const written: Record<string, number> = {}
  for (const [i, articles] of fc.sample(datasetArticles, { numRuns: 30, seed: 6 }).entries())
    for (const id of IDS) {
      const adapter = adapterOf(id)
      if (!adapter) throw new Error(`“${id}” is no format`)
      const { carried, files } = await exported(adapter, articles)
      written[id] = (written[id] ?? 0) + carried.flatMap(({ annotations }) => annotations).length
      for (const [path, bytes] of files) save(join(folder, id, `${i}`, path || 'all.conll'), bytes)
    }
  const read: unknown = JSON.parse(execFileSync('python3', [SCRIPT, folder], { encoding: 'utf8' }))
  rmSync(folder, { recursive: true })
  expect(read).toEqual(written)
}, 60_000)

function save(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}
