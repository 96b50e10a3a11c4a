import { readArticle } from '#electron/library/articles.ts'
import type { ArticleEdit } from '#electron/library/bulk-file.ts'
import { listAnnotators } from '#electron/library/catalogue.ts'
import { assertKeepable } from '#electron/library/keepable.ts'
import { lookedAt } from '#electron/library/looked-at.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { counted } from '#shared/domain/counted.ts'
import type { Change, Edit } from '#shared/domain/edit.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import {
  type Comment,
  emptyReview,
  type Judgement,
  type MarkRef,
  type Review,
} from '#shared/domain/review.ts'
import { editSchema } from '#shared/format/edit-schema.ts'
import { type AnswersArticle, answersPrefix, saidIn } from '#shared/format/review-answers.ts'
import type { RefusedRecord } from '#shared/ipc/exchange.ts'
import type { MarksHere } from '#shared/review/marks-here.ts'
import { saysTheSame } from '#shared/review/proposals.ts'
import { type TakenAnswers, takenAnswers } from '#shared/review/taking-answers.ts'
import type { AnswersFile } from './answers-file.ts'
import { marksHereOf, readArticleMarks } from './article-marks.ts'

/** What becomes of answers in one article. */
export type PlannedArticle = Omit<TakenAnswers, 'changes' | 'earlier'> & {
  readonly edit: ArticleEdit & { readonly articleId: string }
  /** Of those that are new, how many are about marks that were changed since. */
  readonly outdated: number
}

export type PlannedAnswers = {
  readonly articles: readonly PlannedArticle[]
  readonly refused: readonly RefusedRecord[]
}

type Refuse = (reason: string) => void

/**
 * What a reviewer's answers change under the reviewer's name; nothing is changed yet. What has no place here is refused,
 * one by one, and keeps nothing else from being taken. All edits must be on the disk.
 */
export async function planAnswers(
  workspace: Workspace,
  { name, answers }: AnswersFile,
  reviewer: string,
): Promise<Result<PlannedAnswers>> {
  if (answers.workspace.id !== workspace.manifest.id)
    return failed(
      `“${name}” answers a review file of another workspace, “${answers.workspace.name}”, so it has no place here.`,
    )
  const names = await listAnnotators(workspace)
  const refused: RefusedRecord[] = []
  const articles: PlannedArticle[] = []
  const source = { prefix: answersPrefix(answers.data), saved: answers.saved }
  for (const answered of answers.articles) {
    const refuse = (reason: string) => {
      refused.push({ file: name, line: null, reason: `${answered.title}: ${reason}` })
    }
    const planned = await planArticle(lookedAt(workspace), answered, { reviewer, names, source, refuse })
    if (planned) articles.push(planned)
  }
  return ok({ articles, refused })
}

type How = {
  readonly reviewer: string
  /** Of all annotators. */
  readonly names: readonly string[]
  readonly source: { readonly prefix: string; readonly saved: string }
  readonly refuse: Refuse
}

async function planArticle(
  workspace: Workspace,
  answered: AnswersArticle,
  { reviewer, names, source, refuse }: How,
): Promise<PlannedArticle | null> {
  const article = await articleOf(workspace, answered)
  if (!article.ok) return refuseAll(answered, article.problem.sentence, refuse)
  const { marks, unread } = await readArticleMarks(workspace, article.value)
  const [sentence] = unread
  if (sentence !== undefined) return refuseAll(answered, sentence, refuse)
  const before = marks.find(({ annotator }) => annotator === reviewer)?.review ?? emptyReview
  const records = new Map(marks.flatMap(({ annotator, record }) => (record ? [[annotator, record]] : [])))
  const here = marksHereOf(marks, names)
  const read = saidIn(answered, article.value.text)
  for (const reason of read.refused) refuse(reason)
  const placing = { here, records, reviewer, text: article.value, refuse }
  const said = placed(read.said, placing)
  const { changes, earlier, ...taken } = takenAnswers(before, { said, ...source }, here)
  for (const { about } of earlier)
    refuse(`${reviewer} has said something later of the mark “${about[0]?.id}”, which stays.`)
  const isOutdated = ({ about: [mark] }: Judgement) => {
    const now = mark && records.get(mark.annotator)?.annotations.get(mark.id)
    return now !== undefined && mark !== undefined && !saysTheSame(now, mark.as)
  }
  const edit = { name: answersName(reviewer), changes }
  return {
    ...taken,
    edit: { articleId: article.value.article.id, edit },
    outdated: taken.judgements.filter(isOutdated).length,
  }
}

