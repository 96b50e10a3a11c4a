import type { Annotation } from '#shared/domain/annotation.ts'
import type { Edit } from '#shared/domain/edit.ts'
import { saysTheSame } from '#shared/review/proposals.ts'
import {
  commentEdit,
  judgeEdit,
  resolveEdit,
  type Speaker,
  type Verdict,
} from '#shared/review/review-edits.ts'
import { threadAbout } from '#shared/review/threads.ts'
import { say } from './desk.ts'
import { aboutStop, isLeft, type OpenWork, reviewed, stopFrom, WHOLE } from './open-work.ts'
import { sendReviewEdit } from './review-queue.ts'
import { readWorkAgain, reviewing } from './reviewing.ts'

/** What a reviewer does at a mark. Each is one step of the history, and the next mark is there at once. */

export const speakerNamed = (by: string): Speaker => ({
  by,
  now: new Date().toISOString(),
  newId: () => crypto.randomUUID(),
})

/** The mark that is looked at. */
export function currentMark(): { readonly work: OpenWork; readonly mark: Annotation } | null {
  const { work, current } = reviewing.getState()
  const mark = work && current !== null ? work.annotations.get(current) : undefined
  return work && mark ? { work, mark } : null
}

type Judged = Pick<Verdict, 'outcome' | 'proposal' | 'reason'>

function judge(judged: Judged) {
  const at = currentMark()
  if (!at) return say('There is no mark here to judge.')
  const { work, mark } = at
  const verdict = { annotator: work.annotator, mark, ...judged }
  const edit = judgeEdit(work.own, [verdict], speakerNamed(work.reviewer), work.here)
  if (edit.changes.length > 0 && send(work, edit) && judged.outcome !== null) goOn(mark.id)
}

export const accept = (): void => judge({ outcome: 'accepted' })
/** Takes the reviewer's own judgement of this mark back. */
export const unjudge = (): void => judge({ outcome: null })

export const reject = (reason: string): void => judge({ outcome: 'rejected', ...said(reason) })

export function propose(reason: string) {
  const { draft } = reviewing.getState()
  const mark = currentMark()?.mark
  if (!draft || !mark) return
  if (saysTheSame(draft, mark))
    return say('Nothing of it is changed yet: move an end, or choose another label.')
  judge({ outcome: 'changed', proposal: draft, ...said(reason) })
}

const said = (reason: string) => (reason.trim() ? { reason: reason.trim() } : {})

/** Accepts all marks of this article that nobody has judged, in one step. */
export function acceptAllLeft() {
  const { work } = reviewing.getState()
  if (!work) return
  const left = [...work.annotations].filter(({ id }) => work.standings.get(id)?.outcome === 'open')
  if (left.length === 0) return say('Every mark of this article is judged already.')
  const verdicts = left.map((mark) => ({ annotator: work.annotator, mark, outcome: 'accepted' as const }))
  if (send(work, judgeEdit(work.own, verdicts, speakerNamed(work.reviewer), work.here))) stopWriting()
}

/** Says something about what is looked at; it stays the current one. */
export function comment(text: string): void {
  const { work, current } = reviewing.getState()
  if (!work || current === null || !text.trim()) return
  const edit = commentEdit(aboutStop(work, current), text.trim(), speakerNamed(work.reviewer))
  if (send(work, edit)) stopWriting()
}

/** Resolves the thread about what is looked at, or opens it again. */
export function toggleResolved() {
  const { work, current } = reviewing.getState()
  if (!work || current === null) return
  const thread = threadAbout(work.threads, aboutStop(work, current))
  if (!thread) return say('Nothing was said about this yet.')
  const kind = thread.isResolved ? 'reopened' : 'resolved'
  send(work, resolveEdit(thread.about, kind, '', speakerNamed(work.reviewer)))
}

function send(work: OpenWork, edit: Edit): boolean {
  const { articleId, reviewer } = work
  const asked = { articleId, annotator: reviewer, edit, onRefused: () => void readWorkAgain() }
  if (!sendReviewEdit(asked)) return false
  reviewing.setState({ work: reviewed(work, edit) })
  return true
}

export const stopWriting = (): void => reviewing.setState({ writing: null, draft: null })

/** To the next mark, or to the next that is left; where there is none behind, to one that is left before. */
function goOn(from: string) {
  const { work, onlyLeft } = reviewing.getState()
  stopWriting()
  if (!work) return
  const next =
    stopFrom(work, from, { direction: 1, onlyLeft }) ?? stopFrom(work, null, { direction: 1, onlyLeft: true })
  if (next !== null && (next !== from || isLeft(work, next))) reviewing.setState({ current: next })
  else say('That was the last one in this article. Ctrl+Enter goes to the next article.')
}

export function step(direction: 1 | -1): void {
  const { work, current, onlyLeft } = reviewing.getState()
  if (!work) return
  stopWriting()
  const next = stopFrom(work, current, { direction, onlyLeft })
  if (next !== null) reviewing.setState({ current: next })
  else say(direction > 0 ? 'There is no further mark below.' : 'There is no further mark above.')
}

export function goToMark(id: string): void {
  stopWriting()
  reviewing.setState({ current: id })
}

/** Begins to say something about all that the annotator made of the article. */
export const commentOnWhole = (): void =>
  reviewing.setState({ current: WHOLE, writing: 'comment', draft: null })

export const toggleOnlyLeft = (): void => reviewing.setState(({ onlyLeft }) => ({ onlyLeft: !onlyLeft }))
