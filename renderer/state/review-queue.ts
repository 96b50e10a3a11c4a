import type { Edit } from '#shared/domain/edit.ts'
import { remember, type Step } from '#shared/domain/history.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import { bridge } from '../bridge.ts'
import { desk, say } from './desk.ts'
import { askInTurn } from './in-turn.ts'

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

/** What was asked for is on its way; `made` resolves to whether it is on the disk in the end. */
export type Sent = { readonly made: Promise<boolean> }

/** Has an edit made as one step of the history. Null when it cannot be made now, which is said. */
export function sendReviewEdit(asked: ReviewEdit): Sent | null {
  const { workspace, bulk } = desk.getState()
  const refusal =
    workspace?.access.kind === 'read'
      ? workspace.access.sentence
      : bulk && 'Many articles are being changed; please wait.'
  if (!workspace || refusal) {
    say(refusal || null)
    return null
  }
  const step: Step = { articleId: null, edit: asked.edit, annotator: asked.annotator }
  desk.setState(({ unsaved }) => ({ unsaved: [...unsaved, step], notice: null, noticeWay: null }))
  sent++
  const made = deliver(asked, step)
  going = made
  return { made }
}

/** Asks for something once all that was said here so far is on the disk; asks again where more was said meanwhile. */
export async function onceSent<T>(ask: () => Promise<T>): Promise<T> {
  await going
  const number = sent
  const answer = await ask()
  return number === sent ? answer : onceSent(ask)
}

let going: Promise<unknown> = Promise.resolve()
let sent = 0

async function deliver(asked: ReviewEdit, step: Step): Promise<boolean> {
  const result = await make(asked).catch(() => failed(notMade(asked.edit)))
  if (!result.ok) say(result.problem.sentence)
  else if (result.value.left.length > 0) say(notMade(asked.edit))
  desk.setState(({ unsaved }) => ({ unsaved: unsaved.filter((other) => other !== step) }))
  const isMade = result.ok && result.value.left.length === 0
  if (!isMade) asked.onRefused()
  return isMade
}

const notMade = ({ name }: Edit): string =>
  `“${name}” was not made: what it is about was changed meanwhile. Please look once more.`

/** What was asked for by then comes first. Where it cannot be made, the edit is nowhere. */
function make({ articleId, annotator, edit }: ReviewEdit): Promise<Result<BulkReport>> {
  const ask = () => {
    count(1)
    return bridge.request('review:edit', articleId, annotator, edit)
  }
  return askInTurn(ask, async (answer) => {
    try {
      const result = await answer
      if (result.ok) rememberReview(edit.name, annotator)
      return result
    } finally {
      count(-1)
    }
  })
}

/** How many the main process has been asked for and has not answered. */
let asked = 0

function count(change: 1 | -1): void {
  asked += change
  desk.setState({ isReviewing: asked > 0 })
}

/** The main process has what it changes; here only its place in the history counts. */
function rememberReview(name: string, annotator: string): void {
  const step = { articleId: null, edit: { name, changes: [] }, bulk: crypto.randomUUID(), annotator }
  desk.setState(({ history }) => ({ history: remember(history, step) }))
}
