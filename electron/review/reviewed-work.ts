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
import { emptyReview, type Review } from '#shared/domain/review.ts'
import { standingMetadata } from '#shared/domain/standing-article.ts'
import { REVIEWS_FOLDER } from '#shared/format/reviews-file.ts'
import type { ReviewedArticle } from '#shared/ipc/reviewing.ts'
import type { Coding } from '#shared/review/codings.ts'
import { type Standing, standingsOf } from '#shared/review/mark-standing.ts'
import { MarksHere } from '#shared/review/marks-here.ts'
import { reviewCounts } from '#shared/review/review-counts.ts'
import type { ReviewOf } from '#shared/review/review-of.ts'
import { type Thread, threadsOf } from '#shared/review/threads.ts'
import { marksHereOf, readArticleMarks } from './article-marks.ts'

/** One annotator's marks in one article and what everybody says of them. */
export type ReviewedWork = {
  readonly articleId: string
  readonly title: string
  readonly text: string
  readonly annotations: readonly Annotation[]
  readonly standings: ReadonlyMap<string, Standing>
  readonly threads: readonly Thread[]
}

export type WorkRead = {
  /** In the order of their titles. */
  readonly all: readonly ReviewedWork[]
  /** Sentences about what could not be read. */
  readonly unread: readonly string[]
}

/** `onlyReviewed`: only articles of which somebody says something, whoever's marks that is about. */
export type WorkWish = { readonly onlyReviewed: boolean }

const READ_AHEAD = 8

/**
 * The work of one annotator, article by article, without articles that cannot be read and those of which the annotator
 * has gone on to a newer version. Throws system errors.
 */
export async function reviewedWork(
  given: Workspace,
  annotator: string,
  { onlyReviewed }: WorkWish = { onlyReviewed: false },
): Promise<WorkRead> {
  const workspace = lookedAt(given)
  const [all, { files }, reviewers] = await Promise.all([
    articleIds(workspace),
    shelfOf(workspace, annotator),
    reviewersIn(workspace),
  ])
  const ids = all.filter(
    (id) =>
      (!onlyReviewed && files.has(`${id}.json`)) || reviewers.some((one) => one.files.has(`${id}.json`)),
  )
  const known = new Set(all)
  const work: ReviewedWork[] = []
  const unread: string[] = []
  const breath = new Breath()
  for await (const one of mapAhead(ids, READ_AHEAD, (id) =>
    readWork(workspace, id, { annotator, reviewers }),
  )) {
    await breath.ifDue()
    unread.push(...one.unread)
    if (one.read && !hasGoneOn(one.read, known) && isThere(one.read)) work.push(one.read.work)
  }
  return { all: work.sort((a, b) => compareText(a.title, b.title)), unread }
}

/** The same in numbers. */
export const inNumbers = (annotator: string, work: ReviewedWork): ReviewedArticle => ({
  articleId: work.articleId,
  title: work.title,
  ...reviewCounts(annotator, work.standings, work.threads),
})

type Reviewer = { readonly annotator: string; readonly files: ReadonlySet<string> }
/** `reviewers`: all annotators there are. */
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

type Told = { readonly read: Read | null; readonly unread: readonly string[] }

async function readWork(workspace: Workspace, id: string, wish: Wish): Promise<Told> {
  const source = await readArticle(workspace, id)
  if (!source.ok) return { read: null, unread: [source.problem.sentence] }
  const { annotator, reviewers } = wish
  const record = await readRecord(workspace, annotator, source.value)
  if (record.kind !== 'ok') return { read: null, unread: [record.sentence] }
  const { annotations, corrections, later, status } = record.document
  const { reviews, unread } = await reviewsOf(workspace, source.value, reviewers)
  const marks = [...annotations]
  const here = await marksHere({ workspace, source: source.value }, reviews, {
    names: reviewers.map((one) => one.annotator),
    own: { annotator, annotations: marks },
  })
  const { title } = standingMetadata(source.value.article, corrections)
  const work = {
    articleId: id,
    title,
    text: source.value.text,
    annotations: marks,
    standings: standingsOf({ annotator, annotations: marks }, reviews, here),
    threads: threadsOf(reviews, here).filter(({ about }) => about.annotator === annotator),
  }
  return { read: { later, status, work }, unread }
}

async function reviewsOf(
  workspace: Workspace,
  source: ArticleText,
  reviewers: readonly Reviewer[],
): Promise<{ readonly reviews: readonly ReviewOf[]; readonly unread: readonly string[] }> {
  const there = reviewers.filter(({ files }) => files.has(`${source.article.id}.json`))
  const all = await Promise.all(
    there.map(async ({ annotator }) => ({
      annotator,
      read: await readReview(workspace, annotator, source),
    })),
  )
  return {
    reviews: all.map(({ annotator, read }) =>
      reviewOf(annotator, read.kind === 'ok' ? read.document : emptyReview),
    ),
    unread: all.flatMap(({ read }) => (read.kind === 'ok' ? [] : [read.sentence])),
  }
}

type Here = { readonly names: readonly string[]; readonly own: Coding }

/** Others' marks are asked for only where something is said of marks of somebody who is not here by that name. */
async function marksHere(
  { workspace, source }: { readonly workspace: Workspace; readonly source: ArticleText },
  reviews: readonly ReviewOf[],
  { names, own }: Here,
): Promise<MarksHere> {
  const said = reviews.flatMap(({ judgements, comments }) => [
    ...judgements.flatMap(({ about }) => about),
    ...comments.map(({ about }) => about),
  ])
  if (said.every(({ annotator }) => names.includes(annotator))) return new MarksHere([own], names)
  const { marks } = await readArticleMarks(workspace, source)
  return marksHereOf(marks, names)
}

const reviewOf = (annotator: string, { judgements, comments }: Review): ReviewOf => ({
  annotator,
  judgements: [...judgements.values()],
  comments: [...comments.values()],
})

/** Who has not opened an article, and of whose work in it nobody has said anything, has no work there. */
const isThere = ({ status, work }: Read): boolean =>
  hasOpened(status, work.standings.size) || work.threads.length > 0
