import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const project = join(import.meta.dirname, '../..')
// Each starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'launcher-'))
  for (const name of ['bin', 'package.json', 'rolldown.config.mjs']) {
    await cp(join(project, name), join(root, name), { recursive: true })
  }
})
afterEach(() => rm(root, { recursive: true }))

function launch(nodeOptions: readonly string[] = []) {
  return new Promise((resolve) => {
    const args = [...nodeOptions, join(root, 'bin/glosswright.mjs'), 'formats', '--json']
    const child = execFile(process.execPath, args, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr })
    })
  })
}

it('builds the command line in a checkout that has none, once, also when two start together', async () => {
  for (const name of ['electron', 'renderer', 'shared', 'node_modules'])
    await symlink(join(project, name), join(root, name))
  const answer = { status: 0, stdout: expect.stringContaining('"formats"') }
  const both = await Promise.all([launch(), launch()])
  expect(both).toMatchObject([answer, answer])
  expect(both).toContainEqual({ ...answer, stderr: 'Building the command line, this once…\n' })
  expect(await launch()).toEqual({ ...answer, stderr: '' })
  expect(await readdir(join(root, 'dist'))).toEqual(['cli', 'parser', 'review-page'])
})

it('says what to do where it cannot be built', async () => {
  expect(await launch()).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Glosswright is not built: run “npm ci” first.\n',
  })
})

it('refuses a Node that is too old, in one sentence', async () => {
  const old = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.18.1"}})'
  expect(await launch(['--import', old])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Glosswright needs Node 20.19 or newer; this is Node 20.18.1.\n',
  })
})
