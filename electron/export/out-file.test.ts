import { execFileSync } from 'node:child_process'
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '#electron/library/workspace.ts'
import { everythingAs } from '#shared/format/export-settings.ts'
import { exportAs } from './export-as.ts'
import { makeExampleWorkspace } from './testing/example-workspace.ts'

let folder: string
let workspace: Workspace
const at = (...names: string[]): string => join(folder, ...names)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'out-'))
  workspace = await makeExampleWorkspace(at('workspace'))
})
afterEach(() => rm(folder, { recursive: true }))

async function sentenceOf(out: string): Promise<string> {
  const report = await exportAs(workspace, everythingAs('glosswright'), { out })
  return report.ok ? 'no failure' : report.problem.sentence
}

const REFUSED = 'is there already and is no ordinary file; please choose another place.'

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  beforeEach(() => execFileSync('mkfifo', [at('pipe')]))

  it.each(['pipe', 'link'])('is refused and stays, named as the %s', async (name) => {
    await symlink(at('pipe'), at('link'))
    expect(await sentenceOf(at(name))).toBe(`“${at(name)}” ${REFUSED}`)
    expect((await lstat(at('pipe'))).isFIFO()).toBe(true)
    expect((await lstat(at('link'))).isSymbolicLink()).toBe(true)
  })
})

it.each(['folder', 'link to nowhere'])('a %s is refused and stays', async (name) => {
  await mkdir(at('folder'))
  await symlink(at('nowhere'), at('link to nowhere'))
  const before = await readdir(folder)
  expect(await sentenceOf(at(name))).toBe(`“${at(name)}” ${REFUSED}`)
  expect(await readdir(folder)).toEqual(before)
})

it('a link to a file stays a link, and the file gets the dataset', async () => {
  await mkdir(at('there'))
  await writeFile(at('there', 'dataset.json'), 'what was there before')
  await symlink(at('there', 'dataset.json'), at('link.json'))
  expect(await sentenceOf(at('link.json'))).toBe('no failure')
  expect((await lstat(at('link.json'))).isSymbolicLink()).toBe(true)
  expect(JSON.parse(await readFile(at('there', 'dataset.json'), 'utf8')).format).toBe('glosswright/dataset')
  expect(await readdir(at('there'))).toEqual(['dataset.json'])
})

it('the workspace’s own files are known by whatever links they are reached', async () => {
  const mine = at('workspace', 'annotators', 'Mira')
  const [name = ''] = await readdir(mine)
  const before = await readFile(join(mine, name))
  await symlink(mine, at('folder'))
  await symlink(join(mine, name), at('file'))
  await symlink(at('workspace'), at('again'))
  const places = [at('folder', name), at('file'), at('again', 'annotators', 'Mira', name)]
  for (const out of [...places, at('again', 'sources', 'new', 'x.json')])
    expect(await sentenceOf(out)).toContain('belongs to the workspace')
  const opened = await openWorkspace(at('again'))
  if (!opened.ok) throw new Error(opened.problem.sentence)
  workspace = opened.value
  for (const out of [...places, join(mine, name)]) expect(await sentenceOf(out)).toContain('belongs to')
  expect(await readFile(join(mine, name))).toEqual(before)
})

it('beside its own files a workspace may hold a dataset', async () => {
  expect(await sentenceOf(at('workspace', 'exports', 'dataset.json'))).toBe('no failure')
})
