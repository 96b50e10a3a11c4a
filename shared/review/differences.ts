import type { JudgedMark } from '#shared/domain/review.ts'
import type { Span } from '#shared/domain/span.ts'

/**
 * How the marks of several annotators that are about the same thing differ, the heaviest difference first: one lacks it, it
 * begins or ends elsewhere, has another label, other roles, another attribute, another actor.
 */
export const DIFFERENCE_KINDS = ['same', 'only', 'boundary', 'label', 'role', 'attribute', 'actor'] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** Marks that were aligned with each other: at most one of each annotator, and those who have none. */
export type Alignment = {
  /** Made of its marks' names and their annotators' alone, so that it is the same wherever it is computed. */
  readonly id: string
  /** The heaviest. */
  readonly kind: DifferenceKind
  /** All that differs; empty where they are the same. */
  readonly kinds: readonly DifferenceKind[]
  /** By annotator. */
  readonly marks: readonly JudgedMark[]
  /** Annotators of the article who have no such mark. */
  readonly lacking: readonly string[]
  /** The hull of all marks. */
  readonly span: Span
}
