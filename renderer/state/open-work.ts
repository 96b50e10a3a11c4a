import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { applyTo, type Change, type Edit } from '#shared/domain/edit.ts'
import type { Review } from '#shared/domain/review.ts'
import type { ArticleMarks } from '#shared/ipc/team.ts'
import { rejudged, type Standing, standingsOf } from '#shared/review/mark-standing.ts'
import { type ReviewCounts, reviewCounts } from '#shared/review/review-counts.ts'
import type { ReviewOf } from '#shared/review/review-of.ts'
import { type Thread, threadAbout, threadsOf, turnIn } from '#shared/review/threads.ts'
import { recordsIn, reviewBy, reviewsIn, withReviewBy } from './marks-of-all.ts'

/** One article of an annotator's whose marks are reviewed. */
export type OpenWork = {
  readonly articleId: string
  readonly text: string
  /** Whose marks, and who reviews them. */
  readonly annotator: string
  readonly reviewer: string
  readonly annotations: AnnotationSet
  readonly reviews: readonly ReviewOf[]
  /** What the reviewer says: the only part that is edited here. */
  readonly own: Review
  readonly standings: ReadonlyMap<string, Standing>
  readonly threads: readonly Thread[]
  readonly unread: readonly string[]
}

export type Whose = Pick<OpenWork, 'annotator' | 'reviewer'>
export type OpenText = Pick<OpenWork, 'articleId' | 'text'>

export function openWork({ articleId, text }: OpenText, answered: ArticleMarks, whose: Whose): OpenWork {
  const reviews = reviewsIn(answered)
  const marks = recordsIn(answered).find(({ annotator }) => annotator === whose.annotator)?.annotations ?? []
  const annotations = AnnotationSet.from(marks)
  return {
    annotator: whose.annotator,
    reviewer: whose.reviewer,
    articleId,
    text,
    annotations,
    reviews,
    own: reviewBy(reviews, whose.reviewer),
    standings: standingsOf(whose.annotator, [...annotations], reviews),
    threads: threadsOf(reviews),
    unread: answered.unread,
  }
}

/** The work after an edit of the reviewer's own review. */
export function reviewed(work: OpenWork, edit: Edit): OpenWork {
  const own = applyTo('review', work.own, edit)
  const reviews = withReviewBy(work.reviews, work.reviewer, own)
  const hasComments = edit.changes.some(({ kind }) => kind === 'comment')
  const threads = hasComments ? threadsOf(reviews) : work.threads
  return { ...work, own, reviews, threads, standings: restanding(work, edit.changes) }
}

/** Only what was judged is looked at anew. */
function restanding({ standings, reviewer }: OpenWork, changes: readonly Change[]): OpenWork['standings'] {
  const after = new Map(standings)
  for (const change of changes) {
    if (change.kind !== 'judgement') continue
    for (const { id } of (change.after ?? change.before)?.about ?? []) {
      const standing = after.get(id)
      if (standing) after.set(id, rejudged(standing, reviewer, change.after))
    }
  }
  return after
}

/** True where the reviewer has something to say still: nobody has judged it, it was changed since, or its annotator has answered. */
export function isLeft({ standings, threads, annotator }: OpenWork, id: string): boolean {
  const standing = standings.get(id)
  if (!standing?.isThere) return false
  if (standing.outcome === 'open' || standing.since === 'outdated') return true
  const thread = threadAbout(threads, { annotator, id })
  return thread !== undefined && turnIn(thread, annotator) === 'reviewer'
}

/** The mark to go to from one, or from the start or the end for null; null where there is none on that side. */
export function stopFrom(
  work: OpenWork,
  from: string | null,
  { direction, onlyLeft }: { readonly direction: 1 | -1; readonly onlyLeft: boolean },
): string | null {
  const { annotations } = work
  const current = from === null ? undefined : annotations.get(from)
  let rank = current ? annotations.rankOf(current) + direction : direction > 0 ? 0 : annotations.size - 1
  for (; rank >= 0 && rank < annotations.size; rank += direction) {
    const id = annotations.at(rank)?.id as string
    if (!onlyLeft || isLeft(work, id)) return id
  }
  return null
}

export const countsOf = ({ annotator, standings, threads }: OpenWork): ReviewCounts =>
  reviewCounts(annotator, standings, threads)
