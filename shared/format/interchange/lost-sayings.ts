import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import type { Carries } from './format.ts'
import type { Losing, LossKind } from './losses.ts'
import { type ActorOf, keyOf } from './pointed.ts'

type Count = (annotation: AnnotationObject) => number

const COUNTS: readonly (readonly [LossKind, Count])[] = [
  ['links', ({ links }) => links?.length ?? 0],
  ['attributes', ({ attributes }) => Object.keys(attributes).length],
  ['actors', ({ actor }) => (actor === undefined ? 0 : 1)],
  ['notes', ({ note }) => (note === undefined ? 0 : 1)],
  ['unsure', ({ certainty }) => (certainty === 'unsure' ? 1 : 0)],
]

export type Comparing = { readonly carries: Carries; readonly actorOf: ActorOf; readonly lost: Losing }

/** Counts what annotations said and their export does not: all that was said by those that are not in it, too. */
export function countLostSayings(
  { annotations }: DatasetArticle,
  carried: readonly AnnotationObject[],
  { carries, actorOf, lost }: Comparing,
): void {
  const left = new Map(carried.map((one) => [keyOf(one.annotator, one.id), one]))
  for (const annotation of annotations) {
    const after = left.get(keyOf(annotation.annotator, annotation.id))
    lost('roles', annotation, lostFillers(annotation, after, actorOf))
    for (const [kind, count] of COUNTS) lost(kind, annotation, count(annotation) - (after ? count(after) : 0))
    if (!carries.annotators && annotation.annotator !== '') lost('annotators', annotation)
  }
}

/** A mention for which the actor that it means fills the role is not lost. */
function lostFillers(
  { annotator, roles }: AnnotationObject,
  after: AnnotationObject | undefined,
  actorOf: ActorOf,
): number {
  const lost = Object.entries(roles).flatMap(([role, fillers]) => {
    const left = new Set((after?.roles[role] ?? []).map((one) => JSON.stringify(one)))
    return fillers.filter((filler) => {
      const actor = 'mention' in filler ? actorOf(annotator, filler.mention) : null
      return !left.has(JSON.stringify(filler)) && !left.has(JSON.stringify({ actor }))
    })
  })
  return lost.length
}
