import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { renameAnnotator } from '#electron/library/rename-annotator.ts'
import { readReview } from '#electron/library/reviews.ts'
import { contentOf, must, tempFolder } from '#electron/library/testing/temp-workspace.ts'
import type { Judgement } from '#shared/domain/review.ts'
import { answersArticle, type ReviewAnswers, reviewAnswersToFile } from '#shared/format/review-answers.ts'
import { mark, someHash } from '#shared/testing/samples.ts'
import { isAnswersFile, readAnswersFile } from './answers-file.ts'
import { previewAnswers, takeAnswers } from './answers-taken.ts'
import { annotated } from './testing/annotators.ts'
import { edit, reviewedDesk } from './testing/reviewed-desk.ts'

type Desk = Awaited<ReturnType<typeof reviewedDesk>>
const desks: Desk[] = []
afterEach(() => Promise.all(desks.splice(0).map((desk) => desk.close())))

async function aDesk(): Promise<Desk> {
  const desk = await reviewedDesk()
  desks.push(desk)
  return desk
}

const judged = (
  id: string,
  [start, end]: readonly [number, number],
  rest: Partial<Judgement> = {},
): Judgement => ({
  id: `file-${id}`,
  about: [{ annotator: 'Ana', id, as: mark(id, start, end) }],
  outcome: 'accepted',
  by: 'Rita',
  created: '2026-03-01T00:00:00.000Z',
  ...rest,
})

const BOTH = [judged('m1', [3, 10]), judged('m2', [20, 28], { outcome: 'rejected', reason: 'Not an actor.' })]

const ofZoe = [{ annotator: 'Zoe', id: 'm1', as: mark('m1', 3, 10) }]

async function answersOf(
  { workspace, source }: Desk,
  judgements: readonly Judgement[] = BOTH,
  rest: Partial<ReviewAnswers> = {},
) {
  const { id, sha256 } = source.article
  const review = { judgements: new Map(judgements.map((one) => [one.id, one])), comments: new Map() }
  const content = reviewAnswersToFile({
    workspace: { id: workspace.manifest.id, name: 'Desk' },
    data: someHash,
    reviewer: 'Rita',
    saved: '2026-03-02T00:00:00.000Z',
    articles: [answersArticle({ id, title: 'Talks', sha256, text: source.text }, review)],
    ...rest,
  })
  const path = join(await tempFolder(), 'answers.json')
  await writeFile(path, content)
  return must(await readAnswersFile(path))
}

const saidBy = async ({ workspace, source }: Desk, name: string) => {
  const read = await readReview(workspace, name, source)
  return read.kind === 'ok' ? [...read.document.judgements.values()] : []
}

