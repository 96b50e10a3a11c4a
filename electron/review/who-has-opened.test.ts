import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addedArticle, must, tempFolder, tempWorkspace } from '#electron/library/testing/temp-workspace.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { emptyTeam } from '#shared/domain/team.ts'
import { mark } from '#shared/testing/samples.ts'
import { codingsIn } from './codings.ts'
import { qualityOf } from './quality.ts'
import { makeReviewFile } from './review-file.ts'
import { reviewedWork } from './reviewed-work.ts'
import { ProgressReader } from './team-progress.ts'
import { annotated } from './testing/annotators.ts'

const ANNOTATORS = ['Ana', 'Bo', 'Cy']

/** Ana and Bo have marked an article and carried their marks over to its newer version; Cy has corrected its title. */
async function desk() {
  const workspace = await tempWorkspace()
  const before = await addedArticle(workspace, 'Norland pays.', 'Before')
  const after = await addedArticle(workspace, 'Norland pays more.', 'After')
  const later = after.article.id
  for (const name of ['Ana', 'Bo']) {
    await annotated(workspace, before, name, { marks: [mark('m', 0, 7)], later })
    await annotated(workspace, after, name, { marks: [mark('m', 0, 7)] })
  }
  await annotated(workspace, after, 'Cy', { marks: [], status: 'new', corrections: { title: 'More' } })
  return { workspace, before, after }
}

/** How many articles each counts as opened, and by whom. */
async function opened(workspace: Workspace) {
  const team = await new ProgressReader(workspace).read(emptyTeam, 'Ana')
  const shelf = await codingsIn(workspace, { annotators: ANNOTATORS, fewest: 1 })
  let compared = 0
  for await (const { codings } of shelf.articles()) if (codings) compared++
  const quality = must(await qualityOf(workspace))
  const out = join(await tempFolder(), 'review.html')
  const how = { articles: null, doneOnly: false, by: 'Ana', assets: { script: '', style: '' }, now: '' }
  const page = must(await makeReviewFile({ workspace, annotators: ANNOTATORS, ...how, out }))
  const byName = team.annotators.map(({ annotator, inProgress, done }) => [annotator, inProgress + done])
  const works = await Promise.all(ANNOTATORS.map((name) => reviewedWork(workspace, name)))
  return {
    articles: [team.articles - (team.opened[0] ?? 0), compared, quality.all.articles, page.articles],
    team: Object.fromEntries(byName),
    quality: Object.fromEntries(quality.annotators.map(({ annotator, articles }) => [annotator, articles])),
    works: works.map(({ all }) => all.length),
  }
}

it('is counted alike by Team, Agreement, Quality and the review file', async () => {
  const { workspace } = await desk()
  expect(await opened(workspace)).toEqual({
    articles: [1, 1, 1, 1],
    team: { Ana: 1, Bo: 1, Cy: 0 },
    quality: { Ana: 1, Bo: 1 },
    works: [1, 1, 0],
  })
})

it('is both versions while somebody works on the earlier one, each annotator counting once', async () => {
  const { workspace, before } = await desk()
  await annotated(workspace, before, 'Cy', { marks: [mark('c', 0, 7)] })
  expect(await opened(workspace)).toEqual({
    articles: [2, 2, 2, 2],
    team: { Ana: 1, Bo: 1, Cy: 1 },
    quality: { Ana: 1, Bo: 1, Cy: 1 },
    works: [1, 1, 1],
  })
})
