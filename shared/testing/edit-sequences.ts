import * as fc from 'fast-check'
import type { Annotation } from '../domain/annotation.ts'
import { applyEdit, type Change, type Edit } from '../domain/edit.ts'
import { type AnnotationRecord, type Corrections, STATUSES, type Status } from '../domain/record.ts'
import { annotationsOf, correctionsOf, recordsOf, texts } from './arbitraries.ts'

type Wish =
  | { readonly kind: 'put'; readonly annotation: Annotation }
  | { readonly kind: 'replace'; readonly rank: number; readonly annotation: Annotation }
  | { readonly kind: 'remove'; readonly rank: number }
  | { readonly kind: 'status'; readonly after: Status }
  | { readonly kind: 'notes'; readonly after: string }
  | { readonly kind: 'corrections'; readonly after: Corrections }

function wishesFor(text: string): fc.Arbitrary<Wish> {
  const annotation = annotationsOf(text)
  const rank = fc.nat(20)
  return fc.oneof(
    fc.record({ kind: fc.constant('put' as const), annotation }),
    fc.record({ kind: fc.constant('replace' as const), rank, annotation }),
    fc.record({ kind: fc.constant('remove' as const), rank }),
    fc.record({ kind: fc.constant('status' as const), after: fc.constantFrom(...STATUSES) }),
    fc.record({ kind: fc.constant('notes' as const), after: fc.string() }),
    fc.record({
      kind: fc.constant('corrections' as const),
      after: correctionsOf(text),
    }),
  )
}

/** The change that fulfils `wish` in `record`; none where it wishes for an annotation that is not there. */
function changeFor(record: AnnotationRecord, wish: Wish): Change | null {
  if (wish.kind === 'put') return annotationChange(record, wish.annotation.id, wish.annotation)
  if (wish.kind === 'status') return { ...wish, before: record.status }
  if (wish.kind === 'notes') return { ...wish, before: record.notes }
  if (wish.kind === 'corrections') return { ...wish, before: record.corrections }
  const id = record.annotations.at(wish.rank % Math.max(1, record.annotations.size))?.id
  if (id === undefined) return null
  return annotationChange(record, id, wish.kind === 'remove' ? null : { ...wish.annotation, id })
}

function annotationChange({ annotations }: AnnotationRecord, id: string, after: Annotation | null): Change {
  return { kind: 'annotation', id, before: annotations.get(id) ?? null, after }
}

/** An edit that fulfils `wishes` one after the other, as it would be made against `record`. */
function editFor(record: AnnotationRecord, wishes: readonly Wish[]): Edit {
  const changes: Change[] = []
  for (const wish of wishes) {
    const change = changeFor(applyEdit(record, { name: 'Change', changes }), wish)
    if (change) changes.push(change)
  }
  return { name: 'Change', changes }
}

function editsFor(record: AnnotationRecord, groups: readonly (readonly Wish[])[]): readonly Edit[] {
  const edits: Edit[] = []
  let current = record
  for (const wishes of groups) {
    const edit = editFor(current, wishes)
    edits.push(edit)
    current = applyEdit(current, edit)
  }
  return edits
}

export type RecordWithEdits = { readonly record: AnnotationRecord; readonly edits: readonly Edit[] }

/** A record and edits that can be applied to it one after the other, each of one or more changes. */
export const recordsWithEdits: fc.Arbitrary<RecordWithEdits> = texts.chain((text) =>
  fc
    .tuple(
      recordsOf(text),
      fc.array(fc.array(wishesFor(text), { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
    )
    .map(([record, groups]) => ({ record, edits: editsFor(record, groups) })),
)
