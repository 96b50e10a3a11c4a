import { type ChildProcess, execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

// Each starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let folder: string
let cli: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  cli = await bundled('cli.ts', 'cli/cli.js')
  await bundled('../import/parser.ts', 'parser/parser.js')
})
afterAll(() => rm(folder, { recursive: true }))

async function bundled(entry: string, name: string): Promise<string> {
  const file = join(folder, name)
  const transform = { target: 'node20.18', define: { __VERSION__: '"1.2.3"' } }
  const built = await rolldown({ input: join(import.meta.dirname, entry), platform: 'node', transform })
  await built.write({ file, format: 'esm', codeSplitting: false })
  await built.close()
  return file
}

type Run = { readonly status: number; readonly stdout: string; readonly stderr: string }

function finished(
  start: (done: (error: unknown, stdout: string, stderr: string) => void) => ChildProcess,
): Promise<Run> {
  return new Promise((resolve) => {
    const child = start((_, stdout, stderr) => resolve({ status: child.exitCode ?? -1, stdout, stderr }))
  })
}

const run = (...args: string[]): Promise<Run> =>
  finished((done) => execFile(process.execPath, [cli, ...args], done))

it('takes a person from a file to a dataset', async () => {
  const [workspace, article, out] = ['workspace', 'a.txt', 'out/dataset.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  await writeFile(article, '\ufeffTruce holds\r\n\r\n“Yes,” said the 🦊.\r\n')
  expect(await run('init', workspace, '--name', 'Truces')).toMatchObject({ status: 0, stderr: '' })

  const imported = await run('import', workspace, article, join(folder, 'gone.txt'), '--json')
  expect(imported).toMatchObject({ status: 1, stderr: expect.stringMatching(/^failed .*gone\.txt.*\n$/) })
  const { files } = JSON.parse(imported.stdout)
  expect(files).toMatchObject([{ path: article, outcome: 'imported' }, { outcome: 'failed' }])

  const listed = JSON.parse((await run('list', workspace, '--json')).stdout)
  expect(listed.articles).toMatchObject([{ id: files[0].articleId, title: 'Truce holds', status: 'new' }])
  const shown = JSON.parse((await run('show', workspace, files[0].articleId, '--json')).stdout)

  const exported = await run('export', workspace, '--format', 'glosswright', '--out', out, '--json')
  expect(JSON.parse(exported.stdout)).toEqual({
    format: 'glosswright',
    articles: 1,
    annotations: 0,
    loss: [],
    beside: [],
  })
  const dataset = JSON.parse(await readFile(out, 'utf8'))
  expect(dataset).toMatchObject({
    tool: { version: '1.2.3' },
    workspace: { name: 'Truces' },
    articles: [shown],
  })

  expect(await run('validate', out)).toMatchObject({ status: 0, stderr: '' })
  expect(await run('check', workspace)).toMatchObject({ status: 0, stderr: '' })
})

it('says its version', async () => {
  expect(await run('--version')).toEqual({ status: 0, stdout: '1.2.3\n', stderr: '' })
})

it('gives wrong use its own status', async () => {
  expect(await run('nonsense')).toMatchObject({ status: 2, stdout: '' })
})

it('is quiet when the reader of its output goes away', async () => {
  const quiet = await finished((done) => {
    const child = execFile(process.execPath, [cli, '--help'], done)
    child.stdout?.destroy()
    return child
  })
  expect(quiet).toEqual({ status: 0, stdout: '', stderr: '' })
})
