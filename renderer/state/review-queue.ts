import type { Edit } from '#shared/domain/edit.ts'
import type { History, Step } from '#shared/domain/history.ts'
import { bridge } from '../bridge.ts'
import { desk, say } from './desk.ts'

/**
 * What is said of others' marks, and the gold, is edited by the main process, one edit after the other. Whoever asks for one
 * shows its outcome at once and goes on; until it is on the disk it is among what is not saved.
 */
export type ReviewEdit = {
  readonly articleId: string
  /** Whose review or record it is. */
  readonly annotator: string
  readonly edit: Edit
  /** Where it could not be made after all, and what is shown is to be read anew. */
  readonly onRefused: () => void
}

/** Has an edit made as one step of the history. False when it cannot be made now, which is said. */
export function sendReviewEdit(asked: ReviewEdit): boolean {
  const { workspace, bulk } = desk.getState()
  const refusal =
    workspace?.access.kind === 'read'
      ? workspace.access.sentence
      : bulk && 'Many articles are being changed; please wait.'
  if (!workspace || refusal) {
    say(refusal || null)
    return false
  }
  const step: Step = { articleId: null, edit: asked.edit, annotator: asked.annotator }
  desk.setState(({ unsaved }) => ({ unsaved: [...unsaved, step], notice: null, noticeWay: null }))
  sent++
  going = going.then(() => deliver(asked, step))
  return true
}

/** Resolves once all that was asked for so far is made, or refused. */
export const reviewsSent = (): Promise<void> => going

/** Another number once something more was asked for. */
export const reviewsAsked = (): number => sent

let going: Promise<void> = Promise.resolve()
let sent = 0

async function deliver(asked: ReviewEdit, step: Step): Promise<void> {
  const number = sent
  const problem = await make(asked).catch(() => `“${asked.edit.name}” could not be kept, and was taken back.`)
  if (number === sent) await adoptHistory().catch(() => undefined)
  desk.setState(({ unsaved }) => ({ unsaved: unsaved.filter((other) => other !== step) }))
  if (problem === null) return
  asked.onRefused()
  say(problem)
}

/** The sentence that says why it was not made, if it was not. */
async function make({ articleId, annotator, edit }: ReviewEdit): Promise<string | null> {
  const answer = await bridge.request('review:edit', articleId, annotator, edit)
  if (!answer.ok) return answer.problem.sentence
  return answer.value.left.length === 0
    ? null
    : `“${edit.name}” was not made: what it is about was changed meanwhile. Please look once more.`
}

/** The steps are the main process's to write; what was done here meanwhile may not be among those that were read. */
async function adoptHistory(): Promise<void> {
  const { workspace, history } = desk.getState()
  const read = JSON.parse(await bridge.request('history:read')) as History
  const now = desk.getState()
  if (now.workspace?.id !== workspace?.id) return
  if (now.history !== history) return adoptHistory()
  desk.setState({ history: read })
}
