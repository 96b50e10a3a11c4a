import { marksTheSame } from '#shared/domain/annotation.ts'
import { counted } from '#shared/domain/counted.ts'
import type { Edit } from '#shared/domain/edit.ts'
import type { Status } from '#shared/domain/record.ts'
import { GOLD } from '#shared/domain/review.ts'
import { adjudication, agreedIn, type Deciding } from '#shared/review/adjudicating.ts'
import type { Alignment } from '#shared/review/differences.ts'
import { versionsOf } from '#shared/review/mark-versions.ts'
import type { Verdict } from '#shared/review/verdict.ts'
import {
  adjudicateArticle,
  adjudicating,
  articlesNow,
  closeAdjudicated,
  currentAlignment,
  goToDifference,
  readAdjudication,
  readSettledAgain,
  stopFrom,
  stopWriting,
} from './adjudicating.ts'
import { say } from './desk.ts'
import { type OpenAdjudication, settled } from './open-adjudication.ts'
import { type Sent, sendReviewEdit } from './review-queue.ts'
import { annotatorNow } from './team.ts'

/** What is decided of a difference. Each decision is one step of the history, and the next open difference is there at once. */

const deciding = (name: string, status?: Status): Deciding => ({
  name,
  by: annotatorNow(),
  now: new Date().toISOString(),
  newId: () => crypto.randomUUID(),
  ...(status ? { status } : {}),
})

/** Makes an edit of gold’s, at once here and then on the disk; see `sendReviewEdit`. */
function send(open: OpenAdjudication, edit: Edit): Sent | null {
  const { articleId } = open
  const sent = sendReviewEdit({
    articleId,
    annotator: GOLD,
    edit,
    onRefused: () => readSettledAgain(articleId),
  })
  if (sent) adjudicating.setState({ open: settled(open, edit) })
  return sent
}

function decide(name: string, verdict: Verdict) {
  const state = adjudicating.getState()
  const alignment = currentAlignment(state)
  if (!state.open || !alignment) return say('There is no difference here to decide.')
  const reason = state.reason.trim()
  const decision = { alignment, verdict, ...(reason ? { reason } : {}) }
  if (send(state.open, adjudication(state.open.gold, [decision], deciding(name)))) goOn(alignment)
}

function goOn({ id }: Alignment) {
  const { open } = adjudicating.getState()
  if (!open) return
  const next = stopFrom(open, id, 1, true) ?? stopFrom(open, null, 1, true)
  goToDifference(next ?? id)
  if (next === null) say('All differences of this article are decided. Ctrl+Enter finishes it.')
}

/** Takes the mark of the annotator at that place. */
export function takeVersion(index: number) {
  const state = adjudicating.getState()
  const name = state.open?.annotators[index]
  const alignment = currentAlignment(state)
  if (name === undefined || !alignment) return
  if (alignment.lacking.includes(name))
    return say(`${shownName(index)} has no such mark. X rejects what the others have.`)
  decide(`Take the mark of ${shownName(index)}`, { kind: 'take', annotators: [name] })
}

/** Takes each version once; of those that mark the same words alike and differ in what they say of them, the first. */
export function takeAll() {
  const state = adjudicating.getState()
  const alignment = currentAlignment(state)
  if (!state.open || !alignment) return
  const versions = versionsOf(alignment, state.open.comparing).flatMap(([first]) => first ?? [])
  const annotators = versions
    .filter(({ as }, i) => !versions.slice(0, i).some((before) => marksTheSame(before.as, as)))
    .map(({ annotator }) => annotator)
  decide(annotators.length > 1 ? 'Take all versions' : 'Take the mark', { kind: 'take', annotators })
}

export const rejectMarks = (): void => decide('Reject the mark', { kind: 'reject' })
export const leaveToDiscuss = (): void => decide('Leave for discussion', { kind: 'discuss' })

export function takeDraft() {
  const { draft } = adjudicating.getState()
  if (draft) decide('Take the mark put right', { kind: 'edit', ...draft })
}

/** What an annotator is called on the screen. */
export function shownName(index: number): string {
  const { open, hidesNames } = adjudicating.getState()
  return hidesNames ? `Annotator ${letterOf(index)}` : (open?.annotators[index] ?? '')
}
export const letterOf = (index: number): string => String.fromCodePoint(65 + index)

export const startReason = (): void => adjudicating.setState({ writing: 'reason', draft: null })

/** Gives a reason: to what was decided here, or to what is decided next. */
export function giveReason(reason: string) {
  const state = adjudicating.getState()
  const alignment = currentAlignment(state)
  adjudicating.setState({ writing: null, reason })
  const before = alignment && state.open?.standings.get(alignment.id)?.judgement
  if (!state.open || !before || (before.reason ?? '') === reason.trim()) return
  const { reason: _, ...rest } = before
  const after = reason.trim() ? { ...rest, reason: reason.trim() } : rest
  send(state.open, { name: 'Give a reason', changes: [{ kind: 'judgement', id: before.id, before, after }] })
}

/** Has all that is the same come into gold. */
export function acceptSame() {
  const { open } = adjudicating.getState()
  if (!open) return
  const agreed = agreedIn(open.gold, open.alignments)
  if (agreed.length === 0) return say('All that is the same is in gold already.')
  const sent = send(open, adjudication(open.gold, agreed, deciding('Accept all that are the same')))
  void sent?.made.then((isMade) => {
    if (!isMade) return
    say(
      `${counted(agreed.length, 'mark')} that all have the same ${agreed.length === 1 ? 'is' : 'are'} in gold.`,
    )
  })
}

/** Marks gold done, with all that is the same, and goes on with the next article. Does neither while differences are open. */
export function finishArticle() {
  const { open } = adjudicating.getState()
  if (!open) return
  const { counts } = open
  if (counts.open > 0) {
    const first = stopFrom(open, null, 1, true)
    if (first !== null) goToDifference(first)
    return say(
      `${counted(counts.open, 'difference')} still open: decide each, or leave it for discussion (D).`,
    )
  }
  const agreed = agreedIn(open.gold, open.alignments)
  const status = counts.discussed > 0 ? 'in progress' : 'done'
  const edit = adjudication(open.gold, agreed, deciding('Finish in gold', status))
  const sent = edit.changes.length > 0 ? send(open, edit) : { made: Promise.resolve(true) }
  if (!sent) return
  const taken =
    agreed.length > 0 ? ` ${counted(agreed.length, 'mark')} that all have the same came along.` : ''
  const outcome =
    counts.discussed > 0
      ? `“${open.title}” stays in progress: ${counts.discussed} to discuss.${taken}`
      : `“${open.title}” is done in gold.${taken}`
  void Promise.all([sent.made, nextArticle(open.articleId)]).then(([isMade, where]) => {
    if (isMade) say(`${outcome} ${where}`)
  })
}

async function nextArticle(from: string): Promise<string> {
  stopWriting()
  if (!adjudicating.getState().articles) await readAdjudication()
  const articles = articlesNow()
  const at = articles?.findIndex(({ articleId }) => articleId === from) ?? -1
  const rest = articles ? [...articles.slice(at + 1), ...articles.slice(0, Math.max(0, at))] : []
  const next = rest.find(({ isDone, open }) => !isDone || open > 0)
  adjudicating.setState({ articles })
  if (next) await adjudicateArticle(next.articleId)
  else closeAdjudicated()
  return next ? `Next: “${next.title}”.` : 'That was the last article.'
}
