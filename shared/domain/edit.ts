import type { Actor } from './actor.ts'
import type { Annotation } from './annotation.ts'
import type { Cleaning, CleaningRule } from './cleaning-rule.ts'
import { equalJson } from './equal.ts'
import type { AnnotationRecord, Corrections, Earlier, Status } from './record.ts'
import type { Registry } from './registry.ts'
import type { Comment, Judgement, Review } from './review.ts'
import type { Scheme } from './scheme.ts'
import type { Sight, Team } from './team.ts'

/**
 * Every edit is data that holds what was and what shall be, so that undoing is swapping the two, and so that whoever
 * applies it can tell that it was made against what is really there.
 */
export type Change =
  | Changed<'annotation', Annotation | null, string>
  | Changed<'status', Status>
  | Changed<'notes', string>
  | Changed<'corrections', Corrections>
  | Changed<'earlier', Earlier | null>
  | Changed<'later', string | null>
  | Changed<'actor', Actor | null, string>
  | Changed<'skips', readonly string[]>
  | Changed<'scheme', Scheme>
  | Changed<'rule', CleaningRule | null, string>
  | Changed<'judgement', Judgement | null, string>
  | Changed<'comment', Comment | null, string>
  | Changed<'sight', Sight>
  /** Who shall annotate the article of that id. */
  | Changed<'assignment', readonly string[] | null, string>

/** Of several things of a kind, `id` says which. */
type Changed<Kind extends string, Value, Id = undefined> = {
  readonly kind: Kind
  readonly before: Value
  readonly after: Value
} & (Id extends string ? { readonly id: string } : unknown)

export type Edit = {
  /** What the edit did, in the words of a menu: "Mark as Actor", "Delete". */
  readonly name: string
  readonly changes: readonly Change[]
}

/**
 * What can be edited: an article's record and what is said there of others' marks, the annotator's parts of the actor
 * registry and of the cleaning rules, the scheme, and how the work is shared.
 */
export type Documents = {
  readonly record: AnnotationRecord
  readonly registry: Registry
  readonly scheme: Scheme
  readonly cleaning: Cleaning
  readonly review: Review
  readonly team: Team
}
export type Document = keyof Documents

const DOCUMENT_OF = {
  annotation: 'record',
  status: 'record',
  notes: 'record',
  corrections: 'record',
  earlier: 'record',
  later: 'record',
  actor: 'registry',
  skips: 'registry',
  scheme: 'scheme',
  rule: 'cleaning',
  judgement: 'review',
  comment: 'review',
  sight: 'team',
  assignment: 'team',
} as const satisfies Record<Change['kind'], Document>

/** True when `edit` changes something in that document. */
export const touches = (edit: Edit, document: Document): boolean =>
  edit.changes.some(({ kind }) => DOCUMENT_OF[kind] === document)

/** What `edit` changes in some of the documents. */
export const partOf = ({ name, changes }: Edit, documents: readonly Document[]): Edit => ({
  name,
  changes: changes.filter(({ kind }) => documents.includes(DOCUMENT_OF[kind])),
})

/** Thrown where an edit was made against something other than what is there. */
export class StaleEdit extends Error {}

/** The record after `edit`, whatever else it changes. @throws {StaleEdit} when a change's `before` is not what there is. */
export const applyEdit = (record: AnnotationRecord, edit: Edit): AnnotationRecord =>
  applyTo('record', record, edit)

/** One of the documents after all that `edit` changes in it. @throws {StaleEdit} */
export function applyTo<D extends Document>(name: D, document: Documents[D], edit: Edit): Documents[D] {
  if (name === 'review') return reviewAfter(document as Review, edit) as Documents[D]
  return edit.changes.reduce(
    (current, change) => (DOCUMENT_OF[change.kind] === name ? put(name, current, change) : current),
    document,
  )
}

/** In one go: thousands of judgements can come of one edit. @throws {StaleEdit} */
function reviewAfter(review: Review, { changes }: Edit): Review {
  const after = { judgements: new Map(review.judgements), comments: new Map(review.comments) }
  for (const change of changes) {
    if (change.kind !== 'judgement' && change.kind !== 'comment') continue
    const shelf: Map<string, unknown> = after[SHELF_OF[change.kind]]
    if (!equalJson(shelf.get(change.id) ?? null, change.before))
      throw new StaleEdit(`The ${change.kind} is not what this edit was made against`)
    if (change.after) shelf.set(change.id, change.after)
    else shelf.delete(change.id)
  }
  return after
}

