import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { Edit } from '#shared/domain/edit.ts'
import { emptyRecord, hasOpened } from '#shared/domain/record.ts'
import { GOLD, type JudgedMark, type Judgement } from '#shared/domain/review.ts'
import type { AdjudicatedArticle } from '#shared/ipc/adjudication.ts'
import type { ArticleMarks } from '#shared/ipc/team.ts'
import { alignMarks } from '#shared/review/aligning.ts'
import type { ActorMeant, Coding } from '#shared/review/codings.ts'
import type { Alignment } from '#shared/review/differences.ts'
import type { Comparing } from '#shared/review/differing.ts'
import { Gold, type Standing } from '#shared/review/gold.ts'
import { comparingIn, versionsOf } from '#shared/review/mark-versions.ts'
import { markKey } from '#shared/review/marks-here.ts'
import {
  count,
  isOpen as isOpenGroup,
  type SettledCounts,
  settledCounts,
} from '#shared/review/settled-counts.ts'
import { type RecordOf, recordsIn } from './marks-of-all.ts'

/** A mark in the column, and the group that it belongs to. */
type StopMark = { readonly annotation: Annotation; readonly stop: string; readonly isUnsigned?: true }

/** One article whose differences are settled. What was decided is taken over in place; `version` is another one then. */
export type OpenAdjudication = {
  readonly articleId: string
  readonly title: string
  readonly text: string
  readonly annotators: readonly string[]
  readonly marksOf: ReadonlyMap<string, AnnotationSet>
  readonly alignments: readonly Alignment[]
  /** The index of each alignment by its id. */
  readonly places: ReadonlyMap<string, number>
  readonly comparing: Comparing
  /** In reading order; of marks of a group that are the same, one. */
  readonly marks: readonly StopMark[]
  readonly gold: Gold
  /** By the ids of alignments; those that nobody has decided are not in it. */
  readonly standings: Map<string, Standing>
  readonly counts: SettledCounts
  readonly version: number
}

type ReviewBy = { readonly annotator: string; readonly judgements: readonly Judgement[] }

export type ToAdjudicate = Pick<OpenAdjudication, 'articleId' | 'title' | 'text'> & {
  readonly marks: ArticleMarks
  readonly actorMeant: ActorMeant
}

export function openAdjudication({ marks, actorMeant, ...article }: ToAdjudicate): OpenAdjudication {
  const records = recordsIn(marks)
  const opened = records.filter(
    ({ annotator, status, annotations }) => annotator !== GOLD && hasOpened(status, annotations.length),
  )
  const codings: readonly Coding[] = opened
  const alignments = alignMarks(codings, actorMeant)
  const comparing = comparingIn(alignments, actorMeant)
  const annotators = opened.map(({ annotator }) => annotator).sort()
  const gold = goldIn(records, JSON.parse(marks.reviews) as readonly ReviewBy[], codings)
  const standings = new Map<string, Standing>()
  const counts = settledCounts(alignments, (alignment) => {
    const standing = gold.standingOf(alignment)
    if (standing) standings.set(alignment.id, standing)
    return standing
  })
  return {
    ...article,
    annotators,
    marksOf: new Map(opened.map((one) => [one.annotator, AnnotationSet.from(one.annotations)])),
    alignments,
    places: new Map(alignments.map(({ id }, index) => [id, index])),
    comparing,
    marks: alignments
      .flatMap((alignment) => stopMarks(alignment, comparing))
      .sort((a, b) => compareAnnotations(a.annotation, b.annotation)),
    gold,
    standings,
    counts,
    version: 0,
  }
}

function goldIn(
  records: readonly RecordOf[],
  reviews: readonly ReviewBy[],
  annotators: readonly Coding[],
): Gold {
  const record = records.find(({ annotator }) => annotator === GOLD)
  const judgements = reviews.find(({ annotator }) => annotator === GOLD)?.judgements ?? []
  return new Gold(
    {
      ...emptyRecord,
      ...(record ? { status: record.status, annotations: AnnotationSet.from(record.annotations) } : {}),
    },
    { judgements: new Map(judgements.map((one) => [one.id, one])), comments: new Map() },
    annotators,
  )
}

/** Their names in the column are their own, since several annotators’ marks may have one. */
function stopMarks(alignment: Alignment, comparing: Comparing): readonly StopMark[] {
  const versions = versionsOf(alignment, comparing).flatMap(([first]) => first ?? [])
  const signed = versions.find(({ as }) => as.end === alignment.span.end)
  return versions.map((one) => ({
    stop: alignment.id,
    annotation: { ...one.as, id: markKey(one) },
    ...(one === signed ? {} : { isUnsigned: true }),
  }))
}

/** The article once an edit of gold’s is made. @throws {StaleEdit} */
export function settled(open: OpenAdjudication, edit: Edit): OpenAdjudication {
  open.gold.take(edit)
  const about = edit.changes.flatMap((change) =>
    change.kind === 'judgement' ? [...(change.before?.about ?? []), ...(change.after?.about ?? [])] : [],
  )
  for (const mark of about) {
    const alignment = groupOf(open, mark)
    if (alignment) restand(open, alignment)
  }
  return { ...open, version: open.version + 1 }
}

const groupOf = ({ comparing, gold }: OpenAdjudication, mark: JudgedMark): Alignment | undefined =>
  comparing.groupedOf(gold.here.meant(mark))?.group as Alignment | undefined

function restand({ standings, counts, gold }: OpenAdjudication, alignment: Alignment): void {
  count(counts, { alignment, standing: standings.get(alignment.id) ?? null }, -1)
  const standing = gold.standingOf(alignment)
  if (standing) standings.set(alignment.id, standing)
  else standings.delete(alignment.id)
  count(counts, { alignment, standing }, 1)
}

export const isOpen = ({ standings }: OpenAdjudication, alignment: Alignment): boolean =>
  isOpenGroup({ alignment, standing: standings.get(alignment.id) ?? null })

/** True for what is worth a stop even once it is decided: what is no difference is none. */
export const isStop = (open: OpenAdjudication, alignment: Alignment): boolean =>
  alignment.kind !== 'same' || isOpen(open, alignment)

/** Its row in the list, as it is by now. */
export const rowOf = ({
  articleId,
  title,
  annotators,
  counts,
  gold,
}: OpenAdjudication): AdjudicatedArticle => {
  const { groups, settled: decided, discussed, open } = counts
  return {
    articleId,
    title,
    annotators,
    groups,
    decided,
    discussed,
    open,
    isDone: gold.record.status === 'done',
  }
}
