import { type Annotation, marksTheSame } from '#shared/domain/annotation.ts'
import { applyEdit, applyTo, type Edit } from '#shared/domain/edit.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Judgement, Review } from '#shared/domain/review.ts'
import type { Coding } from './codings.ts'
import type { Alignment } from './differences.ts'
import { JudgementIndex } from './judgement-index.ts'
import { MarksHere, markKey } from './marks-here.ts'

/** How a group of aligned marks was settled. */
export type Standing = {
  readonly judgement: Judgement
  /** A mark of the group was changed, added or taken out since. */
  readonly isChangedSince: boolean
}

/**
 * What is settled of one article: gold's record and its judgements. It takes edits over in place, so that a decision costs
 * the same in a note and in a book.
 */
export class Gold {
  readonly index: JudgementIndex
  readonly here: MarksHere
  #record: AnnotationRecord
  #review: Review

  /** @param annotators whose marks are compared. */
  constructor(record: AnnotationRecord, review: Review, annotators: readonly Coding[]) {
    this.#record = record
    this.#review = review
    this.here = new MarksHere(annotators)
    this.index = new JudgementIndex(review.judgements.values(), this.here)
  }

  get record(): AnnotationRecord {
    return this.#record
  }

  get review(): Review {
    return this.#review
  }

  /** Those about any of an alignment's marks; more than one where these were other groups when they were decided. */
  judgementsOf({ marks }: Alignment): readonly Judgement[] {
    return [...new Set(marks.flatMap((mark) => this.index.about(mark) ?? []))]
  }

  standingOf(alignment: Alignment): Standing | null {
    const [judgement, ...more] = this.judgementsOf(alignment)
    if (!judgement) return null
    return { judgement, isChangedSince: more.length > 0 || !this.#isAbout(judgement, alignment) }
  }

  /** A mark of gold's that was made by hand and says of the same words the same label. */
  twinByHand(mark: Annotation): Annotation | undefined {
    return this.#record.annotations
      .overlapping(mark)
      .find((other) => marksTheSame(other, mark) && !this.index.making(other.id))
  }

  #isAbout({ about }: Judgement, { marks }: Alignment): boolean {
    if (about.length !== marks.length) return false
    const then = new Map(about.map((mark) => [this.here.keyOf(mark), mark.as]))
    return marks.every((mark) => {
      const as = then.get(markKey(mark))
      return as !== undefined && isAsThen(mark.as, as)
    })
  }

  /** @throws {StaleEdit} */
  take(edit: Edit): void {
    this.#record = applyEdit(this.#record, edit)
    this.#review = applyTo('review', this.#review, edit)
    for (const change of edit.changes) {
      if (change.kind !== 'judgement') continue
      if (change.before) this.index.remove(change.before)
      if (change.after) this.index.add(change.after)
    }
  }
}

const isAsThen = (now: Annotation, then: Annotation): boolean =>
  now === then || equalJson({ ...now, updated: '' }, { ...then, updated: '' })
