import path from 'node:path'
import { problemOf } from '#electron/library/disk-problem.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type {
  AnswersPreview,
  AnswersTaken,
  ReviewFileMade,
  ReviewFileSettings,
} from '#shared/ipc/review-file.ts'
import type { Desk } from '../desk.ts'
import { outFile } from '../export/out-file.ts'
import type { BulkMaking } from '../library/bulk-making.ts'
import { UNSAVED } from '../library/unsaved.ts'
import { type AnswersFile, readAnswersFile } from '../review/answers-file.ts'
import { previewAnswers, takeAnswers } from '../review/answers-taken.ts'
import { readPageAssets } from '../review/page-assets.ts'
import { makeReviewFile } from '../review/review-file.ts'
import { reviewPageFolder } from '../review-page-folder.ts'
import type { Session } from '../session.ts'

const NO_WORKSPACE = 'No workspace is open.'
const NOTHING_CHOSEN = 'Please choose the answers once more: another workspace is open now.'

/** Review files on their way out, and their answers on the way in: chosen, looked at, taken. */
export class ReviewFileWork {
  readonly #desk: Desk
  #chosen: { readonly session: Session; readonly file: AnswersFile } | null = null

  constructor(desk: Desk) {
    this.#desk = desk
  }

  async make(settings: ReviewFileSettings, typed: string): Promise<Result<ReviewFileMade>> {
    const { session } = this.#desk
    if (!session) return failed(NO_WORKSPACE)
    const { workspace, annotator } = session
    try {
      const out = await outFile(workspace, typed)
      if (!out.ok) return out
      if (!(await session.flush())) return failed(UNSAVED)
      const assets = await readPageAssets(reviewPageFolder)
      const now = new Date().toISOString()
      return await makeReviewFile({ ...settings, workspace, by: annotator, assets, out: out.value, now })
    } catch (error) {
      return failed(`“${path.basename(typed)}” could not be written: ${problemOf(error)}`)
    }
  }

  async choose(answers: string): Promise<Result<AnswersPreview>> {
    const { session } = this.#desk
    if (!session) return failed(NO_WORKSPACE)
    if (!session.canWrite) return failed('This workspace can only be read, so no answers can be taken.')
    this.#chosen = null
    const read = await readAnswersFile(answers)
    if (!read.ok) return read
    const preview = await previewAnswers(read.value, partsOf(session))
    if (preview.ok) this.#chosen = { session, file: read.value }
    return preview
  }

  async take(reviewer: string): Promise<Result<AnswersTaken>> {
    const chosen = this.#chosen
    if (!chosen || chosen.session !== this.#desk.session) return failed(NOTHING_CHOSEN)
    const taken = await takeAnswers(chosen.file, reviewer, partsOf(chosen.session))
    if (!taken.ok) return taken
    this.#chosen = null
    const { articles, judgements, comments } = taken.value
    return ok({ articles, judgements, comments })
  }
}

const partsOf = (session: Session): BulkMaking => ({
  workspace: session.workspace,
  flush: () => session.flush(),
  make: (edit, plan, whose) => session.bulk.make(edit, plan, whose),
})
