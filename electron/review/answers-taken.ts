import type { ArticleEdit } from '#electron/library/bulk-file.ts'
import type { BulkMaking } from '#electron/library/bulk-making.ts'
import { UNSAVED } from '#electron/library/unsaved.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { AnswersPreview, AnswersTaken } from '#shared/ipc/review-file.ts'
import type { AnswersFile } from './answers-file.ts'
import { reviewerName } from './reviewer-name.ts'
import { answersName, type PlannedAnswers, type PlannedArticle, planAnswers } from './taking-answers.ts'

/** What taking answers would bring, under the name that they have. A name that none can have here is for the analyst to mend. */
export async function previewAnswers(file: AnswersFile, parts: BulkMaking): Promise<Result<AnswersPreview>> {
  const { reviewer: typed } = file.answers
  const name = await reviewerName(parts.workspace, typed)
  const reviewer = name.ok ? name.value : typed
  if (!(await parts.flush())) return failed(UNSAVED)
  const planned = await planAnswers(parts.workspace, file, reviewer)
  return planned.ok ? ok(previewOf(file.name, reviewer, planned.value)) : planned
}

/** Takes answers under a name, as one step of the history. */
export async function takeAnswers(
  file: AnswersFile,
  typed: string,
  { workspace, flush, make }: BulkMaking,
): Promise<Result<AnswersTaken & Pick<PlannedAnswers, 'refused'>>> {
  if (workspace.access.kind === 'read') return failed(workspace.access.sentence)
  const reviewer = await reviewerName(workspace, typed)
  if (!reviewer.ok) return reviewer
  if (!(await flush())) return failed(UNSAVED)
  const planned = await planAnswers(workspace, file, reviewer.value)
  if (!planned.ok) return planned
  const changed = planned.value.articles.filter(({ edit }) => edit.edit.changes.length > 0)
  const made = await make({ name: answersName(reviewer.value), changes: [] }, each(changed), reviewer.value)
  if (!made.ok) return made
  const taken = changed.filter(({ edit }) => !made.value.left.includes(edit.articleId))
  const left = made.value.left.map((id) => ({ file: file.name, line: null, reason: leftSentence(id) }))
  return ok({
    articles: taken.length,
    judgements: sumOf(taken, ({ judgements }) => judgements.length),
    comments: sumOf(taken, ({ comments }) => comments.length),
    refused: [...planned.value.refused, ...left],
  })
}

const leftSentence = (id: string): string => `The article “${id}” has changed meanwhile, and was left.`

async function* each(planned: readonly PlannedArticle[]): AsyncGenerator<ArticleEdit> {
  for (const { edit } of planned) yield edit
}

function previewOf(name: string, reviewer: string, { articles, refused }: PlannedAnswers): AnswersPreview {
  const having = (outcome: string) =>
    sumOf(articles, ({ judgements }) => judgements.filter((one) => one.outcome === outcome).length)
  return {
    name,
    reviewer,
    articles: articles.filter(({ edit }) => edit.edit.changes.length > 0).length,
    accepted: having('accepted'),
    changed: having('changed'),
    rejected: having('rejected'),
    comments: sumOf(articles, ({ comments }) => comments.length),
    same: sumOf(articles, ({ same }) => same),
    outdated: sumOf(articles, ({ outdated }) => outdated),
    refused,
  }
}

const sumOf = (all: readonly PlannedArticle[], of: (one: PlannedArticle) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0)
