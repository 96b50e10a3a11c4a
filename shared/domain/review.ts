import type { Annotation } from './annotation.ts'
import { mergeById } from './merge-by-id.ts'

/** The annotator whose marks are what was settled of everybody's: those of the adjudication. */
export const GOLD = 'gold'

/** A mark of somebody's. Marks of several annotators may have one id: see `MarksHere` for how it is found. */
export type MarkRef = { readonly annotator: string; readonly id: string }

/** A mark that was judged, as it was then: whoever sees another one there knows that it was changed since. */
export type JudgedMark = MarkRef & { readonly as: Annotation }

export const OUTCOMES = ['accepted', 'changed', 'rejected', 'discuss'] as const
export type Outcome = (typeof OUTCOMES)[number]

/**
 * What somebody decided about marks of others. A review judges one annotator's marks one by one; an adjudication judges
 * those that were aligned with each other together, and lies with the annotator `gold`.
 */
export type Judgement = {
  readonly id: string
  /** One or more. */
  readonly about: readonly JudgedMark[]
  readonly outcome: Outcome
  /** What the mark should be, where the outcome is `changed`: the first that this is about, put right. What it names are its annotator's marks. */
  readonly proposal?: Annotation
  /** Ids of those of gold's annotations that came of it, each of the mark at the same place of `about`. */
  readonly made?: readonly string[]
  readonly reason?: string
  /** Who judged. */
  readonly by: string
  /** ISO 8601, UTC. */
  readonly created: string
}

export const COMMENT_KINDS = ['said', 'resolved', 'reopened'] as const

/** What is said in a thread: about a mark, or, where `id` is null, about all that one annotator made of an article. */
export type Comment = {
  readonly id: string
  readonly about: { readonly annotator: string; readonly id: string | null }
  readonly kind: (typeof COMMENT_KINDS)[number]
  /** Empty only where something is resolved or reopened without a word. */
  readonly text: string
  readonly by: string
  /** ISO 8601, UTC. */
  readonly created: string
}

/** All that one person says of others' marks in one article: the content of one file. Threads are the union of all persons'. */
export type Review = {
  readonly judgements: ReadonlyMap<string, Judgement>
  readonly comments: ReadonlyMap<string, Comment>
}

export const emptyReview: Review = { judgements: new Map(), comments: new Map() }

/** Three-way merge of one person's review, for a file that changed underneath: one by one, ours where both changed. */
export const mergeReviews = (base: Review, ours: Review, theirs: Review): Review => ({
  judgements: mergeById(base.judgements, ours.judgements, theirs.judgements),
  comments: mergeById(base.comments, ours.comments, theirs.comments),
})
