import { deletion, relabelling } from '#shared/domain/act-edits.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Change } from '#shared/domain/edit.ts'
import type { Comment, Judgement } from '#shared/domain/review.ts'
import { markIn, type Standing } from '#shared/review/mark-standing.ts'
import { withProposal } from '#shared/review/proposals.ts'
import { commentEdit, resolveEdit } from '#shared/review/review-edits.ts'
import type { Thread } from '#shared/review/threads.ts'
import { desk, focusPane, type OpenArticle, say, schemeInUse } from './desk.ts'
import { commit } from './editing.ts'
import { speakerNamed } from './judging.ts'
import { editOwnWords, remarkOn, remarksNow } from './remarks.ts'

/** How an annotator answers what a reviewer says of a mark: takes it, declines it, or says a word. */

/** What can be taken of what was said of a mark: the newest judgement, if it asks for something that is not done yet. */
export function takeable({ judgements: [newest], since }: Standing): Judgement | null {
  if (!newest || since === 'followed') return null
  return newest.outcome === 'changed' || newest.outcome === 'rejected' ? newest : null
}

/** Something was asked for, and the mark is as it was. */
export const isDeclinable = ({ outcome, since }: Standing, thread: Thread | undefined): boolean =>
  outcome !== 'open' && outcome !== 'accepted' && since === 'same' && !thread?.isResolved

const NOTHING_SAID = 'Select an annotation of which a reviewer has said something.'

/** What is said of the selected mark. */
function saidHere() {
  const id = desk.getState().open?.selected
  const remark = id ? remarkOn(remarksNow(), id) : null
  return id && remark ? { id, ...remark } : null
}

export function takeHere(): void {
  const said = saidHere()
  const judgement = said && takeable(said.standing)
  if (judgement) takeJudgement(said.id, judgement)
  else say(said ? 'Nothing is proposed here that is not done yet.' : NOTHING_SAID)
}

export function declineHere(): void {
  const said = saidHere()
  if (said && isDeclinable(said.standing, said.thread)) decline(said.id, '')
  else say(said ? 'There is nothing to decline here.' : NOTHING_SAID)
}

export function answerHere(): void {
  if (saidHere()) focusPane('answer')
  else say(NOTHING_SAID)
}

/** Changes the mark as was proposed, or deletes it as was asked for; one ordinary edit. */
export function takeJudgement(id: string, judgement: Judgement): void {
  const { open } = desk.getState()
  const mark = open?.record.annotations.get(id)
  if (!open || !mark) return
  const now = new Date().toISOString()
  const changes =
    judgement.outcome === 'rejected'
      ? deletion(mark, open.record.annotations, now)
      : takenChanges(open, mark, judgement)
  const name = judgement.outcome === 'rejected' ? 'Delete as' : 'Change as'
  if (changes.length > 0 && commit({ name: `${name} ${judgement.by} proposes`, changes }))
    say(judgement.outcome === 'rejected' ? 'Deleted.' : `The mark is as ${judgement.by} proposes.`)
}

/** What another label has no place for goes out of the roles and links of other marks, too. */
function takenChanges(open: OpenArticle, mark: Annotation, judgement: Judgement): readonly Change[] {
  const judged = markIn(judgement, mark.id)?.as
  const { proposal } = judgement
  if (!judged || !proposal) return []
  const now = new Date().toISOString()
  const after = { ...withProposal(mark, judged, proposal), updated: now }
  const own: Change = { kind: 'annotation', id: mark.id, before: mark, after }
  if (after.label === mark.label) return [own]
  const { changes } = relabelling(mark, open.record.annotations, {
    label: after.label,
    scheme: schemeInUse(),
    now,
  })
  return [own, ...changes.slice(1)]
}

/** Null: what is said is about all of the article. */
type MarkId = Comment['about']['id']

const aboutMark = (id: MarkId): Comment['about'] => ({ annotator: remarksNow()?.annotator ?? '', id })
const speaker = () => speakerNamed(remarksNow()?.annotator ?? '')

/** Leaves the mark as it is, with a word or without; that resolves what was said. */
export const decline = (id: MarkId, word: string): boolean =>
  editOwnWords({ ...resolveEdit(aboutMark(id), 'resolved', word.trim(), speaker()), name: 'Decline' })

/** Says something, which the reviewer may answer. */
export const reply = (id: MarkId, word: string): boolean =>
  word.trim() !== '' && editOwnWords({ ...commentEdit(aboutMark(id), word.trim(), speaker()), name: 'Reply' })

export const resolve = (id: MarkId, kind: 'resolved' | 'reopened'): boolean =>
  editOwnWords(resolveEdit(aboutMark(id), kind, '', speaker()))
