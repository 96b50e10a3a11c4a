import { create } from 'zustand'
import { counted } from '#shared/domain/counted.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import type { AnswersPreview } from '#shared/ipc/review-file.ts'
import { bridge } from '../bridge.ts'
import { inBulk } from './bulk.ts'
import { desk, say } from './desk.ts'
import { showReview } from './review.ts'
import { closeWork, reviewing } from './reviewing.ts'

/** Which articles a review file shall hold: all that they have opened, those that they are done with, those in the list. */
export const REVIEW_SCOPES = ['opened', 'done', 'shown'] as const
export type ReviewScope = (typeof REVIEW_SCOPES)[number]

type ReviewFile = {
  /** Null until they were asked for. */
  readonly annotators: readonly string[] | null
  readonly chosen: readonly string[]
  readonly scope: ReviewScope
  readonly isBusy: boolean
  /** What became of the last thing that was asked for. */
  readonly made: string | null
  readonly taken: string | null
  readonly makeProblem: string | null
  readonly takeProblem: string | null
  readonly preview: AnswersPreview | null
  /** Under whose name the answers are taken. */
  readonly reviewer: string
  /** What a command has led to; a new object each time. */
  readonly wanted: { readonly part: 'make' | 'take' } | null
}

const nothing: ReviewFile = {
  annotators: null,
  chosen: [],
  scope: 'opened',
  isBusy: false,
  made: null,
  taken: null,
  makeProblem: null,
  takeProblem: null,
  preview: null,
  reviewer: '',
  wanted: null,
}

export const reviewFile = create<ReviewFile>(() => nothing)

export const forgetReviewFile = (): void => reviewFile.setState(nothing)

/** Leads to where a review file is made, or answers are taken. */
export function showReviewFile(part: 'make' | 'take'): void {
  // An open article has the whole tab.
  if (reviewing.getState().work) void closeWork()
  reviewFile.setState({ wanted: { part } })
  showReview('work')
}

export function listenToAnswers(): void {
  bridge.listen('answers-offered', (offered) => {
    if (!desk.getState().workspace) return say(offered.ok ? null : offered.problem.sentence)
    showReviewFile('take')
    adopt(offered)
  })
}

export async function readReviewAnnotators(): Promise<void> {
  const { workspace } = desk.getState()
  const answer = await bridge
    .request('export:choices')
    .catch(() => failed('It could not be read who has marked something. Please try again.'))
  if (desk.getState().workspace?.id !== workspace?.id) return
  if (!answer.ok) return reviewFile.setState({ makeProblem: answer.problem.sentence })
  reviewFile.setState({ annotators: answer.value.annotators })
}

export function chooseAnnotator(name: string, isChosen: boolean): void {
  reviewFile.setState(({ chosen }) => ({
    chosen: isChosen ? [...chosen, name] : chosen.filter((other) => other !== name),
  }))
}

export const chooseReviewScope = (scope: ReviewScope): void => reviewFile.setState({ scope })

export async function makeReviewFile(): Promise<void> {
  const { chosen, scope, isBusy } = reviewFile.getState()
  if (isBusy || chosen.length === 0) return
  const { shown, workspace } = desk.getState()
  const listed = Array.from({ length: shown.length }, (_, i) => shown.at(i)?.id ?? '')
  reviewFile.setState({ isBusy: true, made: null, makeProblem: null })
  const answer = await bridge
    .request('review-file:make', {
      annotators: chosen,
      articles: scope === 'shown' ? listed : null,
      doneOnly: scope === 'done',
    })
    .catch(() => failed('The review file could not be made. Please try again.'))
  if (desk.getState().workspace?.id !== workspace?.id) return
  if (answer?.ok) {
    const { out, articles, annotations, bytes } = answer.value
    const size = `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en')} KB`
    const made = `Made “${out}”: ${counted(annotations, 'mark')} in ${counted(articles, 'article')}, ${size}. Send it to the reviewer; what comes back is a small file of answers.`
    return reviewFile.setState({ isBusy: false, made })
  }
  reviewFile.setState({ isBusy: false, makeProblem: answer ? answer.problem.sentence : null })
}

export async function chooseAnswers(): Promise<void> {
  if (reviewFile.getState().isBusy) return
  const { workspace } = desk.getState()
  reviewFile.setState({ isBusy: true })
  const answer = await bridge
    .request('review-file:choose')
    .catch(() => failed('The answers could not be read. Please try again.'))
  if (desk.getState().workspace?.id !== workspace?.id) return
  reviewFile.setState({ isBusy: false })
  if (answer) adopt(answer)
}

function adopt(offered: Result<AnswersPreview>): void {
  if (offered.ok) {
    const preview = offered.value
    reviewFile.setState({ preview, reviewer: preview.reviewer, taken: null, takeProblem: null })
  } else {
    reviewFile.setState({ preview: null, taken: null, takeProblem: offered.problem.sentence })
  }
}

export const nameReviewer = (reviewer: string): void => reviewFile.setState({ reviewer })

export const leaveAnswers = (): void => reviewFile.setState({ preview: null, takeProblem: null })

export async function takeAnswers(): Promise<void> {
  const { preview, reviewer, isBusy } = reviewFile.getState()
  if (!preview || isBusy) return
  reviewFile.setState({ isBusy: true, takeProblem: null })
  const answer = await inBulk(
    `Take the answers of ${reviewer}`,
    () => bridge.request('review-file:take', reviewer),
    { canStop: false },
  ).catch(() => failed('The answers could not be taken. Please try again.'))
  if (!answer.ok) return reviewFile.setState({ isBusy: false, takeProblem: answer.problem.sentence })
  const { articles, judgements, comments } = answer.value
  const taken =
    articles === 0
      ? `All that ${reviewer} says is here already.`
      : `Taken from ${reviewer}: ${counted(judgements, 'decision')} and ${counted(comments, 'comment')} in ${counted(articles, 'article')}. Undo takes it back.`
  reviewFile.setState({ isBusy: false, preview: null, taken })
}
