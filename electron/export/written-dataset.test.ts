import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newActor } from '#shared/domain/actor.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { stableJson } from '#shared/format/json.ts'
import { now } from '#shared/testing/samples.ts'
import { exportDataset } from './dataset.ts'
import { datasetText } from './dataset-text.ts'
import { ExportStopped } from './export-stopped.ts'
import { makeExampleWorkspace } from './testing/example-workspace.ts'
import { proveDataset } from './written-dataset.ts'

let folder: string
let out: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'written-'))
  out = join(folder, 'dataset.json')
  await exportDataset(await makeExampleWorkspace(join(folder, 'workspace')), { out })
})
afterEach(() => rm(folder, { recursive: true }))

it('proves what was written as it should be', async () => {
  await expect(proveDataset(out)).resolves.toBeUndefined()
})

it('takes no actor of the registry for an article', async () => {
  const { articles, ...frame } = JSON.parse(await readFile(out, 'utf8'))
  async function* each() {
    yield* articles
  }
  const actors = [newActor({ id: 'zone', name: 'The zone', now }), ...frame.actors]
  await writeFile(out, datasetText({ ...frame, actors }, each()))
  expect(await readFile(out, 'utf8')).toContain(stableJson(actors).split('\n')[2]?.trim())
  await expect(proveDataset(out)).resolves.toBeUndefined()
})

it.each([100, 400, 5000])('refuses what was cut at byte %d', async (length) => {
  await writeFile(out, (await readFile(out)).subarray(0, length))
  await expect(proveDataset(out)).rejects.toThrow(ExportStopped)
})

it.each([
  ['a slice', '"text":"Transport Minister Ada Quill"', '"text":"Transport Minister Ada Quilt"', '“m1”'],
  ['an offset', '"start":45', '"start":46', '“m1”'],
  ['a fragment', '"text":"would"', '"text":"could"', '“m3”'],
  ['a text', 'said on Monday', 'said on Sunday', 'sha256'],
  ['a label', '"label":"commitment"', '"label":"promise"', '“promise”'],
  ['the frame', '"unit": "codepoint"', '"unit": "utf-16"', 'offsets.unit'],
])('names what does not hold: %s', async (_, from, to, named) => {
  const written = await readFile(out, 'utf8')
  expect(written).toContain(from)
  await writeFile(out, written.replace(from, to))
  await expect(proveDataset(out)).rejects.toThrow(named)
})

const tricky = fc.string({
  unit: fc.constantFrom('a', '\n', '\r', '\u2028', '🚢', '"', '[]', '\n    }', '\\', '{'),
})

it('lays a dataset out as JSON that says the same', async () => {
  const articles = fc.array(fc.record({ text: tricky, annotations: fc.array(fc.record({ note: tricky })) }))
  await fc.assert(
    fc.asyncProperty(articles, fc.array(tricky), async (some, actors) => {
      async function* given(): AsyncGenerator<DatasetArticle> {
        for (const article of some) yield article as unknown as DatasetArticle
      }
      let text = ''
      for await (const piece of datasetText({ actors, format: 'x' }, given())) text += piece
      expect(JSON.parse(text)).toEqual({ actors, format: 'x', articles: some })
    }),
  )
})
