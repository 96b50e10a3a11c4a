import { appendFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { addedArticle, contentOf, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import { acquireLock } from '#electron/library/workspace-lock.ts'
import { annotated } from '#electron/review/testing/annotators.ts'
import { mark } from '#shared/testing/samples.ts'
import { run } from './testing/run.ts'

/** Of three marks, two are in both. */
async function desk() {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, 'Norland promised help to the isles.')
  const marks = [mark('m1', 0, 7), mark('m2', 17, 21)]
  const file = await annotated(workspace, source, 'Ana', { marks: [...marks, mark('m3', 29, 34)] })
  await annotated(workspace, source, 'Bo', { marks })
  await annotated(workspace, source, 'Cy', { marks: [mark('m1', 0, 7)] })
  return { workspace, source, file, root: workspace.root }
}

it('prints the numbers as one JSON document', async () => {
  const { root } = await desk()
  const { status, stdout, stderr } = await run('agreement', root, '--annotators', 'Bo, Ana', '--json')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const report = JSON.parse(stdout)
  expect(report).toMatchObject({
    annotators: ['Ana', 'Bo'],
    articles: 1,
    seed: 1,
    unread: [],
    fleissKappa: expect.any(Number),
    alpha: expect.any(Number),
    pairs: [{ a: 'Ana', b: 'Bo', exactF1: 0.8, overlapF1: 0.8, byLabel: { actor: { exactF1: 0.8 } } }],
  })
  for (const name of ['kappa', 'alpha', 'alphaU', 'gamma']) expect(report.pairs[0]).toHaveProperty(name)
})

it('gives the same digits each time, whoever is named first', async () => {
  const { root } = await desk()
  const one = await run('agreement', root, '--annotators', 'Ana,Cy', '--seed', '7', '--json')
  expect(await run('agreement', root, '--annotators', 'Cy,Ana', '--seed', '7', '--json')).toEqual(one)
  expect(JSON.parse(one.stdout).seed).toBe(7)
})

it('prints a sentence and tables for people', async () => {
  const { root } = await desk()
  const { status, stdout } = await run('agreement', root)
  expect(status).toBe(0)
  expect(stdout).toMatch(/^Ana, Bo and Cy agree /)
  expect(stdout).toContain('3 annotators, 1 article that two or more of them have opened.')
  expect(stdout).toMatch(/^Ana, Bo +1 +0\.80 +0\.80 /m)
  expect(stdout).toMatch(/^Harbour talks +Ana, Bo, Cy +2 +3 /m)
})

it('refuses in a sentence what cannot be compared', async () => {
  const { root, workspace } = await desk()
  const refused = async (...args: string[]) => {
    const { status, stdout, stderr } = await run('agreement', root, ...args, '--json')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    return stderr.trim()
  }
  expect(await refused('--annotators', 'Ana,Zoe')).toBe(
    'There is no annotator “Zoe” in this workspace; the annotators are: Ana, Bo, Cy.',
  )
  expect(await refused('--annotators', 'Ana')).toContain('There is one annotator to look at, “Ana”')
  await annotated(workspace, await addedArticle(workspace, 'The strike is off.'), 'Di', { marks: [] })
  expect(await refused('--annotators', 'Ana,Di')).toContain('No article has been opened by two of Ana and Di')
})

it('calls wrong use what it is', async () => {
  const { root } = await desk()
  const wrong = async (...args: string[]) => (await run('agreement', root, ...args)).status
  expect(await wrong('--annotators', 'Ana,')).toBe(2)
  expect(await wrong('--seed', 'x')).toBe(2)
})

it('works while the workspace is open, and writes nothing', async () => {
  const { root, file } = await desk()
  const lock = await acquireLock(root)
  expect(lock.kind).toBe('mine')
  await appendFile(file, 'damage')
  const before = await contentOf(root)
  const { status, stdout, stderr } = await run('agreement', root, '--json')
  expect(status).toBe(1)
  expect(stderr).toContain('annotators/Ana/')
  expect(JSON.parse(stdout)).toMatchObject({ annotators: ['Ana', 'Bo', 'Cy'], articles: 1 })
  expect(await contentOf(root)).toEqual(before)
  if (lock.kind === 'mine') await lock.release()
})
