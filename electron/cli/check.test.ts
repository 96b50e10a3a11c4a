import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeExampleWorkspace } from '#electron/export/testing/example-workspace.ts'
import { run } from './testing/run.ts'

let workspace: string

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'check-command-'))
  await makeExampleWorkspace(workspace)
})
afterEach(() => rm(workspace, { recursive: true }))

/** Runs with `--json`; stdout must be one JSON document. */
async function json(...args: string[]) {
  const { status, stdout, stderr } = await run(...args, '--json')
  return { status, stderr, answer: JSON.parse(stdout) }
}

const [FERRIES, TRUCE] = ['norland-promises-night-ferries-d28cdbf3', 'truce-holds-in-the-hills-61ea58ec']

describe('check', () => {
  it('prints each problem as one line, also as JSON', async () => {
    expect(await json('check', workspace)).toMatchObject({ status: 0, stderr: '', answer: { problems: [] } })
    await writeFile(join(workspace, `articles/${TRUCE}.json`), '{')
    const { status, stderr, answer } = await json('check', workspace)
    expect({ status, stderr }).toEqual({ status: 1, stderr: `${answer.problems[0]}\n` })
  })

  it('tells what is unfinished only where that is asked, and does not fail for it', async () => {
    const file = join(workspace, 'annotators/Mira', `${FERRIES}.json`)
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('"accuser":[{"mention":"m1"}]', '"accuser":[]'),
    )
    expect((await json('check', workspace)).answer).toEqual({ problems: [] })
    const { status, stderr, answer } = await json('check', workspace, '--hints')
    expect({ status, stderr, problems: answer.problems }).toEqual({ status: 0, stderr: '', problems: [] })
    expect(answer.hints).toEqual([
      {
        kind: 'role-empty',
        articleId: FERRIES,
        annotator: 'Mira',
        id: 'm5',
        text: 'accused Vesteria of blocking the strait',
        sentence: 'Nobody is named as accuser.',
      },
    ])
    expect((await run('check', workspace, '--hints')).stdout).toBe(
      `“${FERRIES}”, Mira: “accused Vesteria of blocking the strait”: Nobody is named as accuser.\nNothing is wrong.\n`,
    )
  })

  it('tells what annotators say differently of an actor, as a hint', async () => {
    const file = join(workspace, 'annotators/Jonas/actors.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"type":"state"', '"type":"population"'))
    const { status, answer } = await json('check', workspace, '--hints')
    expect(status).toBe(0)
    expect(answer.hints).toMatchObject([{ kind: 'contradiction', actors: ['vesteria'] }])
  })
})
