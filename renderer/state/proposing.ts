import { withAttribute } from '#shared/domain/act-edits.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { ok } from '#shared/domain/result.ts'
import type { Attribute } from '#shared/domain/scheme.ts'
import {
  type DraftSide,
  type Shaped,
  withClauseEnd,
  withEndMoved,
  withLabel,
  withNextValue,
} from '#shared/review/draft-mark.ts'
import { say, schemeInUse } from './desk.ts'
import { currentMark } from './judging.ts'
import { reviewing, type Writing } from './reviewing.ts'

/** What a reviewer would have instead of a mark is made by the keys that marks are made by. */

/** Begins to write something about what is looked at; where that is no mark, a comment alone. */
export function startWriting(writing: Writing): void {
  const mark = currentMark()?.mark
  if (!mark && writing === 'comment' && reviewing.getState().current !== null)
    reviewing.setState({ writing, draft: null })
  if (mark) reviewing.setState({ writing, draft: writing === 'change' ? mark : null })
}

/** Lets the proposed mark begin or end a word earlier or later. */
export const moveDraft = (side: DraftSide, isForward: boolean): void =>
  shape((draft, text) => withEndMoved(draft, text, side, isForward))

export const endDraftWithClause = (): void => shape(withClauseEnd)

/** Gives it another label, without what that label has no place for. */
export const labelDraft = (label: string): void =>
  shape((draft) => ok(withLabel(draft, label, schemeInUse())))

export const setDraftAttribute = (attribute: Attribute, value: string): void =>
  shape((draft) => ok(withAttribute(draft, attribute, value)))

export const cycleDraftAttribute = (id: string): void =>
  shape((draft) => withNextValue(draft, id, schemeInUse()))

function shape(to: (draft: Annotation, text: string) => Shaped): void {
  const { draft, work } = reviewing.getState()
  if (!draft || !work) return
  const shaped = to(draft, work.text)
  if (shaped.ok) reviewing.setState({ draft: shaped.value })
  else say(shaped.problem.sentence)
}
