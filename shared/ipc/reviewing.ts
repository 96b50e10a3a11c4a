import type { Result } from '../domain/result.ts'

/** How far the review of one annotator's work on an article has come; by marks. */
export type ReviewedArticle = {
  readonly articleId: string
  readonly title: string
  readonly annotations: number
  readonly accepted: number
  readonly changed: number
  readonly rejected: number
  /** Judged by somebody; changed by the annotator since. */
  readonly outdated: number
  /** Threads of comments that are not resolved. */
  readonly threads: number
  /** What the annotator has not answered yet: proposals and rejections that are not followed, threads whose last word is another’s. */
  readonly waiting: number
}

export type ReviewedArticles = {
  /** In the order of their titles. */
  readonly articles: readonly ReviewedArticle[]
  /** Sentences about what could not be read, and is left out. */
  readonly unread: readonly string[]
}

export type ReviewingRequests = {
  /** What was said of one annotator's work, by everybody. */
  'reviewing:list': { args: [annotator: string]; result: Result<ReviewedArticles> }
  /** Ids of the articles in which something waits for the annotator's answer. */
  'reviewing:waiting': { args: [annotator: string]; result: Result<readonly string[]> }
  /** Writes the summary of a review, for its annotator to read; null when the analyst cancelled the dialog. */
  'reviewing:summary': { args: [annotator: string]; result: Result<string> | null }
}
