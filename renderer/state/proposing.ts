import { attributeValue, relabelling, withAttribute } from '#shared/domain/act-edits.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { edgeAfter, edgesOf, lastEdgeOf, moveEdge } from '#shared/domain/edges.ts'
import { type Attribute, attributesOf } from '#shared/domain/scheme.ts'
import { clauseEndAfter } from '#shared/domain/widening.ts'
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
export function moveDraft(side: 'start' | 'end', isForward: boolean): void {
  const { draft, work } = reviewing.getState()
  if (!draft || !work) return
  const edge = side === 'start' ? 0 : lastEdgeOf(draft)
  const from = edgesOf(draft)[edge] as number
  const to = edgeAfter(work.text, from, side === 'start', { isForward, unit: 'word' })
  const moved = moveEdge(draft, edge, to)
  if (moved) reviewing.setState({ draft: moved.annotation })
  else say('There it would end before it starts.')
}

export function endDraftWithClause(): void {
  const { draft, work } = reviewing.getState()
  if (!draft || !work) return
  const moved = moveEdge(draft, lastEdgeOf(draft), clauseEndAfter(work.text, draft.end))
  if (moved) reviewing.setState({ draft: moved.annotation })
}

/** Gives it another label, without what that label has no place for. */
export function labelDraft(label: string): void {
  const { draft } = reviewing.getState()
  if (!draft || draft.label === label) return
  const { changes } = relabelling(draft, AnnotationSet.from([draft]), {
    label,
    scheme: schemeInUse(),
    now: draft.updated,
  })
  const [change] = changes
  if (change?.kind === 'annotation' && change.after) reviewing.setState({ draft: change.after })
}

export function setDraftAttribute(attribute: Attribute, value: string): void {
  const { draft } = reviewing.getState()
  if (draft) reviewing.setState({ draft: withAttribute(draft, attribute, value) })
}

/** Gives an attribute the next of its values; false where this mark has no such attribute. */
export function cycleDraftAttribute(id: string): boolean {
  const { draft } = reviewing.getState()
  const attribute = draft && attributesOf(schemeInUse(), draft.label).find((one) => one.id === id)
  if (!draft || !attribute) return false
  const { values } = attribute
  const next = values[(values.indexOf(attributeValue(draft, attribute)) + 1) % values.length]
  if (next !== undefined) setDraftAttribute(attribute, next)
  return true
}
