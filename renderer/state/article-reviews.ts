import type { Result } from '#shared/domain/result.ts'
import type { ArticleMarks, MarksWanted } from '#shared/ipc/team.ts'
import { bridge } from '../bridge.ts'
import { reviewsAsked, reviewsSent } from './review-queue.ts'

/** What everybody says of one article, with all that was said here in it. */
export async function readMarks(articleId: string, wanted: MarksWanted): Promise<Result<ArticleMarks>> {
  await reviewsSent()
  const number = reviewsAsked()
  const answer = await bridge.request('article:marks', articleId, wanted)
  return number === reviewsAsked() ? answer : readMarks(articleId, wanted)
}
