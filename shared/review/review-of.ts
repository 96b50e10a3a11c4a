import type { Comment, Judgement } from '#shared/domain/review.ts'

/** What one person says of others' marks in one article, whoever's file it is: as `article:marks` answers it. */
export type ReviewOf = {
  readonly annotator: string
  readonly judgements: readonly Judgement[]
  readonly comments: readonly Comment[]
}
