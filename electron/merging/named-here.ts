import { sortedNames } from '#shared/domain/actor.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Comment, Judgement, Review } from '#shared/domain/review.ts'
import type { Team } from '#shared/domain/team.ts'

/** What annotators and articles are called here that are called otherwise there; who is not renamed keeps the name. */
export type NamesHere = {
  readonly annotator: (name: string) => string
  readonly article: (id: string) => string
}

export function recordHere(record: AnnotationRecord, names: NamesHere): AnnotationRecord {
  const { earlier, later, annotations } = record
  const isDecided = [...annotations].some(({ origin }) => origin.kind === 'adjudicated')
  return {
    ...record,
    earlier: earlier && { ...earlier, article: names.article(earlier.article) },
    later: later === null ? null : names.article(later),
    annotations: isDecided ? decidedHere(annotations, names) : annotations,
  }
}

const decidedHere = (annotations: AnnotationSet, { annotator }: NamesHere): AnnotationSet =>
  AnnotationSet.from(
    Array.from(annotations, (one) => {
      const { kind, by } = one.origin
      if (kind !== 'adjudicated' || by === undefined) return one
      return { ...one, origin: { kind, by: annotator(by) } }
    }),
  )

export const reviewHere = ({ judgements, comments }: Review, names: NamesHere): Review => ({
  judgements: new Map(Array.from(judgements, ([id, one]) => [id, judgementHere(one, names)])),
  comments: new Map(Array.from(comments, ([id, one]) => [id, commentHere(one, names)])),
})

const judgementHere = (judgement: Judgement, { annotator }: NamesHere): Judgement => ({
  ...judgement,
  about: judgement.about.map((one) => ({ ...one, annotator: annotator(one.annotator) })),
  by: annotator(judgement.by),
})

const commentHere = (comment: Comment, { annotator }: NamesHere): Comment => ({
  ...comment,
  about: { ...comment.about, annotator: annotator(comment.about.annotator) },
  by: annotator(comment.by),
})

/** Of the articles that `isHere`. */
export const teamHere = (
  { sight, assignments }: Team,
  { annotator, article }: NamesHere,
  isHere: (id: string) => boolean,
): Team => ({
  sight,
  assignments: new Map(
    [...assignments]
      .filter(([id]) => isHere(id))
      .map(([id, names]) => [article(id), sortedNames(names.map(annotator))]),
  ),
})
