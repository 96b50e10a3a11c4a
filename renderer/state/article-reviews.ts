import type { Result } from '#shared/domain/result.ts'
import type { ArticleMarks, MarksWanted } from '#shared/ipc/team.ts'
import { bridge } from '../bridge.ts'
import { onceSent } from './review-queue.ts'

/** What everybody says of one article, with all that was said here in it. */
export const readMarks = (articleId: string, wanted: MarksWanted): Promise<Result<ArticleMarks>> =>
  onceSent(() => bridge.request('article:marks', articleId, wanted))
