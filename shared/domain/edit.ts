import type { Annotation } from './annotation.ts'
import { equalJson } from './equal.ts'
import type { AnnotationRecord, Corrections, Status } from './record.ts'

/**
 * Every edit is data that holds what was and what shall be, so that undoing is swapping the two, and so that whoever
 * applies it can tell that it was made against what is really there.
 */
export type Change =
  | {
      readonly kind: 'annotation'
      readonly id: string
      readonly before: Annotation | null
      readonly after: Annotation | null
    }
  | { readonly kind: 'status'; readonly before: Status; readonly after: Status }
  | { readonly kind: 'notes'; readonly before: string; readonly after: string }
  | { readonly kind: 'corrections'; readonly before: Corrections; readonly after: Corrections }

export type Edit = {
  /** What the edit did, in the words of a menu: "Mark as Actor", "Delete". */
  readonly name: string
  readonly changes: readonly Change[]
}

/** Thrown where an edit was made against something other than what is there. */
export class StaleEdit extends Error {}

/** The record after `edit`. @throws {StaleEdit} when a change's `before` is not what the record holds. */
export function applyEdit(record: AnnotationRecord, edit: Edit): AnnotationRecord {
  return edit.changes.reduce(applyChange, record)
}

/** True when the record is as `edit` would leave it. */
export const isDone = (record: AnnotationRecord, { changes }: Edit): boolean =>
  changes.every((change) => equalJson(currentOf(record, change), change.after))

/** The edit that takes `edit` back. */
export function invertEdit({ name, changes }: Edit): Edit {
  return { name, changes: changes.map(invertChange).reverse() }
}

function invertChange(change: Change): Change {
  return { ...change, before: change.after, after: change.before } as Change
}

function applyChange(record: AnnotationRecord, change: Change): AnnotationRecord {
  if (!equalJson(currentOf(record, change), change.before)) {
    throw new StaleEdit(`The ${change.kind} is not what this edit was made against`)
  }
  if (change.kind !== 'annotation') return { ...record, [change.kind]: change.after }
  const { annotations } = record
  return {
    ...record,
    annotations: change.after ? annotations.with(change.after) : annotations.without(change.id),
  }
}

function currentOf(record: AnnotationRecord, change: Change): unknown {
  return change.kind === 'annotation' ? (record.annotations.get(change.id) ?? null) : record[change.kind]
}

/** One edit that does what `first` does and then `second`. */
export function joinEdits(first: Edit, second: Edit): Edit {
  const changes = [...first.changes]
  for (const change of second.changes) {
    const index = changes.findIndex((earlier) => targetOf(earlier) === targetOf(change))
    const earlier = changes[index]
    if (earlier) changes[index] = { ...change, before: earlier.before } as Change
    else changes.push(change)
  }
  return { name: second.name, changes }
}

const targetOf = (change: Change): string =>
  change.kind === 'annotation' ? `annotation ${change.id}` : change.kind

/** Status moves on by itself from the first thing that is said about a new article. */
export function withProgress(record: AnnotationRecord, edit: Edit): Edit {
  const startsWork = record.status === 'new' && !edit.changes.some((change) => change.kind === 'status')
  if (!startsWork || !edit.changes.some((change) => change.kind === 'annotation')) return edit
  return { ...edit, changes: [...edit.changes, { kind: 'status', before: 'new', after: 'in progress' }] }
}
