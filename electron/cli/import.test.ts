import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run } from './testing/run.ts'

let folder: string
let workspace: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-command-'))
  workspace = join(folder, 'workspace')
  await run('init', workspace, '--name', 'Test')
})
afterEach(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

it('asks for the columns of a table that it is not sure of, and takes what is said of them', async () => {
  const table = await file('news.csv', '"First, or so",Second\nTruce holds,Guns fell silent.\n')
  expect(await run('import', workspace, table)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('--columns text=Body,title=Headline'),
  })
  expect(await run('import', workspace, table, '--columns', 'text=Second,title=Third')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(
      '“news.csv” has no column “Third”; please choose which of its columns is what.',
    ),
  })
  const imported = await run('import', workspace, table, '--columns', 'title=First, or so,text=Second')
  expect(imported).toMatchObject({ status: 0, stderr: '' })
  expect((await run('list', workspace)).stdout).toContain('Truce holds')
})

it.each(['Body', 'title=Headline', 'text=', 'colour=Red,text=Body'])(
  'refuses columns that say nothing: %s',
  async (columns) => {
    const table = await file('news.csv', 'text\nGuns fell silent.\n')
    expect(await run('import', workspace, table, '--columns', columns)).toMatchObject({ status: 2 })
  },
)

it('says of a text whose encoding is a guess how it was read', async () => {
  const guessed = await file('guess.txt', iconv.encode('The café reopened.', 'windows-1252'))
  const settled = await file('sure.txt', 'The truce holds.')
  const { stdout } = await run('import', workspace, guessed, settled)
  const [first, second] = stdout.split('\n')
  expect(first).toMatch(/certainty \d+ %, read as windows-1252$/)
  expect(second).not.toContain('certainty')
})
