import { appendFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { addedArticle, contentOf, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { WorkProgress } from '#shared/ipc/exchange.ts'
import { mark } from '#shared/testing/samples.ts'
import { type AgreementWish, measureAgreement } from './agreement.ts'
import { annotated } from './testing/annotators.ts'

const asked = (rest: Partial<AgreementWish> = {}): AgreementWish => ({
  annotators: null,
  seed: 1,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...rest,
})

const both = { marks: [mark('m1', 0, 7)] }

/** Ana and Bo have opened the one, Ana and Cy the other. */
async function desk() {
  const workspace = await tempWorkspace()
  const one = await addedArticle(workspace, 'Norland promised help.')
  const other = await addedArticle(workspace, 'Norland kept its word.')
  const file = await annotated(workspace, one, 'Ana', both)
  await annotated(workspace, one, 'Bo', both)
  await annotated(workspace, other, 'Ana', { marks: [mark('m1', 0, 7), mark('m2', 8, 12)] })
  await annotated(workspace, other, 'Cy', both)
  return { workspace, one, file }
}

const sentenceFrom = async (workspace: Workspace, wish = asked()) => {
  const answer = await measureAgreement(workspace, wish)
  return answer?.report.ok === false ? answer.report.problem.sentence : null
}

it('compares two by two in the articles that both have opened, and the gold only where it is named', async () => {
  const { workspace, one } = await desk()
  await annotated(workspace, one, 'gold', both)
  const answer = await measureAgreement(workspace, asked())
  expect(answer).toMatchObject({ annotators: ['Ana', 'Bo', 'Cy', 'gold'], unread: [] })
  expect(answer?.report).toMatchObject({ ok: true, value: { articles: 2, annotators: ['Ana', 'Bo', 'Cy'] } })
  const pairs = answer?.report.ok ? answer.report.value.pairs : []
  expect(pairs.map(({ a, b, articles, exactF1 }) => [a, b, articles, exactF1])).toEqual([
    ['Ana', 'Bo', 1, 1],
    ['Ana', 'Cy', 1, 2 / 3],
    ['Bo', 'Cy', 0, null],
  ])
  const named = await measureAgreement(workspace, asked({ annotators: ['gold', 'Ana'] }))
  expect(named?.report).toMatchObject({ value: { annotators: ['Ana', 'gold'], articles: 1 } })
})

it('leaves out whoever shares no article with anybody, unless they are named', async () => {
  const { workspace } = await desk()
  const alone = await addedArticle(workspace, 'The strike is off.')
  await annotated(workspace, alone, 'Di', both)
  expect((await measureAgreement(workspace, asked()))?.report).toMatchObject({
    value: { annotators: ['Ana', 'Bo', 'Cy'] },
  })
  const annotators = ['Ana', 'Bo', 'Di']
  expect((await measureAgreement(workspace, asked({ annotators })))?.report).toMatchObject({
    value: { annotators },
  })
})

it('says in a sentence why there is nothing to compare', async () => {
  const workspace = await tempWorkspace()
  expect(await sentenceFrom(workspace)).toContain('Nobody has marked anything')
  const source = await addedArticle(workspace, 'Norland promised help.')
  await annotated(workspace, source, 'Ana', both)
  expect(await sentenceFrom(workspace)).toContain('There is one annotator to look at, “Ana”')
  await annotated(workspace, await addedArticle(workspace, 'The strike is off.'), 'Bo', both)
  expect(await sentenceFrom(workspace)).toContain('No article has been opened by two of Ana and Bo')
  expect(await sentenceFrom(workspace, asked({ annotators: ['Ana', 'Zoe'] }))).toContain(
    'There is no annotator “Zoe”',
  )
})

it('measures without what is damaged, says so, and writes nothing', async () => {
  const { workspace, file } = await desk()
  await appendFile(file, 'damage')
  const before = await contentOf(workspace.root)
  const answer = await measureAgreement(workspace, asked())
  expect(answer?.unread).toEqual([expect.stringContaining('annotators/Ana/')])
  expect(answer?.report).toMatchObject({ value: { articles: 1 } })
  expect(await contentOf(workspace.root)).toEqual(before)
})

it('tells how far it is, and stops when it is cancelled', async () => {
  const { workspace } = await desk()
  const told: WorkProgress[] = []
  await measureAgreement(workspace, asked({ onProgress: (progress) => void told.push(progress) }))
  expect(told).toEqual([
    { done: 1, total: 2 },
    { done: 2, total: 2 },
    { done: 0, total: 0 },
  ])
  const stop = new AbortController()
  const onProgress = () => stop.abort()
  expect(await measureAgreement(workspace, asked({ signal: stop.signal, onProgress }))).toBeNull()
})
