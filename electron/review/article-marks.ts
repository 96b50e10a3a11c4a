import { listAnnotators } from '#electron/library/catalogue.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import { readRecord } from '#electron/library/records.ts'
import { readReview } from '#electron/library/reviews.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { emptyReview, type Review } from '#shared/domain/review.ts'
import { MarksHere } from '#shared/review/marks-here.ts'

/** What one annotator says of an article and of others' marks in it; null where there is no such file, or it was not asked for. */
export type AnnotatorsMarks = {
  readonly annotator: string
  readonly record: AnnotationRecord | null
  readonly review: Review | null
}

export type MarksRead = {
  /** All who are in the workspace, by name. */
  readonly annotators: readonly string[]
  /** By name; nobody who has said nothing. */
  readonly marks: readonly AnnotatorsMarks[]
  /** Sentences about what could not be read. */
  readonly unread: readonly string[]
}

export type MarksWish = {
  /** What is known of the annotator's own, saved or not, in place of what the disk has. */
  readonly own?: AnnotatorsMarks | null
  /** Leaves out the records, unless something is said of marks of somebody who is not here by that name: they tell whose those are. */
  readonly reviewsOnly?: boolean
}

/** What everybody says of one article, gold among them. */
export async function readArticleMarks(
  workspace: Workspace,
  source: ArticleText,
  { own = null, reviewsOnly = false }: MarksWish = {},
): Promise<MarksRead> {
  const there = await listAnnotators(workspace)
  const annotators = [...new Set([...there, ...(own ? [own.annotator] : [])])].sort()
  const reads = annotators.map((annotator) =>
    readMarks({ workspace, source, reviewsOnly }, own?.annotator === annotator ? own : nothingOf(annotator)),
  )
  const all = await Promise.all(reads)
  if (reviewsOnly && !all.every(({ marks: { review } }) => review === null || names(review, annotators)))
    return readArticleMarks(workspace, source, { own })
  return {
    annotators,
    marks: all.map(({ marks }) => marks).filter(({ record, review }) => record !== null || review !== null),
    unread: all.flatMap(({ unread }) => unread),
  }
}

/** Whether all whose marks it speaks of are called so. */
const names = ({ judgements, comments }: Review, annotators: readonly string[]): boolean =>
  [...judgements.values()].every(({ about }) => about.every((mark) => annotators.includes(mark.annotator))) &&
  [...comments.values()].every(({ about }) => annotators.includes(about.annotator))

/** @param names of all annotators of the workspace. */
export const marksHereOf = (marks: readonly AnnotatorsMarks[], names: readonly string[]): MarksHere =>
  new MarksHere(
    marks.flatMap(({ annotator, record }) =>
      record ? [{ annotator, annotations: record.annotations }] : [],
    ),
    names,
  )

const nothingOf = (annotator: string): AnnotatorsMarks => ({ annotator, record: null, review: null })

type Reading = { readonly workspace: Workspace; readonly source: ArticleText; readonly reviewsOnly: boolean }

async function readMarks({ workspace, source, reviewsOnly }: Reading, known: AnnotatorsMarks) {
  const { annotator } = known
  const looked = lookedAt(workspace)
  const [record, review] = await Promise.all([
    reviewsOnly
      ? asRead(emptyRecord)
      : known.record
        ? asRead(known.record)
        : readRecord(looked, annotator, source),
    known.review ? asRead(known.review) : readReview(looked, annotator, source),
  ])
  const marks: AnnotatorsMarks = {
    annotator,
    record: record.kind === 'ok' && record.document !== emptyRecord ? record.document : null,
    review: review.kind === 'ok' && review.document !== emptyReview ? review.document : null,
  }
  return { marks, unread: [record, review].flatMap((read) => (read.kind === 'ok' ? [] : [read.sentence])) }
}

const asRead = <D>(document: D) => ({ kind: 'ok', document }) as const
