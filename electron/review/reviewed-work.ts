import { articleIds, readArticle } from '#electron/library/articles.ts'
import { mapAhead } from '#electron/library/at-once.ts'
import { listAnnotators, shelfOf } from '#electron/library/catalogue.ts'
import { filesIn } from '#electron/library/folder.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { readRecord } from '#electron/library/records.ts'
import { readReview } from '#electron/library/reviews.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { Breath } from '#electron/survey/breath.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { compareText } from '#shared/domain/compare-text.ts'
import { type AnnotationRecord, hasGoneOn, hasOpened } from '#shared/domain/record.ts'
import { emptyReview } from '#shared/domain/review.ts'
import { standingMetadata } from '#shared/domain/standing-article.ts'
import { REVIEWS_FOLDER } from '#shared/format/reviews-file.ts'
import type { ReviewedArticle } from '#shared/ipc/reviewing.ts'
import { type Standing, standingsOf } from '#shared/review/mark-standing.ts'
import { reviewCounts } from '#shared/review/review-counts.ts'
import type { ReviewOf } from '#shared/review/review-of.ts'
import { type Thread, threadsOf } from '#shared/review/threads.ts'

/** One annotator's marks in one article and what everybody says of them. */
export type ReviewedWork = {
  readonly articleId: string
  readonly title: string
  readonly text: string
  readonly annotations: readonly Annotation[]
  readonly standings: ReadonlyMap<string, Standing>
  readonly threads: readonly Thread[]
}

const READ_AHEAD = 8

/**
 * The work of one annotator, article by article in the order of their titles, without articles that cannot be read and
 * those of which the annotator has gone on to a newer version. Throws system errors.
 */
export async function reviewedWork(given: Workspace, annotator: string): Promise<readonly ReviewedWork[]> {
  const workspace = lookedAt(given)
  const [all, { files }, reviewers] = await Promise.all([
    articleIds(workspace),
    shelfOf(workspace, annotator),
    reviewersIn(workspace),
  ])
  const ids = all.filter(
    (id) => files.has(`${id}.json`) || reviewers.some((one) => one.files.has(`${id}.json`)),
  )
  const known = new Set(all)
  const work: ReviewedWork[] = []
  const breath = new Breath()
  for await (const one of mapAhead(ids, READ_AHEAD, (id) =>
    readWork(workspace, id, { annotator, reviewers }),
  )) {
    await breath.ifDue()
    if (one && !hasGoneOn(one, known) && isThere(one)) work.push(one.work)
  }
  return work.sort((a, b) => compareText(a.title, b.title))
}

/** The same in numbers. */
export const inNumbers = (annotator: string, work: ReviewedWork): ReviewedArticle => ({
  articleId: work.articleId,
  title: work.title,
  ...reviewCounts(annotator, work.standings, work.threads),
})

type Reviewer = { readonly annotator: string; readonly files: ReadonlySet<string> }
type Wish = { readonly annotator: string; readonly reviewers: readonly Reviewer[] }

async function reviewersIn(workspace: Workspace): Promise<readonly Reviewer[]> {
  const names = await listAnnotators(workspace)
  return Promise.all(
    names.map(async (annotator) => ({
      annotator,
      files: new Set(await filesIn(workspace.root, 'annotators', annotator, REVIEWS_FOLDER)),
    })),
  )
}

type Read = Pick<AnnotationRecord, 'later' | 'status'> & { readonly work: ReviewedWork }

async function readWork(workspace: Workspace, id: string, wish: Wish): Promise<Read | null> {
  const source = await readArticle(workspace, id)
  if (!source.ok) return null
  const record = await readRecord(workspace, wish.annotator, source.value)
  if (record.kind !== 'ok') return null
  const { annotations, corrections, later, status } = record.document
  const reviews = await reviewsOf(workspace, source.value, wish.reviewers)
  const marks = [...annotations]
  const { title } = standingMetadata(source.value.article, corrections)
  const work = {
    articleId: id,
    title,
    text: source.value.text,
    annotations: marks,
    standings: standingsOf(wish.annotator, marks, reviews),
    threads: threadsOf(reviews),
  }
  return { later, status, work: { ...work, threads: threadsOn(work, wish.annotator) } }
}

async function reviewsOf(
  workspace: Workspace,
  source: ArticleText,
  reviewers: readonly Reviewer[],
): Promise<readonly ReviewOf[]> {
  const there = reviewers.filter(({ files }) => files.has(`${source.article.id}.json`))
  return Promise.all(
    there.map(async ({ annotator }) => {
      const read = await readReview(workspace, annotator, source)
      const { judgements, comments } = read.kind === 'ok' ? read.document : emptyReview
      return { annotator, judgements: [...judgements.values()], comments: [...comments.values()] }
    }),
  )
}

/** Of all threads about the article, those about this annotator's work. */
const threadsOn = ({ standings, threads }: ReviewedWork, annotator: string): readonly Thread[] =>
  threads.filter(
    ({ about }) => about.annotator === annotator || (about.id !== null && standings.has(about.id)),
  )

/** Who has not opened an article, and of whose work in it nobody has said anything, has no work there. */
const isThere = ({ status, work }: Read): boolean =>
  hasOpened(status, work.standings.size) || work.threads.length > 0