describe('a reviewer’s answers', () => {
  it('are taken whole under the reviewer’s name, and go with one undo', async () => {
    const desk = await aDesk()
    const file = await answersOf(desk)
    expect(must(await previewAnswers(file, desk.parts))).toMatchObject({
      accepted: 1,
      rejected: 1,
      refused: [],
    })
    expect(must(await takeAnswers(file, 'Rita', desk.parts))).toMatchObject({ articles: 1, judgements: 2 })
    expect(await saidBy(desk, 'Rita')).toEqual(BOTH)
    expect(await saidBy(desk, 'Otto')).toEqual([])
    must(await desk.bulk.travel('undo'))
    expect(await saidBy(desk, 'Rita')).toEqual([])
  })

  it('change nothing when they are taken twice', async () => {
    const desk = await aDesk()
    const file = await answersOf(desk)
    must(await takeAnswers(file, 'Rita', desk.parts))
    const before = await contentOf(join(desk.workspace.root, 'annotators'))
    expect(must(await previewAnswers(file, desk.parts))).toMatchObject({ articles: 0, accepted: 0, same: 2 })
    expect(must(await takeAnswers(file, 'Rita', desk.parts))).toMatchObject({ articles: 0, judgements: 0 })
    expect(await contentOf(join(desk.workspace.root, 'annotators'))).toEqual(before)
  })

  it('are taken under another name where that is said', async () => {
    const desk = await aDesk()
    must(await takeAnswers(await answersOf(desk), 'Margarita', desk.parts))
    expect((await saidBy(desk, 'Margarita')).map(({ by }) => by)).toEqual(['Margarita', 'Margarita'])
  })

  it('are taken under the name of who takes them as well', async () => {
    const desk = await aDesk()
    must(await takeAnswers(await answersOf(desk), 'Otto', desk.parts))
    expect(await saidBy(desk, 'Otto')).toHaveLength(2)
  })

  it('are taken, and counted, where a mark was changed since', async () => {
    const desk = await aDesk()
    await edit(desk.workspace, desk.source, ['m1', 3, 15])
    const file = await answersOf(desk)
    expect(must(await previewAnswers(file, desk.parts))).toMatchObject({ accepted: 1, outdated: 1 })
    must(await takeAnswers(file, 'Rita', desk.parts))
    expect((await saidBy(desk, 'Rita'))[0]?.about[0]?.as).toEqual(mark('m1', 3, 10))
  })

  it('about marks that are not here are refused one by one, with the file and the reason', async () => {
    const desk = await aDesk()
    const file = await answersOf(desk, [...BOTH, judged('m7', [3, 10])])
    const { accepted, refused } = must(await previewAnswers(file, desk.parts))
    expect(accepted).toBe(1)
    expect(refused).toEqual([
      { file: 'answers.json', line: null, reason: expect.stringContaining('“m7” of Ana') },
    ])
  })

  it('are about the marks of those whom the reviewer saw, though others have marks of the same ids', async () => {
    const desk = await aDesk()
    const copied = [mark('m1', 3, 10), mark('m2', 20, 28)]
    for (const name of ['Aaron', 'Zoe']) await annotated(desk.workspace, desk.source, name, { marks: copied })
    const twice = [...BOTH, { ...judged('m1', [3, 10], { id: 'file-z', outcome: 'rejected' }), about: ofZoe }]
    const file = await answersOf(desk, twice)
    expect(must(await takeAnswers(file, 'Rita', desk.parts))).toMatchObject({ judgements: 3, refused: [] })
    const about = (await saidBy(desk, 'Rita')).map(({ id, about }) => [id, about[0]?.annotator])
    expect(Object.fromEntries(about)).toEqual({ 'file-m1': 'Ana', 'file-m2': 'Ana', 'file-z': 'Zoe' })
  })

  it('are taken where an annotator has another name since, but for marks that several have', async () => {
    const desk = await aDesk()
    must(await renameAnnotator(desk.workspace, 'Ana', 'Ana Ruiz'))
    await annotated(desk.workspace, desk.source, 'Ben', { marks: [mark('m2', 20, 28)] })
    const { refused } = must(await takeAnswers(await answersOf(desk), 'Rita', desk.parts))
    expect((await saidBy(desk, 'Rita')).map(({ about }) => about[0]?.annotator)).toEqual(['Ana Ruiz'])
    expect(refused.map(({ reason }) => reason)).toEqual([expect.stringContaining('“m2” of Ana')])
  })

  it('make no marks, whatever is in them', async () => {
    const desk = await aDesk()
    must(
      await takeAnswers(await answersOf(desk, [judged('m1', [3, 10], { made: ['m2'] })]), 'Rita', desk.parts),
    )
    expect(await saidBy(desk, 'Rita')).toEqual([judged('m1', [3, 10])])
  })

  it('of one’s own marks are refused', async () => {
    const desk = await aDesk()
    const { refused } = must(await takeAnswers(await answersOf(desk), 'Ana', desk.parts))
    expect(refused).toHaveLength(2)
    expect(await saidBy(desk, 'Ana')).toEqual([])
  })

  it('to another workspace or another text have no place', async () => {
    const desk = await aDesk()
    const elsewhere = await answersOf(desk, BOTH, { workspace: { id: 'x', name: 'Other' } })
    expect(await previewAnswers(elsewhere, desk.parts)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining('another workspace, “Other”') },
    })
    const file = await answersOf(desk)
    const articles = file.answers.articles.map((one) => ({ ...one, sha256: someHash }))
    const other = { ...file, answers: { ...file.answers, articles } }
    const { refused, articles: count } = must(await previewAnswers(other, desk.parts))
    expect(count).toBe(0)
    expect(refused[0]?.reason).toContain('not the one that was reviewed')
  })

  it('cannot be taken as gold’s, nor under a name that is no folder’s', async () => {
    const desk = await aDesk()
    for (const name of ['gold', '../x', ''])
      expect((await takeAnswers(await answersOf(desk), name, desk.parts)).ok).toBe(false)
  })

  it('that no file could hold are refused before anything is written', async () => {
    const desk = await aDesk()
    const wide = { ...mark('m1', 3, 10), label: 'x'.repeat(2_000) }
    const file = await answersOf(desk, [judged('m1', [3, 10], { outcome: 'changed', proposal: wide })])
    const { refused } = must(await takeAnswers(file, 'Rita', desk.parts))
    expect(refused).toHaveLength(1)
    expect(await saidBy(desk, 'Rita')).toEqual([])
  })

  it('are known from other files', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'a.json'), '{"format": "glosswright/review-answers"')
    await writeFile(join(folder, 'b.json'), '{"format": "glosswright/dataset"}')
    const known = ['a.json', 'b.json', 'c.json'].map((name) => isAnswersFile(join(folder, name)))
    expect(await Promise.all(known)).toEqual([true, false, false])
  })
})
