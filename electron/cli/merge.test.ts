import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { contentOf, tempFolder } from '#electron/library/testing/temp-workspace.ts'
import { run } from './testing/run.ts'

/** A workspace with one article, and a mark of somebody's in it. */
async function workspaceOf(name: string, annotator: string, text: string): Promise<string> {
  const folder = join(await tempFolder(), name)
  const files = await tempFolder()
  await run('init', folder)
  const marks = join(files, 'marks.jsonl')
  await writeFile(marks, `${JSON.stringify({ text, label: [[0, 7, 'actor']] })}\n`)
  await run('annotate', folder, '--annotator', annotator, '--from', marks, '--format', 'doccano')
  return folder
}

/** All that is no cache. */
const filesIn = async (folder: string) =>
  Object.fromEntries(
    Object.entries(await contentOf(folder)).filter(([name]) => !name.startsWith('.glosswright')),
  )

it('merges a folder under the names that it is told, once, and in a dry run not at all', async () => {
  const ours = await workspaceOf('ours', 'Ana', 'Norland promised help.')
  const theirs = await workspaceOf('theirs', 'Ana', 'Vesteria refused.')
  const before = await filesIn(ours)
  const dry = await run('merge', ours, theirs, '--as', 'Ana=Bo', '--dry-run')
  expect(dry).toMatchObject({ status: 0, stderr: '' })
  expect(dry.stdout).toContain('Ana as Bo: 1 new annotation in 1 article, 0 the same, 0 differing')
  expect(await filesIn(ours)).toEqual(before)
  const merged = JSON.parse((await run('merge', ours, theirs, '--as', 'Ana=Bo', '--json')).stdout)
  expect(merged).toMatchObject({ newArticles: 1, annotations: 1, refused: [], names: { Ana: 'Bo' } })
  const after = await filesIn(ours)
  expect(Object.keys(after).filter((name) => name.startsWith('annotators/Bo/'))).toHaveLength(1)
  expect((await run('merge', ours, theirs, '--as', 'Ana=Bo')).stdout).toContain('0 annotations in 0 articles')
  expect(await filesIn(ours)).toEqual(after)
  expect(await run('check', ours)).toMatchObject({ status: 0 })
})

it('merges a colleague with my name a second time into whom it made of them', async () => {
  const ours = await workspaceOf('ours', 'Ana', 'Norland promised help.')
  const theirs = await workspaceOf('theirs', 'Ana', 'Norland promised help.')
  const again = () => run('merge', ours, theirs, '--annotator', 'Ana')
  expect((await again()).stdout).toContain('“Ana” is “Ana 2” here')
  const after = await filesIn(ours)
  expect((await again()).stdout).toBe('0 annotations in 0 articles\n“Ana” is “Ana 2” here\n')
  expect(await filesIn(ours)).toEqual(after)
})

it('leaves a step to undo to the annotator who is named', async () => {
  const ours = await workspaceOf('ours', 'Ana', 'Norland promised help.')
  const theirs = await workspaceOf('theirs', 'Bo', 'Norland promised help.')
  await run('merge', ours, theirs, '--annotator', 'Ana')
  const history = (await contentOf(ours))['.glosswright/history/Ana.jsonl']
  expect(history).toContain('"Merge"')
})

it('tells what is left out on stderr, and ends with 1', async () => {
  const ours = await workspaceOf('ours', 'Ana', 'Norland promised help.')
  const theirs = await workspaceOf('theirs', 'Bo', 'Norland promised help.')
  await mkdir(join(theirs, 'annotators', 'con'))
  const { status, stderr, stdout } = await run('merge', ours, theirs)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '1 annotation in 1 article\n' })
  expect(stderr).toContain('refused  annotators/con')
})

it.each([
  ['--as', 'Bo', 2, 'does not say who gets which name'],
  ['--as', 'Cy=Di', 1, 'has no annotator “Cy”'],
  ['--annotator', 'gold', 1, 'is the name of what is settled'],
])('refuses %s %s', async (option, value, status, sentence) => {
  const ours = await workspaceOf('ours', 'Ana', 'Norland promised help.')
  const theirs = await workspaceOf('theirs', 'Bo', 'Norland promised help.')
  const told = await run('merge', ours, theirs, option, value)
  expect(told.status).toBe(status)
  expect(told.stderr).toContain(sentence)
})
