import type { Annotation } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import { equalJson } from './equal.ts'
import type { AnnotationRecord } from './record.ts'

/**
 * Three-way merge of one annotator's record, for a file that changed underneath (a sync tool, another computer).
 *
 * An annotation that one side alone changed takes that side's form. One that both changed differently is kept twice:
 * ours under its id, theirs beside it, unsure and with a note. What one side removed and the other changed stays.
 */
export function mergeRecords(
  base: AnnotationRecord,
  ours: AnnotationRecord,
  theirs: AnnotationRecord,
): AnnotationRecord {
  const ids = new Set([...ours.annotations, ...theirs.annotations].map((annotation) => annotation.id))
  const merged = [...ids].flatMap((id) => {
    const versions = [base.annotations.get(id), ours.annotations.get(id), theirs.annotations.get(id)] as const
    const [kept, other] = mergeAnnotation(...versions)
    return [...(kept ? [kept] : []), ...(other ? [otherVersion(other, ids)] : [])]
  })
  return {
    status: pick(base.status, ours.status, theirs.status),
    notes: mergeNotes(base.notes, ours.notes, theirs.notes),
    corrections: pick(base.corrections, ours.corrections, theirs.corrections),
    earlier: pick(base.earlier, ours.earlier, theirs.earlier),
    later: pick(base.later, ours.later, theirs.later),
    annotations: AnnotationSet.from(merged),
  }
}

/** The side that changed; ours where both did. */
function pick<T>(base: T, ours: T, theirs: T): T {
  return equalJson(ours, base) ? theirs : ours
}

function mergeNotes(base: string, ours: string, theirs: string): string {
  const bothChanged = ours !== base && theirs !== base && ours !== theirs
  return bothChanged ? `${ours}\n\n${theirs}` : pick(base, ours, theirs)
}

type Maybe = Annotation | undefined

/** The annotation that stays under its id, and the other side's version where both changed it. */
function mergeAnnotation(base: Maybe, ours: Maybe, theirs: Maybe): readonly [Maybe, Maybe?] {
  if (equalJson(ours, theirs) || equalJson(base, theirs)) return [ours]
  if (equalJson(base, ours)) return [theirs]
  if (!ours || !theirs) return [ours ?? theirs]
  return [ours, theirs]
}

export const OTHER_VERSION_NOTE =
  'The same mark was changed in two places at once; this is the other version.'

function otherVersion(annotation: Annotation, taken: Set<string>): Annotation {
  let id = `${annotation.id}-other`
  while (taken.has(id)) id += '-other'
  taken.add(id)
  return asOtherVersion(annotation, id)
}

/** The version of a mark that is kept beside another one: unsure, and with a note that says what it is. */
export function asOtherVersion(annotation: Annotation, id: string): Annotation {
  const note = annotation.note ? `${annotation.note}\n${OTHER_VERSION_NOTE}` : OTHER_VERSION_NOTE
  return { ...annotation, id, certainty: 'unsure', note }
}
