import type { ArticleText } from '#shared/domain/article.ts'
import { applyTo } from '#shared/domain/edit.ts'
import { emptyReview, mergeReviews, type Review } from '#shared/domain/review.ts'
import { REVIEWS_FOLDER, readReviewsFile, reviewWriter } from '#shared/format/reviews-file.ts'
import type { DocumentFile } from './document-file.ts'
import { type DocumentOutcome, readDocument } from './document-reading.ts'
import type { Workspace } from './workspace.ts'

export type ReviewOutcome = DocumentOutcome<Review>

/** The file that holds what `annotator` says of others' marks in an article. */
export function reviewFile(
  workspace: Workspace,
  annotator: string,
  source: ArticleText,
): DocumentFile<Review> {
  const shelf = `${annotator}/${REVIEWS_FOLDER}/${source.article.id}`
  const name = `annotators/${shelf}.json`
  return {
    workspace,
    name,
    shelf,
    version: 1,
    empty: emptyReview,
    contentOf: reviewWriter(source, annotator),
    parse: (json) => readReviewsFile(json, { source, annotator, file: name }),
    apply: (review, edit) => applyTo('review', review, edit),
    merge: mergeReviews,
  }
}

/** Reads what `annotator` says of others' marks in an article. */
export const readReview = (
  workspace: Workspace,
  annotator: string,
  source: ArticleText,
): Promise<ReviewOutcome> => readDocument(reviewFile(workspace, annotator, source))
