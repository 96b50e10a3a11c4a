import { relabelling, withAttribute } from '#shared/domain/act-edits.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { edgeAfter, edgesOf, lastEdgeOf, moveEdge } from '#shared/domain/edges.ts'
import { attributesOf } from '#shared/domain/scheme.ts'
import { clauseEndAfter } from '#shared/domain/widening.ts'
import { adjudicating, currentAlignment, type GoldDraft } from './adjudicating.ts'
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

const change = (to: (draft: GoldDraft) => GoldDraft['mark']): void =>
  adjudicating.setState(({ draft }) => (draft ? { draft: { ...draft, mark: to(draft) } } : {}))

/** Moves an end of the draft by a word. */
export function moveDraft(side: 'start' | 'end', isForward: boolean) {
  const { open, draft } = adjudicating.getState()
  if (!open || !draft) return
  const edge = side === 'start' ? 0 : lastEdgeOf(draft.mark)
  const from = edgesOf(draft.mark)[edge] as number
  putEdge(edge, edgeAfter(open.text, from, side === 'start', { isForward, unit: 'word' }))
}

export function endDraftWithClause() {
  const { open, draft } = adjudicating.getState()
  if (open && draft) putEdge(lastEdgeOf(draft.mark), clauseEndAfter(open.text, draft.mark.end))
}

function putEdge(edge: number, to: number) {
  change(({ mark }) => {
    const moved = moveEdge(mark, edge, to)
    if (!moved) say('Here this mark would end before it starts.')
    return moved?.annotation ?? mark
  })
}

/** Without what the new label has no place for. */
export const labelDraft = (label: string): void =>
  change(({ mark }) => {
    const to = { label, scheme: schemeInUse(), now: mark.updated }
    const [first] = relabelling(mark, AnnotationSet.from([mark]), to).changes
    return first?.kind === 'annotation' && first.after ? first.after : mark
  })

export function cycleDraftAttribute(id: string) {
  const { draft } = adjudicating.getState()
  const attribute = draft && attributesOf(schemeInUse(), draft.mark.label).find((one) => one.id === id)
  if (!attribute) return say('A mark of this label has no such attribute.')
  const { values } = attribute
  change(({ mark }) => {
    const now = values.indexOf(mark.attributes[id] ?? values[0] ?? '')
    return withAttribute(mark, attribute, values[(now + 1) % values.length] ?? '')
  })
}
