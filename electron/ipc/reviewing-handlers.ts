import path from 'node:path'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { reviewSummary } from '#shared/review/review-summary.ts'
import { writeOut } from '../export/write-out.ts'
import { problemOf } from '../library/disk-problem.ts'
import { UNSAVED } from '../library/unsaved.ts'
import { inNumbers, reviewedWork, type WorkRead, type WorkWish } from '../review/reviewed-work.ts'
import type { HandlerParts } from './handler-parts.ts'
import type { Handlers } from './wire.ts'

const NO_WORKSPACE = 'No workspace is open.'

/** How far the review of one annotator's work has come, and what goes back to that annotator. */
export function reviewingHandlers({
  desk,
  dialogs,
  documents,
}: Pick<HandlerParts, 'desk' | 'dialogs' | 'documents'>): Pick<
  Handlers,
  'reviewing:list' | 'reviewing:waiting' | 'reviewing:summary'
> {
  const workOf = async (annotator: string, wish?: WorkWish): Promise<Result<WorkRead>> => {
    const { session } = desk
    if (!session) return failed(NO_WORKSPACE)
    try {
      await session.flush()
      return ok(await reviewedWork(session.workspace, annotator, wish))
    } catch (error) {
      return failed(`The work of ${annotator} could not be read: ${problemOf(error)}`)
    }
  }
  return {
    'reviewing:list': async (annotator) => {
      const work = await workOf(annotator)
      if (!work.ok) return work
      const { all, unread } = work.value
      return ok({ articles: all.map((one) => inNumbers(annotator, one)), unread })
    },
    'reviewing:waiting': async (annotator) => {
      const work = await workOf(annotator, { onlyReviewed: true })
      if (!work.ok) return work
      return ok(
        work.value.all.flatMap((one) => (inNumbers(annotator, one).waiting > 0 ? [one.articleId] : [])),
      )
    },
    'reviewing:summary': async (annotator) => {
      const { session } = desk
      if (!session) return failed(NO_WORKSPACE)
      if (!(await session.flush())) return failed(UNSAVED)
      const work = await workOf(annotator)
      if (!work.ok) return work
      const file = await dialogs.textFile({
        title: `Summary of the review of ${annotator}’s work`,
        suggested: path.join(documents, `Review of ${annotator}.md`),
        kind: 'Markdown',
        ending: 'md',
      })
      if (file === null) return null
      const { workspace } = session
      const { manifest } = workspace
      const of = {
        annotator,
        workspace: manifest.name,
        scheme: manifest.scheme,
        now: new Date().toISOString(),
      }
      return writeOut(workspace, file, reviewSummary(of, work.value.all))
    },
  }
}
