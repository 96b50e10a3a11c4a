import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { fileArticle, linesOf } from '#electron/brought/testing/brought-desk.ts'
import { articleIds } from '#electron/library/articles.ts'
import { addedArticle, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { acquireLock } from '#electron/library/workspace-lock.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { run } from './testing/run.ts'

const TEXT = 'Norland 😀 will pay Vesteria for ships, the minister said.'
const GOOD = fileArticle(TEXT, [{ on: 'Norland' }, { on: 'Vesteria', label: 'ORG' }])
const BAD = { ...fileArticle('Vesteria thanked Norland.'), annotations: [{ label: 7 }] as never }

let workspace: Workspace

beforeEach(async () => {
  workspace = await tempWorkspace()
})

async function from(...articles: readonly DatasetArticle[]): Promise<string[]> {
  const file = join(workspace.root, '..', 'marks.jsonl')
  await writeFile(file, linesOf(articles))
  return ['annotate', workspace.root, '--annotator', 'Bo', '--from', file, '--format', 'glosswright-jsonl']
}

async function json(args: readonly string[]) {
  const { status, stdout, stderr } = await run(...args, '--json')
  return { status, answer: JSON.parse(stdout), problems: stderr.split('\n').filter(Boolean) }
}

describe('annotate', () => {
  it('imports annotations for an annotator, with their texts', async () => {
    const args = [...(await from(GOOD)), '--map', 'ORG=actor']
    const { status, answer, problems } = await json(args)
    expect({ status, problems }).toEqual({ status: 0, problems: [] })
    expect(answer).toEqual({
      ...{ annotations: 2, completed: 0, same: 0, differing: 0 },
      ...{ articles: 1, newArticles: 1, actors: 0, refused: [] },
    })
    const [id = ''] = await articleIds(workspace)
    const shown = JSON.parse((await run('show', workspace.root, id, '--annotator', 'Bo', '--json')).stdout)
    expect(shown.annotations.map(({ text }: { text: string }) => text)).toEqual(['Norland', 'Vesteria'])
    expect((await run('check', workspace.root)).status).toBe(0)
    expect(await json(args)).toMatchObject({ status: 0, answer: { annotations: 0, newArticles: 0, same: 2 } })
  })

  it('leaves out what is mapped to nothing, and says what nobody knows', async () => {
    expect(await json([...(await from(GOOD)), '--map', 'ORG='])).toMatchObject({
      status: 0,
      answer: { annotations: 1 },
    })
    const strange = await json(await from(fileArticle(TEXT, [{ on: 'ships', label: 'GPE' }])))
    expect(strange).toMatchObject({ status: 1, answer: { annotations: 0 } })
    expect(strange.problems).toEqual([
      'refused  marks.jsonl, line 2  “GPE” is no label here; say which one it is.',
    ])
  })

  it('takes nothing where anything is refused, unless told to take the rest', async () => {
    const args = [...(await from(BAD, GOOD)), '--map', 'ORG=actor']
    const refused = [{ file: 'marks.jsonl', line: 2, reason: expect.any(String) }]
    expect(await json(args)).toMatchObject({ status: 1, answer: { annotations: 0, newArticles: 0, refused } })
    expect(await articleIds(workspace)).toEqual([])
    const partial = await json([...args, '--partial'])
    expect(partial).toMatchObject({ status: 1, answer: { annotations: 2, newArticles: 1, refused } })
    expect(partial.problems).toHaveLength(1)
  })

  it('brings no texts where that was said', async () => {
    const args = [...(await from(GOOD)), '--map', 'ORG=actor', '--existing-only']
    expect(await json(args)).toMatchObject({ status: 1, answer: { annotations: 0, newArticles: 0 } })
    await addedArticle(workspace, TEXT)
    expect(await json(args)).toMatchObject({ status: 0, answer: { annotations: 2, newArticles: 0 } })
  })

  it('makes suggestions unsure', async () => {
    await run(...(await from(GOOD)), '--map', 'ORG=actor', '--suggest')
    const [id = ''] = await articleIds(workspace)
    const shown = JSON.parse((await run('show', workspace.root, id, '--annotator', 'Bo', '--json')).stdout)
    expect(shown.annotations).toMatchObject([{ certainty: 'unsure' }, { certainty: 'unsure' }])
  })

  it('reads all files of a folder, but for what exports say of themselves', async () => {
    const folder = join(workspace.root, '..', 'marks')
    await mkdir(join(folder, 'more'), { recursive: true })
    await writeFile(join(folder, 'a.jsonl'), linesOf([fileArticle(TEXT, [{ on: 'Norland' }])]))
    await writeFile(
      join(folder, 'more', 'b.jsonl'),
      linesOf([fileArticle('Vesteria thanked.', [{ on: 'Vesteria' }])]),
    )
    await writeFile(join(folder, 'glosswright-export.json'), '{}')
    await writeFile(join(folder, 'notes.txt'), 'none')
    const args = (await from()).with(5, folder)
    expect(await json(args)).toMatchObject({
      status: 0,
      answer: { annotations: 2, newArticles: 2, refused: [] },
    })
  })

  it('says in words what it did', async () => {
    const { stdout } = await run(...(await from(GOOD)), '--map', 'ORG=actor')
    expect(stdout).toBe('2 annotations in 1 articles\n1 new articles\n')
  })

  it('leaves a workspace alone that is open elsewhere', async () => {
    const args = await from(GOOD)
    const lock = await acquireLock(workspace.root)
    const before = await readdir(workspace.root, { recursive: true })
    expect(await run(...args)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('open in Glosswright'),
    })
    expect(await readdir(workspace.root, { recursive: true })).toEqual(before)
    if (lock.kind === 'mine') await lock.release()
  })

  it('says what is not there', async () => {
    const args = (await from(GOOD)).with(5, '/nowhere/marks.jsonl')
    expect(await run(...args)).toMatchObject({
      status: 1,
      stderr: '“marks.jsonl” is not there; please check its name.\n',
    })
    const folder = join(workspace.root, '..', 'empty')
    await mkdir(folder)
    expect((await run(...args.with(5, folder))).stderr).toMatch(/holds nothing of the format/)
  })

  it.each([
    ['--annotator', 2],
    ['--from', 4],
    ['--format', 6],
  ])('asks for %s', async (_, at) => {
    const args = await from(GOOD)
    expect((await run(...args.toSpliced(at as number, 2))).status).toBe(2)
  })

  it('asks for a format that can be read, and for labels as it can read them', async () => {
    const args = await from(GOOD)
    expect((await run(...args.with(7, 'nonsense'))).status).toBe(2)
    expect((await run(...args, '--map', 'ORG')).status).toBe(2)
  })
})