/** True when all that `edit` changes in a document is there as it would leave it. */
export const isDoneTo = <D extends Document>(name: D, document: Documents[D], edit: Edit): boolean =>
  edit.changes.every(
    (change) => DOCUMENT_OF[change.kind] !== name || equalJson(currentOf(document, change), change.after),
  )

/** True when the documents are as `edit` would leave them. */
export const isDone = (documents: Documents, edit: Edit): boolean =>
  (Object.keys(documents) as Document[]).every((name) => isDoneTo(name, documents[name], edit))

/** The edit that takes `edit` back. */
export function invertEdit({ name, changes }: Edit): Edit {
  return { name, changes: changes.map(invertChange).reverse() }
}

function invertChange(change: Change): Change {
  return { ...change, before: change.after, after: change.before } as Change
}

function put<D extends Document>(name: D, document: Documents[D], change: Change): Documents[D] {
  if (!equalJson(currentOf(document, change), change.before)) {
    throw new StaleEdit(`The ${change.kind} is not what this edit was made against`)
  }
  return PUT[name](document, change)
}

type Put = { readonly [D in Document]: (document: Documents[D], change: Change) => Documents[D] }

const PUT: Put = {
  record: (record, change) => {
    if (change.kind !== 'annotation') return { ...record, [change.kind]: change.after }
    const { annotations } = record
    return {
      ...record,
      annotations: change.after ? annotations.with(change.after) : annotations.without(change.id),
    }
  },
  registry: (registry, change) => {
    if (change.kind !== 'actor') return { ...registry, [change.kind]: change.after }
    return { ...registry, actors: withChanged(registry.actors, change) }
  },
  scheme: (_, change) => change.after as Scheme,
  cleaning: ({ rules }, change) => ({
    rules: withChanged(rules, change as Changed<'rule', CleaningRule | null, string>),
  }),
  review: (review, change) =>
    change.kind === 'judgement'
      ? { ...review, judgements: withChanged(review.judgements, change) }
      : {
          ...review,
          comments: withChanged(review.comments, change as Changed<'comment', Comment | null, string>),
        },
  team: (team, change) =>
    change.kind === 'assignment'
      ? { ...team, assignments: withChanged(team.assignments, change) }
      : { ...team, sight: change.after as Sight },
}

/** Things by their ids, one of them put, replaced or taken out. */
function withChanged<T>(
  all: ReadonlyMap<string, T>,
  { id, after }: Changed<Change['kind'], T | null, string>,
): ReadonlyMap<string, T> {
  const changed = new Map(all)
  if (after) changed.set(id, after)
  else changed.delete(id)
  return changed
}

/** What a document holds of that which `change` is about. */
function currentOf(document: Documents[Document], change: Change): unknown {
  if (change.kind === 'scheme') return document
  const shelf = 'id' in change ? SHELF_OF[change.kind] : null
  const held = (document as unknown as Record<string, unknown>)[shelf ?? change.kind]
  return 'id' in change ? ((held as Shelf).get(change.id) ?? null) : held
}

/** Where a document keeps things of a kind. */
const SHELF_OF = {
  annotation: 'annotations',
  actor: 'actors',
  rule: 'rules',
  judgement: 'judgements',
  comment: 'comments',
  assignment: 'assignments',
} as const satisfies Record<Extract<Change, { readonly id: string }>['kind'], string>

type Shelf = { readonly get: (id: string) => unknown }

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

const targetOf = (change: Change): string => ('id' in change ? `${change.kind} ${change.id}` : change.kind)

/** Status moves on by itself from the first thing that is said about a new article. */
export function withProgress(record: AnnotationRecord, edit: Edit): Edit {
  const startsWork = record.status === 'new' && !edit.changes.some((change) => change.kind === 'status')
  if (!startsWork || !edit.changes.some((change) => change.kind === 'annotation')) return edit
  return { ...edit, changes: [...edit.changes, { kind: 'status', before: 'new', after: 'in progress' }] }
}
