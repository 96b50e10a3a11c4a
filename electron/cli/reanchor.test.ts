import { readdirSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeExampleWorkspace } from '#electron/export/testing/example-workspace.ts'
import { run } from './testing/run.ts'

let folder: string
let workspace: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reanchor-'))
  await makeExampleWorkspace(join(folder, 'example'))
})
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  workspace = await mkdtemp(join(folder, 'workspace-'))
  await cp(join(folder, 'example'), workspace, { recursive: true })
})

/** Runs with `--json`; stdout must be one JSON document. */
async function json(...args: string[]) {
  const { status, stdout } = await run(...args, '--json')
  return { status, answer: JSON.parse(stdout) }
}

const FERRIES = 'norland-promises-night-ferries-d28cdbf3'

describe('reanchor', () => {
  const newer = async (change: (text: string) => string) => {
    const file = join(workspace, '..', 'newer.txt')
    const text = await readFile(join(workspace, 'articles', `${FERRIES}.txt`), 'utf8')
    await writeFile(file, change(text))
    return { file, text: change(text) }
  }

  it('tells where each annotation stands in a newer text, and writes nothing', async () => {
    const { file, text } = await newer((old) => `Updated 🛳️\n${old}`)
    const before = readdirSync(workspace, { recursive: true })
    const { status, answer } = await json('reanchor', workspace, FERRIES, '--text', file)
    expect(status).toBe(0)
    expect(readdirSync(workspace, { recursive: true })).toEqual(before)
    const { answer: old } = await json('show', workspace, FERRIES)
    expect(answer.annotations).toHaveLength(old.annotations.length)
    for (const { id, outcome, start, end } of answer.annotations) {
      const { text: words } = old.annotations.find((one: { id: string }) => one.id === id)
      if (outcome === 'moved') expect(Array.from(text).slice(start, end).join('')).toBe(words)
    }
    expect(answer.annotations.map(({ outcome }: { outcome: string }) => outcome)).toContain('moved')
  })

  it('takes the newer text for an annotator, and carries the work over', async () => {
    const { file } = await newer((old) => `The second edition\n${old}`)
    const { status, answer } = await json(
      'reanchor',
      workspace,
      FERRIES,
      '--text',
      file,
      '--annotator',
      'Ana',
    )
    expect(status).toBe(0)
    const carried = answer.annotations.filter(
      ({ outcome }: { outcome: string }) => outcome === 'moved',
    ).length
    const { answer: listed } = await json('list', workspace)
    const later = listed.articles.find(({ title }: { title: string }) =>
      title.startsWith('The second edition'),
    )
    const { answer: shown } = await json('show', workspace, later.id, '--annotator', 'Ana')
    expect(shown.annotations).toHaveLength(carried)
  })

  it('asks for the text', async () => {
    expect(await run('reanchor', workspace, FERRIES)).toMatchObject({ status: 2 })
  })
})
