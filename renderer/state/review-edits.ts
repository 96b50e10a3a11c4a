import type { Edit } from '#shared/domain/edit.ts'
import { remember } from '#shared/domain/history.ts'
import type { Result } from '#shared/domain/result.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import { bridge } from '../bridge.ts'
import { desk, say } from './desk.ts'
import { inTurn } from './travelling.ts'

/**
 * Edits somebody's record or review of an article, as one step of the history, once what was asked for before is done.
 * Says what is wrong where it cannot be done; the edit is then nowhere.
 */
export function editReview(articleId: string, annotator: string, edit: Edit): Promise<Result<BulkReport>> {
  return inTurn(async () => {
    desk.setState({ isReviewing: true })
    try {
      const result = await bridge.request('review:edit', articleId, annotator, edit)
      if (result.ok) rememberReview(edit.name, annotator)
      else say(result.problem.sentence)
      return result
    } finally {
      desk.setState({ isReviewing: false })
    }
  })
}

/** The main process has what it changes; here only its place in the history counts. */
function rememberReview(name: string, annotator: string): void {
  const step = { articleId: null, edit: { name, changes: [] }, bulk: crypto.randomUUID(), annotator }
  desk.setState(({ history }) => ({ history: remember(history, step) }))
}
