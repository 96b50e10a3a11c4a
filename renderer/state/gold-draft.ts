import type { Annotation } from '#shared/domain/annotation.ts'
import { ok } from '#shared/domain/result.ts'
import {
  type DraftSide,
  type Shaped,
  withClauseEnd,
  withEndMoved,
  withLabel,
  withNextValue,
} from '#shared/review/draft-mark.ts'
import { adjudicating, currentAlignment } from './adjudicating.ts'
import { say, schemeInUse } from './desk.ts'

/** A mark that is put right before it comes into gold, by the keys that shape marks in the reader. */

export function startDraft() {
  const [first] = currentAlignment(adjudicating.getState())?.marks ?? []
  if (!first) return say('There is no mark here to put right.')
  adjudicating.setState({ writing: 'edit', draft: { mark: first.as, from: first.annotator } })
}

/** Begins anew with the next annotator’s version, with what that says in roles and attributes. */
export function otherVersion() {
  const state = adjudicating.getState()
  const marks = currentAlignment(state)?.marks ?? []
  const at = marks.findIndex(({ annotator }) => annotator === state.draft?.from)
  const next = marks[(at + 1) % marks.length]
  if (next) adjudicating.setState({ draft: { mark: next.as, from: next.annotator } })
}

/** Moves an end of the draft by a word. */
export const moveDraft = (side: DraftSide, isForward: boolean): void =>
  shape((mark, text) => withEndMoved(mark, text, side, isForward))

export const endDraftWithClause = (): void => shape(withClauseEnd)

/** Without what the new label has no place for. */
export const labelDraft = (label: string): void => shape((mark) => ok(withLabel(mark, label, schemeInUse())))

export const cycleDraftAttribute = (id: string): void =>
  shape((mark) => withNextValue(mark, id, schemeInUse()))

function shape(to: (mark: Annotation, text: string) => Shaped): void {
  const { open, draft } = adjudicating.getState()
  if (!open || !draft) return
  const shaped = to(draft.mark, open.text)
  if (shaped.ok) adjudicating.setState({ draft: { ...draft, mark: shaped.value } })
  else say(shaped.problem.sentence)
}
