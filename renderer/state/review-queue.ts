import type { Edit } from '#shared/domain/edit.ts'
import type { Step } from '#shared/domain/history.ts'
import { desk, say } from './desk.ts'
import { editReview } from './review-edits.ts'

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
  going = deliver(asked, step)
  return true
}

/** Resolves once all that was asked for so far is made, or refused. */
export const reviewsSent = (): Promise<void> => going

/** Another number once something more was asked for. */
export const reviewsAsked = (): number => sent

let going: Promise<void> = Promise.resolve()
let sent = 0

async function deliver({ articleId, annotator, edit, onRefused }: ReviewEdit, step: Step): Promise<void> {
  const isMade = await editReview(articleId, annotator, edit).then(
    (result) => result.ok && (result.value.left.length === 0 || sayLeft(edit)),
    () => sayLeft(edit),
  )
  desk.setState(({ unsaved }) => ({ unsaved: unsaved.filter((other) => other !== step) }))
  if (!isMade) onRefused()
}

function sayLeft({ name }: Edit): false {
  say(`“${name}” was not made: what it is about was changed meanwhile. Please look once more.`)
  return false
}
