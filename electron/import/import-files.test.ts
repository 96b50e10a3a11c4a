import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readArticle } from '#electron/library/articles.ts'
import { createWorkspace, type Workspace } from '#electron/library/workspace.ts'
import { articleFilesIn } from './article-files.ts'
import { type ImportOptions, importPaths as importPathsBy } from './import-files.ts'
import { parserHere } from './testing/parser-here.ts'

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  const created = await createWorkspace(join(folder, 'workspace'), { name: 'Test' })
  if (!created.ok) throw new Error(created.problem.sentence)
  workspace = created.value
})
afterEach(() => rm(folder, { recursive: true }))

async function file(
  name: string,
  content: string | Uint8Array = `${name} has a headline\n`,
): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}

const importPaths = (
  into: Workspace,
  paths: readonly string[],
  options: Omit<ImportOptions, 'parser'> = {},
) => importPathsBy(into, paths, { parser: parserHere, ...options })

const outcomes = async (...paths: string[]) =>
  (await importPaths(workspace, paths)).files.map(({ outcome, reason }) => reason ?? outcome)

it('imports a file and says how its bytes were read', async () => {
  const path = await file('a.txt', iconv.encode('Théodore agrees\n\n“Yes,” he said.', 'windows-1252'))
  const { files } = await importPaths(workspace, [path])
  expect(files).toMatchObject([{ path, outcome: 'imported', encoding: 'windows-1252' }])
  const article = await readArticle(workspace, files[0]?.articleId ?? '')
  expect(article.ok && article.value.text).toBe('Théodore agrees\n\n“Yes,” he said.')
})

it('keeps the original bytes only where the text’s own are not the same', async () => {
  const bytes = iconv.encode('Truce holds', 'utf-16le', { addBOM: true })
  await importPaths(workspace, [await file('a.md', bytes), await file('b.md', 'Pact signed')])
  const kept = await readdir(join(workspace.root, 'sources'))
  expect(kept).toEqual([expect.stringMatching(/^truce-holds-[0-9a-f]{8}\.md$/)])
  expect(await readFile(join(workspace.root, 'sources', kept[0] ?? ''))).toEqual(bytes)
})

it('knows the same text again, whatever bytes it came in', async () => {
  const text = 'Dockers end strike\n\nThe café reopened.'
  const paths = [await file('a.txt', text), await file('b.txt', `\ufeff${text}`)]
  expect(await outcomes(...paths, ...paths)).toEqual(['imported', 'duplicate', 'duplicate', 'duplicate'])
})

it('walks a folder in a fixed order, and takes only texts that are in sight and inside', async () => {
  await file('outside/secret.txt')
  for (const name of ['in/b.txt', 'in/a.MD', 'in/sub/c.txt', 'in/.hidden.txt', 'in/.git/d.txt', 'in/e.xyz'])
    await file(name)
  await symlink(join(folder, 'outside'), join(folder, 'in/way-out'))
  await symlink(join(folder, 'outside/secret.txt'), join(folder, 'in/z.txt'))
  await symlink(join(folder, 'in'), join(folder, 'in/sub/round'))
  await symlink(join(folder, 'nowhere'), join(folder, 'in/broken.txt'))
  await symlink(join(folder, 'in/b.txt'), join(folder, 'in/link.txt'))
  const { files, skipped } = await importPaths(workspace, [join(folder, 'in')])
  expect(skipped).toEqual(['e.xyz'])
  const rows = files.map(({ path, outcome }) => `${path.slice(folder.length + 1)} ${outcome}`)
  expect(rows).toEqual([
    'in/a.MD imported',
    'in/b.txt imported',
    'in/link.txt duplicate',
    'in/sub/c.txt imported',
  ])
})

it('names what was left out, and says of what nobody said the columns that it can be tried again', async () => {
  const paths = [await file('a.csv', 'x,y\n1,2\n'), await file('b.csv', 'x,z\n1,2\n'), await file('c.txt')]
  const choices = (path: string) =>
    path === paths[0] ? 'skip' : path === paths[1] ? 'not-chosen' : undefined
  const { files, skipped } = await importPaths(workspace, paths, { choices })
  expect(skipped).toEqual(['a.csv'])
  expect(files.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
    '“b.csv” was left out: its columns were not chosen.',
    'imported',
  ])
})

it('walks a folder once, however many ways lead to it through links', async () => {
  const names = Array.from({ length: 9 }, (_, i) => `mesh/d${i}`)
  for (const name of names) await file(`${name}/t.txt`)
  for (const from of names)
    for (const to of names.filter((name) => name !== from))
      await symlink(join(folder, to), join(folder, from, `to-${to.slice(5)}`))
  expect(await outcomes(join(folder, 'mesh'))).toEqual(names.map(() => 'imported'))
})

it('stops while it walks a folder when it is cancelled', async () => {
  await file('in/a.txt')
  const cancel = new AbortController()
  cancel.abort()
  const report = await importPaths(workspace, [join(folder, 'in')], { signal: cancel.signal })
  expect(report).toEqual({ files: [], notTried: 0, skipped: [] })
  const walked: string[] = []
  const midway = new AbortController()
  for (const name of ['in/b.txt', 'in/sub/c.txt']) await file(name)
  for await (const path of articleFilesIn(join(folder, 'in'), { signal: midway.signal })) {
    walked.push(path)
    midway.abort()
  }
  expect(walked).toHaveLength(1)
})

it('gives each path that leads to no article one row with its reason', async () => {
  await mkdir(join(folder, 'bare'))
  const large = await file('large.txt')
  await truncate(large, 25 * 1024 * 1024 + 1)
  const paths = [join(folder, 'bare'), join(folder, 'gone.txt'), await file('a.xyz'), large]
  expect(await outcomes(...paths, await file('empty.txt', ''), await file('fine.txt'))).toEqual([
    expect.stringMatching(
      /^“bare” holds nothing that can be read\. What can be read: \.txt, .* and \.zip\.$/,
    ),
    '“gone.txt” is not there; please check its name.',
    expect.stringMatching(/^“a\.xyz” is of a kind that cannot be read\. What can be read: \.txt, .*\.$/),
    '“large.txt” is too large (26 MB; the limit is 25 MB); please split it into its articles.',
    '“empty.txt” is empty.',
    'imported',
  ])
})

it('gives a file that vanishes meanwhile one failed row, and goes on', async () => {
  const paths = [await file('a.txt'), await file('b.txt'), await file('c.txt')]
  const onProgress = ({ done }: { done: number }) => {
    if (done === 0) rmSync(paths[1] ?? '')
  }
  const { files } = await importPaths(workspace, paths, { onProgress })
  expect(files.map(({ outcome }) => outcome)).toEqual(['imported', 'failed', 'imported'])
})

it('stops between two files when it is cancelled, and says how many it did not try', async () => {
  const paths = [await file('a.txt'), await file('b.txt'), await file('c.txt')]
  const cancel = new AbortController()
  const onProgress = ({ done }: { done: number }) => {
    if (done === 1) cancel.abort()
  }
  const report = await importPaths(workspace, paths, { onProgress, signal: cancel.signal })
  expect(report.files.map(({ outcome }) => outcome)).toEqual(['imported', 'imported'])
  expect(report.notTried).toBe(1)
})

it('lets others run between any two files', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => file(`many/${i}.txt`)))
  const turns = new Set<number>()
  let turn = 0
  const timer = setInterval(() => turn++, 0)
  await importPaths(workspace, [join(folder, 'many')], { onProgress: () => turns.add(turn) })
  clearInterval(timer)
  expect(turns.size).toBeGreaterThan(1)
})
