import { attributeValue, relabelling, withAttribute } from '#shared/domain/act-edits.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { edgeAfter, edgesOf, lastEdgeOf, moveEdge } from '#shared/domain/edges.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { attributesOf, type Scheme } from '#shared/domain/scheme.ts'
import { clauseEndAfter } from '#shared/domain/widening.ts'

/** A mark as it should be: somebody’s, put right step by step, before anything is made of it. */
export type Shaped = Result<Annotation>

export type DraftSide = 'start' | 'end'

/** The mark with an end a word earlier or later. */
export function withEndMoved(mark: Annotation, text: string, side: DraftSide, isForward: boolean): Shaped {
  const edge = side === 'start' ? 0 : lastEdgeOf(mark)
  const from = edgesOf(mark)[edge] as number
  return withEdgeAt(mark, edge, edgeAfter(text, from, side === 'start', { isForward, unit: 'word' }))
}

/** The mark up to the end of the clause that it ends in. */
export const withClauseEnd = (mark: Annotation, text: string): Shaped =>
  withEdgeAt(mark, lastEdgeOf(mark), clauseEndAfter(text, mark.end))

function withEdgeAt(mark: Annotation, edge: number, to: number): Shaped {
  const moved = moveEdge(mark, edge, to)
  return moved ? ok(moved.annotation) : failed('Here this mark would end before it starts.')
}

/** The mark with another label, without what that label has no place for. */
export function withLabel(mark: Annotation, label: string, scheme: Scheme): Annotation {
  if (mark.label === label) return mark
  const { changes } = relabelling(mark, AnnotationSet.from([mark]), { label, scheme, now: mark.updated })
  const [first] = changes
  return first?.kind === 'annotation' && first.after ? first.after : mark
}

/** The mark with the next of the values that an attribute has. */
export function withNextValue(mark: Annotation, id: string, scheme: Scheme): Shaped {
  const attribute = attributesOf(scheme, mark.label).find((one) => one.id === id)
  if (!attribute) return failed('A mark of this label has no such attribute.')
  const { values } = attribute
  const next = values[(values.indexOf(attributeValue(mark, attribute)) + 1) % values.length]
  return ok(next === undefined ? mark : withAttribute(mark, attribute, next))
}
