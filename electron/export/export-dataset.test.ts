import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '#electron/library/hash.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Dataset } from '#shared/format/dataset.ts'
import { validateDataset } from '#shared/format/dataset-problems.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import { type ExportWay, exportAs } from './export-as.ts'
import { makeEmptyWorkspace, makeExampleWorkspace } from './testing/example-workspace.ts'

const everything = everythingAs('glosswright')
const docs = join(import.meta.dirname, '../../docs')
let folder: string
let workspace: Workspace
let out: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'))
  workspace = await makeExampleWorkspace(join(folder, 'workspace'))
  out = join(folder, 'out', 'dataset.json')
})
afterEach(() => rm(folder, { recursive: true }))

async function exported(annotator?: string): Promise<Dataset> {
  const annotators = annotator === undefined ? null : [annotator]
  const report = await exportAs(workspace, { ...everything, annotators }, { out })
  if (!report.ok) throw new Error(report.problem.sentence)
  return JSON.parse(await readFile(out, 'utf8'))
}

async function sentenceOf(way: ExportWay = { out }, settings = everything): Promise<string> {
  const report = await exportAs(workspace, settings, way)
  return report.ok ? 'no failure' : report.problem.sentence
}

const annotationFile = (annotator: string): string => {
  const at = join(workspace.root, 'annotators', annotator)
  return join(at, readdirSync(at).find((name) => name !== 'actors.json') ?? '')
}

describe('a dataset', () => {
  it('says what it holds', async () => {
    expect(await exportAs(workspace, everything, { out })).toEqual({
      ok: true,
      value: { format: 'glosswright', out, articles: 2, annotations: 8, loss: [], beside: [] },
    })
  })

  it('is the example of the docs', async () => {
    await exported()
    const written = readFileSync(out, 'utf8').replace('0.0.0-test', '0.1.0')
    const example = join(docs, 'examples/dataset.json')
    if (process.env.UPDATE_DOCS) writeFileSync(example, written)
    expect(written).toBe(readFileSync(example, 'utf8'))
  })

  it('is the same bytes again, also from another folder', async () => {
    await exported()
    const first = await readFile(out)
    await exported()
    expect(await readFile(out)).toEqual(first)
    workspace = await makeExampleWorkspace(join(folder, 'elsewhere'))
    await exported()
    expect(await readFile(out)).toEqual(first)
  })

  it('holds against its schema and all that no schema can say', async () => {
    const dataset = await exported()
    expect(validateDataset(dataset, sha256)).toEqual([])
    const schema = JSON.parse(await readFile(join(docs, 'dataset.schema.json'), 'utf8'))
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(
      schema,
    )
    validate(dataset)
    expect(validate.errors).toBeNull()
    expect(validate({ ...dataset, offsets: { unit: 'utf16', end: 'exclusive' } })).toBe(false)
  })

  it('lists articles by id and annotations in reading order, outer before inner', async () => {
    const { articles } = await exported()
    expect(articles.map(({ title }) => title)).toEqual([
      'Norland promises night ferries 🚢',
      'Truce holds in the hills for a second week',
    ])
    expect(articles.map(({ status }) => status)).toEqual(['done', 'in progress'])
    expect(articles[0]?.annotations.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm5', 'm4', 'm6', 'm7'])
  })

  it('holds one annotator’s work where one is named, and refuses a name that is not there', async () => {
    const { articles } = await exported('Jonas')
    expect(articles.flatMap(({ annotations }) => annotations.map(({ annotator }) => annotator))).toEqual([
      'Jonas',
    ])
    expect(articles.map(({ status }) => status)).toEqual(['new', 'in progress'])
    expect(await sentenceOf({ out }, { ...everything, annotators: ['gold'] })).toBe(
      'There is no annotator “gold” in this workspace; the annotators are: Jonas, Mira.',
    )
  })

  it('of a workspace without articles is a dataset too', async () => {
    workspace = await makeEmptyWorkspace(join(folder, 'empty'))
    expect(validateDataset(await exported(), sha256)).toEqual([])
  })
})

describe('an export that cannot be whole leaves nothing behind', () => {
  beforeEach(async () => {
    await mkdir(join(folder, 'out'))
    await writeFile(out, 'what was there before')
  })
  afterEach(async () => {
    expect(readdirSync(join(folder, 'out'))).toEqual(['dataset.json'])
    expect(await readFile(out, 'utf8')).toBe('what was there before')
  })

  it('when an annotation file is damaged', async () => {
    const file = annotationFile('Mira')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"start":', '"start":9'))
    expect(await sentenceOf()).toMatch(/^“annotators\/Mira\/.*\.json” is damaged/)
  })

  it('when an article’s text was changed', async () => {
    const text = readdirSync(join(workspace.root, 'articles')).find((name) => name.endsWith('.txt')) ?? ''
    await writeFile(join(workspace.root, 'articles', text), 'Other words')
    expect(await sentenceOf()).toContain('was changed outside Glosswright')
  })

  it('when a role names a mark that is gone', async () => {
    const file = annotationFile('Mira')
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => !line.includes('"id":"m2"'))
    await writeFile(file, lines.join('\n'))
    expect(await sentenceOf()).toContain('the annotation “m3” has somebody as “committer” who is not there')
  })

  it('when it is cancelled', async () => {
    expect(await sentenceOf({ out, signal: AbortSignal.abort() })).toContain('cancelled')
  })
})

it.each(['glosswright.json', 'articles/a.json', '.glosswright/x', 'annotators/Mira/dataset.json'])(
  'never writes over the workspace’s own “%s”',
  async (name) => {
    const path = join(workspace.root, name)
    const before = await readFile(path).catch(() => null)
    expect(await sentenceOf({ out: path })).toContain('belongs to the workspace')
    expect(await readFile(path).catch(() => null)).toEqual(before)
  },
)

it('says what is in the way where the file cannot be written', async () => {
  await writeFile(join(folder, 'file'), '')
  expect(await sentenceOf({ out: join(folder, 'file', 'dataset.json') })).toContain('could not be written')
})

const python = promisify(execFile)
const hasPython = await python('python3', ['--version']).then(
  () => true,
  () => false,
)

describe.skipIf(!hasPython)('the Python of the docs', () => {
  const check = (path: string): Promise<unknown> => python('python3', [join(docs, 'examples/check.py'), path])

  it('finds nothing wrong with an export', async () => {
    await exported()
    await expect(check(out)).resolves.toMatchObject({ stdout: '' })
  })

  it.each([
    ['an offset in another unit', /"end":\d+/, '"end":1'],
    ['a changed text', 'Norland would', 'Norland could'],
    ['a changed fragment', '"text":"would"', '"text":"could"'],
  ])('finds %s', async (_, from, to) => {
    await exported()
    const damaged = (await readFile(out, 'utf8')).replace(from, to)
    await writeFile(out, damaged)
    await expect(check(out)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('do not hold'),
    })
  })
})