export const answersName = (reviewer: string): string => `Take the answers of ${reviewer}`

async function articleOf(workspace: Workspace, { id, sha256 }: AnswersArticle): Promise<Result<ArticleText>> {
  const article = await readArticle(workspace, id)
  if (!article.ok || article.value.article.sha256 === sha256) return article
  return failed('Its text here is not the one that was reviewed.')
}

function refuseAll({ judgements, comments }: AnswersArticle, sentence: string, refuse: Refuse): null {
  if (judgements.length + comments.length > 0)
    refuse(
      `${sentence} So ${counted(judgements.length, 'decision')} and ${counted(comments.length, 'comment')} have no place.`,
    )
  return null
}

type Placing = {
  readonly here: MarksHere
  /** Of those who have marked something in the article, or opened it. */
  readonly records: ReadonlyMap<string, AnnotationRecord>
  readonly reviewer: string
  readonly text: ArticleText
  readonly refuse: Refuse
}

/** What is said of marks that are here, under the reviewer's name, whatever their annotators are called by now. */
function placed({ judgements, comments }: Review, placing: Placing): Review {
  const kept = <T extends Judgement | Comment>(
    all: ReadonlyMap<string, T>,
    place: (one: T, placing: Placing) => T | string,
  ) =>
    [...all].flatMap(([id, one]) => {
      const found = place(one, placing)
      if (typeof found !== 'string') return [[id, found] as const]
      placing.refuse(found)
      return []
    })
  return {
    judgements: new Map(kept(judgements, placedJudgement)),
    comments: new Map(kept(comments, placedComment)),
  }
}

function placedJudgement(judgement: Judgement, placing: Placing): Judgement | string {
  const { reviewer, text } = placing
  const [judged] = judgement.about
  const mark = judged && placedMark(judged, placing)
  if (!mark) return `there is no mark “${judged?.id}” of ${judged?.annotator} here any more.`
  if (mark.annotator === reviewer) return `the mark “${mark.id}” is ${reviewer}’s own, which others judge.`
  const proposal = judgement.proposal && { ...judgement.proposal, id: mark.id }
  const after: Judgement = {
    ...judgement,
    ...(proposal ? { proposal } : {}),
    about: [mark],
    by: reviewer,
  }
  return soundIn({ kind: 'judgement', id: after.id, before: null, after }, text)
    ? after
    : unkeepable(after.id)
}

function placedComment(comment: Comment, placing: Placing): Comment | string {
  const { reviewer, text, records } = placing
  const { annotator, id } = comment.about
  const about = id === null ? { annotator, id } : placedMark({ annotator, id }, placing)
  if (!about) return `there is no mark “${id}” of ${annotator} here any more.`
  if (!records.has(about.annotator)) return `${annotator} has marked nothing here.`
  const after: Comment = { ...comment, about, by: reviewer }
  return soundIn({ kind: 'comment', id: after.id, before: null, after }, text) ? after : unkeepable(after.id)
}

/** With its annotator's name of now; undefined where the mark is not here. */
function placedMark<T extends MarkRef>(ref: T, { here, records }: Placing): T | undefined {
  const mark = here.meant(ref)
  return records.get(mark.annotator)?.annotations.get(mark.id) ? mark : undefined
}

const unkeepable = (id: string): string => `what is said as “${id}” is not of the shape that files have.`

/** True where the history and the files can hold it. */
function soundIn(change: Change, { text }: ArticleText): boolean {
  const edit: Edit = { name: 'Take', changes: [change] }
  if (!editSchema.safeParse(edit).success) return false
  try {
    assertKeepable(edit, text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
