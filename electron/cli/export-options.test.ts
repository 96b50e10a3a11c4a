import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { savePreset } from '#electron/export/presets.ts'
import { makeEmptyWorkspace, makeExampleWorkspace } from '#electron/export/testing/example-workspace.ts'
import { forgetWhoIsMeant } from '#electron/export/testing/without-actors.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import { run } from './testing/run.ts'

let folder: string
let workspace: string
let out: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-options-'))
  workspace = join(folder, 'workspace')
  out = join(folder, 'out.jsonl')
  const made = await makeExampleWorkspace(workspace)
  const settings = { ...everythingAs('glosswright-jsonl'), labels: ['accusation'], annotators: ['Mira'] }
  await savePreset(made, { name: 'The accusations', settings })
})
afterAll(() => rm(folder, { recursive: true }))

const exported = async (...options: string[]) =>
  JSON.parse((await run('export', workspace, ...options, '--out', out, '--json')).stdout)

describe('what of a workspace is exported', () => {
  it.each([
    [['--labels', 'accusation,actor'], 2, 7],
    [['--status', 'done'], 1, 7],
    [['--status', 'done,in progress'], 2, 8],
    [['--sure'], 2, 7],
    [['--annotator', 'Jonas', '--labels', 'actor'], 2, 1],
  ])('%j', async (options, articles, annotations) => {
    const format = ['--format', 'glosswright-jsonl']
    expect(await exported(...format, ...options)).toMatchObject({ articles, annotations })
    expect(await run('validate', out)).toMatchObject({ status: 0, stderr: '' })
  })

  it('may be said by a preset, whose settings give way to what is said beside it', async () => {
    const answer = await exported('--preset', 'The accusations')
    expect(answer).toMatchObject({ format: 'glosswright-jsonl', articles: 2, annotations: 2 })
    expect(await exported('--preset', 'the-accusations', '--labels', 'actor')).toMatchObject({
      annotations: 4,
    })
    const dataset = await exported('--preset', 'The accusations', '--format', 'glosswright')
    expect(dataset).toMatchObject({ format: 'glosswright', annotations: 2 })
    expect(JSON.parse(await readFile(out, 'utf8')).articles).toHaveLength(2)
    expect(await run('export', workspace, '--preset', 'Mine', '--out', out)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no preset “Mine”; the presets are: The accusations.'),
    })
  })

  it('may be said by a preset that can be read though others cannot, all of which are named', async () => {
    const named = (name: string): string => join(workspace, 'exports', `${name}.json`)
    for (const name of ['cut', 'empty', 'worn']) await writeFile(named(name), '{"format":')
    try {
      const [found, missing] = [
        await run('export', workspace, '--preset', 'The accusations', '--out', out),
        await run('export', workspace, '--preset', 'worn', '--out', out),
      ]
      expect(found).toMatchObject({ status: 0, stderr: expect.not.stringContaining('damaged') })
      for (const name of ['cut', 'empty', 'worn'])
        expect(missing.stderr).toContain(`“exports/${name}.json” is damaged`)
    } finally {
      for (const name of ['cut', 'empty', 'worn']) await rm(named(name))
    }
  })

  it('says what is not in it, with examples, and what else is not', async () => {
    const brat = ['--format', 'brat', '--out', join(folder, 'brat')]
    const { beside } = JSON.parse((await run('export', workspace, ...brat, '--json')).stdout)
    expect(beside).toEqual(expect.arrayContaining([{ kind: 'registry', count: 6 }]))
    expect((await run('export', workspace, ...brat)).stderr).toMatch(
      /^Also not in it: .*the status of 2 articles, 6 actors of the registry, the scheme, /m,
    )
    await forgetWhoIsMeant(workspace, 'Mira')
    const { loss } = await exported('--format', 'glosswright', '--labels', 'accusation')
    expect(loss).toEqual([
      { kind: 'pointers', count: 3, examples: expect.arrayContaining([expect.any(String)]) },
    ])
    const args = ['--format', 'glosswright', '--labels', 'accusation', '--out', out]
    const { stdout, stderr } = await run('export', workspace, ...args)
    expect(stdout).toBe(`2 articles, 2 annotations: ${out}\n`)
    for (const line of stderr.split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(100)
    expect(stderr).toMatch(
      /^Not in it: 3 pointers\.\n {2}pointers: roles and links to marks that are not exported, as “/,
    )
  })
})

it('fails where nothing is chosen, and writes an empty workspace', async () => {
  const none = join(folder, 'none.jsonl')
  const options = ['--format', 'glosswright-jsonl', '--out', none]
  expect(await run('export', workspace, ...options, '--status', 'new')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no article is among what was chosen'),
  })
  await expect(readFile(none)).rejects.toThrow('ENOENT')
  await makeEmptyWorkspace(join(folder, 'empty'))
  expect(await run('export', join(folder, 'empty'), ...options)).toMatchObject({ status: 0 })
})

describe('wrong use', () => {
  it.each([
    [['--status', 'finished'], '--status is one of: new, in progress, done'],
    [['--rule', 'shortest'], '--rule is one of: longest, innermost, label, split'],
    [['--labels', 'actor,,act'], '--labels is a list'],
    [['--options', 'colour'], '--options name=value'],
    [['--options', 'colour=red'], 'has no option “colour”'],
    [['--text', 'half'], '--text is one of: full, main'],
  ])('%j is told in a sentence', async (options, sentence) => {
    const answer = await run('export', workspace, '--format', 'glosswright', '--out', out, ...options)
    expect(answer).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(sentence) })
  })
})
