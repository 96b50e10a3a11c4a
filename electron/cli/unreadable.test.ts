import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeExampleWorkspace } from '#electron/export/testing/example-workspace.ts'
import { parserHere } from '#electron/import/testing/parser-here.ts'
import { inWorkspace } from './in-workspace.ts'
import { run } from './testing/run.ts'

let workspace: string

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'unreadable-'))
  await makeExampleWorkspace(workspace)
})
afterEach(() => rm(workspace, { recursive: true }))

const [FERRIES, TRUCE] = ['norland-promises-night-ferries-d28cdbf3', 'truce-holds-in-the-hills-61ea58ec']

describe.skipIf(process.platform === 'win32')('a pipe in the place of a file is not waited for', () => {
  it.each([
    `articles/${FERRIES}.txt`,
    `articles/${FERRIES}.json`,
    `annotators/Mira/${FERRIES}.json`,
    'glosswright.json',
  ])('%s', async (name) => {
    await rm(join(workspace, name))
    execFileSync('mkfifo', [join(workspace, name)])
    const shown = await run('show', workspace, FERRIES)
    expect(shown).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(name) })
    expect(shown.stderr).toContain('a pipe, a device or the like is where a file should be')
    expect(await run('check', workspace)).toMatchObject({ status: 1, stdout: '' })
    await run('list', workspace)
    await run('import', workspace, join(workspace, `articles/${TRUCE}.txt`))
    await run('export', workspace, '--format', 'glosswright', '--out', join(workspace, 'out.json'))
  })
})

describe('a folder that cannot be read', () => {
  it.each(['list', 'check'])('ends %s with one sentence', async (command) => {
    await rm(join(workspace, 'articles'), { recursive: true })
    await writeFile(join(workspace, 'articles'), '')
    const { status, stdout, stderr } = await run(command, workspace)
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      status: 1,
      stdout: '',
      lines: 1,
    })
    expect(stderr).toContain('a file is where a folder should be')
  })

  it('ends any command with one sentence, but what is our own fault is not hidden', async () => {
    const input = { positionals: [workspace], values: {}, progress: () => undefined, parser: parserHere }
    const ended = (work: () => Promise<never>) =>
      inWorkspace(work)({ ...input, signal: new AbortController().signal })
    const place = join(workspace, 'articles', `${FERRIES}.txt`)
    expect(await ended(async () => (await readdir(place)) as never)).toEqual({
      problems: [
        `“${place}” could not be read: a file is where a folder should be; please move that file away.`,
      ],
    })
    await expect(ended(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours')
  })
})
