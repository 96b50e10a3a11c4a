import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeExampleWorkspace } from '#electron/export/testing/example-workspace.ts'
import { run } from './testing/run.ts'

const TRUCE = 'truce-holds-in-the-hills-61ea58ec'
let folder: string
let workspace: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'main-texts-'))
  workspace = join(folder, 'workspace')
  await makeExampleWorkspace(workspace)
})
afterAll(() => rm(folder, { recursive: true }))

it('writes the main texts, says what is not in them, or with --on-loss fail writes nothing', async () => {
  const cleaning = join(workspace, 'annotators/Jonas/cleaning.json')
  const file = join(workspace, 'articles', `${TRUCE}.json`)
  const about = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...about, publisher: 'Strait Post' }))
  const rule = { as: 'anywhere', words: 'The League', kind: 'ad', source: 'Strait Post', id: 'r' }
  const rules = [{ ...rule, created: '2026-01-05T09:00:00Z' }]
  await writeFile(
    cleaning,
    JSON.stringify({ format: 'glosswright/cleaning', version: 1, annotator: 'Jonas', rules }),
  )
  const out = join(folder, 'main.json')
  const options = ['--format', 'glosswright', '--text', 'main', '--out', out]
  expect(await run('export', workspace, ...options, '--on-loss', 'fail')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('1 mark that lies in boilerplate'),
  })
  await expect(readFile(out)).rejects.toThrow('ENOENT')
  expect(await run('export', workspace, ...options)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('7 annotations'),
    stderr: expect.stringContaining('Not in it: 1 in boilerplate.'),
  })
  expect(await run('validate', out)).toMatchObject({ status: 0, stderr: '' })
  const { articles } = JSON.parse(await readFile(out, 'utf8'))
  const main = articles.find(({ id }: { id: string }) => id === TRUCE)
  expect(main.text).not.toContain('The League')
  const full = Array.from(await readFile(join(workspace, 'articles', `${TRUCE}.txt`), 'utf8'))
  const text = Array.from(main.text)
  for (const [start, at, length] of main.offsetMap)
    expect(text.slice(start, start + length)).toEqual(full.slice(at, at + length))
  expect(await run('export', workspace, ...options, '--text', 'half')).toMatchObject({ status: 2 })
})
