import { writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { documentPath } from '#electron/library/document-file.ts'
import { renameAnnotator } from '#electron/library/rename-annotator.ts'
import { reviewFile } from '#electron/library/reviews.ts'
import { addedArticle, contentOf, must, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { emptyReview } from '#shared/domain/review.ts'
import { MarksHere } from '#shared/review/marks-here.ts'
import { commentEdit, judgeEdit, type Verdict } from '#shared/review/review-edits.ts'
import { mark, now } from '#shared/testing/samples.ts'
import { inNumbers, reviewedWork } from './reviewed-work.ts'
import { annotated, says } from './testing/annotators.ts'

const speaker = (by: string) => {
  let id = 0
  return { by, now, newId: () => `${by} ${id++}` }
}

async function numbers(workspace: Workspace) {
  return (await reviewedWork(workspace, 'Ana')).all.map((work) => inNumbers('Ana', work))
}

const marks = [mark('a1', 3, 10), mark('a2', 11, 19), mark('a3', 20, 24)] as const

it('counts what everybody says of one annotator’s marks, article by article, and writes nothing', async () => {
  const workspace = await tempWorkspace()
  const talks = await addedArticle(workspace, '😀 Norland promised help.', 'Talks')
  const strike = await addedArticle(workspace, 'The strike is off.', 'A strike')
  await annotated(workspace, talks, 'Ana', { marks })
  await annotated(workspace, strike, 'Ana', { marks: [] })
  await annotated(workspace, strike, 'Bo', { marks: [mark('b', 4, 10)] })
  const verdicts: readonly Verdict[] = [
    { annotator: 'Ana', mark: marks[0], outcome: 'accepted' },
    { annotator: 'Ana', mark: { ...marks[1], end: 17 }, outcome: 'rejected' },
  ]
  const speaking = speaker('Bo')
  await says(
    workspace,
    talks,
    'Bo',
    judgeEdit(emptyReview, verdicts, speaking, new MarksHere([])),
    commentEdit({ annotator: 'Ana', id: 'a3' }, 'Whose?', speaking),
    commentEdit({ annotator: 'Cy', id: null }, 'Well done', speaking),
  )
  const before = await contentOf(workspace.root)
  const nothing = { accepted: 0, changed: 0, rejected: 0, outdated: 0, threads: 0, waiting: 0 }
  expect(await numbers(workspace)).toEqual([
    { articleId: strike.article.id, title: 'A strike', annotations: 0, ...nothing },
    {
      articleId: talks.article.id,
      title: 'Talks',
      annotations: 3,
      accepted: 1,
      changed: 0,
      rejected: 1,
      outdated: 1,
      threads: 1,
      waiting: 2,
    },
  ])
  expect(await contentOf(workspace.root)).toEqual(before)
})

it('leaves out articles that the annotator has not opened, or has left for a newer version', async () => {
  const workspace = await tempWorkspace()
  const talks = await addedArticle(workspace, '😀 Norland promised help.')
  const newer = await addedArticle(workspace, '😀 Norland promised more help.')
  await annotated(workspace, talks, 'Bo', { marks })
  await annotated(workspace, newer, 'Ana', { marks: [], status: 'new', notes: 'Later' })
  expect(await numbers(workspace)).toEqual([])
  await annotated(workspace, talks, 'Ana', { marks, later: newer.article.id })
  expect(await numbers(workspace)).toEqual([])
  await annotated(workspace, talks, 'Ana', { marks })
  expect((await numbers(workspace)).map(({ articleId }) => articleId)).toEqual([talks.article.id])
})

it('counts nothing that was said of a copy of the marks under another name', async () => {
  const workspace = await tempWorkspace()
  const talks = await addedArticle(workspace, '😀 Norland promised help.', 'Talks')
  for (const name of ['Ana', 'Ben']) await annotated(workspace, talks, name, { marks })
  const [first] = marks
  const rejected = judgeEdit(
    emptyReview,
    [{ annotator: 'Ben', mark: first, outcome: 'rejected' }],
    speaker('Bo'),
    new MarksHere([]),
  )
  await says(
    workspace,
    talks,
    'Bo',
    rejected,
    commentEdit({ annotator: 'Ben', id: 'a2' }, 'Whose?', speaker('B')),
  )
  const countsOf = async (name: string) =>
    (await reviewedWork(workspace, name)).all.map((work) => inNumbers(name, work))
  expect(await countsOf('Ana')).toMatchObject([{ rejected: 0, threads: 0, waiting: 0 }])
  expect(await countsOf('Ben')).toMatchObject([{ rejected: 1, threads: 1, waiting: 2 }])
  must(await renameAnnotator(workspace, 'Ben', 'Benedict'))
  expect(await countsOf('Ana')).toMatchObject([{ rejected: 0, threads: 0, waiting: 0 }])
})

it('names what cannot be read, and leaves it out', async () => {
  const workspace = await tempWorkspace()
  const talks = await addedArticle(workspace, '😀 Norland promised help.', 'Talks')
  const strike = await addedArticle(workspace, 'The strike is off.', 'A strike')
  await writeFile(await annotated(workspace, talks, 'Ana', { marks }), '{')
  await annotated(workspace, strike, 'Ana', { marks: [] })
  await says(workspace, strike, 'Bo', commentEdit({ annotator: 'Ana', id: null }, 'Well done', speaker('Bo')))
  await writeFile(await documentPath(reviewFile(workspace, 'Bo', strike)), '{')
  const { all, unread } = await reviewedWork(workspace, 'Ana')
  expect(all.map(({ title }) => title)).toEqual(['A strike'])
  expect([...unread].sort()).toEqual([
    expect.stringContaining(`annotators/Ana/${talks.article.id}.json`),
    expect.stringContaining(`annotators/Bo/reviews/${strike.article.id}.json`),
  ])
})

it('reads, where only that is asked, no more than that of which somebody says something', async () => {
  const workspace = await tempWorkspace()
  const talks = await addedArticle(workspace, '😀 Norland promised help.', 'Talks')
  const strike = await addedArticle(workspace, 'The strike is off.', 'A strike')
  await writeFile(await annotated(workspace, talks, 'Ana', { marks }), '{')
  await annotated(workspace, strike, 'Ana', { marks: [] })
  await says(workspace, strike, 'Bo', commentEdit({ annotator: 'Ana', id: null }, 'Well done', speaker('Bo')))
  const { all, unread } = await reviewedWork(workspace, 'Ana', { onlyReviewed: true })
  expect(all.map((work) => inNumbers('Ana', work).waiting)).toEqual([1])
  expect(unread).toEqual([])
})
