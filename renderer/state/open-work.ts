import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { applyTo, type Change, type Edit } from '#shared/domain/edit.ts'
import type { Comment, Review } from '#shared/domain/review.ts'
import type { ArticleMarks } from '#shared/ipc/team.ts'
import { rejudged, type Standing, standingsOf } from '#shared/review/mark-standing.ts'
import type { MarksHere } from '#shared/review/marks-here.ts'
import type { ReviewOf } from '#shared/review/review-of.ts'
import { type Thread, threadAbout, threadsBesides, threadsOf, turnIn } from '#shared/review/threads.ts'
import { marksHereIn, recordsIn, reviewBy, reviewsIn, withReviewBy } from './marks-of-all.ts'

type OutcomeCounts = Readonly<Record<Standing['outcome'], number>>

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
  /** How many marks stand how, those that are gone among them. */
  readonly counts: OutcomeCounts
  readonly threads: readonly Thread[]
  readonly here: MarksHere
  /** What is talked of besides the marks that are there: ids of marks that are gone, and `WHOLE`. They come behind the marks. */
  readonly besides: readonly string[]
  readonly unread: readonly string[]
}

/** Stands among the ids of marks for all that the annotator made of the article. */
export const WHOLE = 'whole article'

export type Whose = Pick<OpenWork, 'annotator' | 'reviewer'>
export type OpenText = Pick<OpenWork, 'articleId' | 'text'>

export function openWork({ articleId, text }: OpenText, answered: ArticleMarks, whose: Whose): OpenWork {
  const reviews = reviewsIn(answered)
  const records = recordsIn(answered)
  const here = marksHereIn(answered)
  const marks = records.find(({ annotator }) => annotator === whose.annotator)?.annotations ?? []
  const annotations = AnnotationSet.from(marks)
  const threads = threadsOf(reviews, here)
  const own = { annotator: whose.annotator, annotations: [...annotations] }
  const standings = standingsOf(own, reviews, here)
  return {
    annotator: whose.annotator,
    reviewer: whose.reviewer,
    articleId,
    text,
    annotations,
    reviews,
    own: reviewBy(reviews, whose.reviewer),
    standings,
    counts: countsIn(standings),
    threads,
    here,
    besides: besidesIn(threads, annotations, whose.annotator),
    unread: answered.unread,
  }
}

/** The work after an edit of the reviewer's own review. */
export function reviewed(work: OpenWork, edit: Edit): OpenWork {
  const own = applyTo('review', work.own, edit)
  const reviews = withReviewBy(work.reviews, work.reviewer, own)
  const hasComments = edit.changes.some(({ kind }) => kind === 'comment')
  const threads = hasComments ? threadsOf(reviews, work.here) : work.threads
  const besides = hasComments ? besidesIn(threads, work.annotations, work.annotator) : work.besides
  return { ...work, own, reviews, threads, besides, ...restanding(work, edit.changes) }
}

function countsIn(standings: OpenWork['standings']): OutcomeCounts {
  const counts = { open: 0, accepted: 0, changed: 0, rejected: 0, discuss: 0 }
  for (const { outcome } of standings.values()) counts[outcome]++
  return counts
}

const besidesIn = (
  threads: readonly Thread[],
  annotations: AnnotationSet,
  annotator: string,
): readonly string[] =>
  threadsBesides(threads, annotations, annotator).map(({ about: { id } }) => id ?? WHOLE)

/** What a comment on one of the stops is about. */
export const aboutStop = ({ annotator }: Pick<OpenWork, 'annotator'>, stop: string): Comment['about'] => ({
  annotator,
  id: stop === WHOLE ? null : stop,
})

type Standings = Pick<OpenWork, 'standings' | 'counts'>

/** Only what was judged is looked at anew. */
function restanding(work: OpenWork, changes: readonly Change[]): Standings {
  const { standings, counts, reviewer, annotator, here } = work
  if (changes.every(({ kind }) => kind !== 'judgement')) return { standings, counts }
  const after = new Map(standings)
  const now = { ...counts }
  for (const change of changes) {
    if (change.kind !== 'judgement') continue
    for (const mark of (change.after ?? change.before)?.about ?? []) {
      const { id } = mark
      const standing = after.get(id)
      if (!standing || here.meant(mark).annotator !== annotator) continue
      const then = rejudged(standing, reviewer, change.after)
      now[standing.outcome]--
      now[then.outcome]++
      after.set(id, then)
    }
  }
  return { standings: after, counts: now }
}

/** True where the reviewer has something to say still: nobody has judged it, it was changed since, or its annotator has answered. */
export function isLeft({ standings, threads, annotator }: OpenWork, id: string): boolean {
  const standing = standings.get(id)
  if (standing?.isThere && (standing.outcome === 'open' || standing.since === 'outdated')) return true
  const thread = threadAbout(threads, aboutStop({ annotator }, id))
  return thread !== undefined && turnIn(thread, annotator) === 'reviewer'
}

/** The stop to go to from one, or from the start or the end for null; null where there is none on that side. */
export function stopFrom(
  work: OpenWork,
  from: string | null,
  { direction, onlyLeft }: { readonly direction: 1 | -1; readonly onlyLeft: boolean },
): string | null {
  const { annotations, besides } = work
  const size = annotations.size + besides.length
  let rank = (from === null ? (direction > 0 ? -1 : size) : rankOf(work, from)) + direction
  for (; rank >= 0 && rank < size; rank += direction) {
    const id = annotations.at(rank)?.id ?? (besides[rank - annotations.size] as string)
    if (!onlyLeft || isLeft(work, id)) return id
  }
  return null
}

/** True for what can be looked at. */
export const isStop = ({ annotations, besides }: OpenWork, stop: string): boolean =>
  stop === WHOLE || annotations.get(stop) !== undefined || besides.includes(stop)

/** Nobody may have talked of the whole article yet: it is behind all else. */
function rankOf({ annotations, besides }: OpenWork, stop: string): number {
  const mark = annotations.get(stop)
  if (mark) return annotations.rankOf(mark)
  const at = besides.indexOf(stop)
  return annotations.size + (at < 0 ? besides.length : at)
}
