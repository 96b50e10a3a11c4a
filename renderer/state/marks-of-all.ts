import type { Annotation } from '#shared/domain/annotation.ts'
import type { Status } from '#shared/domain/record.ts'
import { emptyReview, type Review } from '#shared/domain/review.ts'
import type { ArticleMarks } from '#shared/ipc/team.ts'
import { MarksHere } from '#shared/review/marks-here.ts'
import type { ReviewOf } from '#shared/review/review-of.ts'

export type RecordOf = {
  readonly annotator: string
  readonly status: Status
  readonly annotations: readonly Annotation[]
}

export const recordsIn = ({ records }: ArticleMarks): readonly RecordOf[] => JSON.parse(records)
export const reviewsIn = ({ reviews }: ArticleMarks): readonly ReviewOf[] => JSON.parse(reviews)

/** By whom marks are meant that are spoken of in the article. */
export const marksHereIn = (answer: ArticleMarks): MarksHere =>
  new MarksHere(recordsIn(answer), answer.annotators)

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]))

/** One person's, as it is edited. */
export function reviewBy(reviews: readonly ReviewOf[], annotator: string): Review {
  const found = reviews.find((one) => one.annotator === annotator)
  return found ? { judgements: byId(found.judgements), comments: byId(found.comments) } : emptyReview
}

/** `reviews` with this one in the place of that person's. */
export const withReviewBy = (
  reviews: readonly ReviewOf[],
  annotator: string,
  { judgements, comments }: Review,
): readonly ReviewOf[] => [
  ...reviews.filter((one) => one.annotator !== annotator),
  { annotator, judgements: [...judgements.values()], comments: [...comments.values()] },
]
