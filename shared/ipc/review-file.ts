import type { Result } from '../domain/result.ts'
import type { RefusedRecord } from './exchange.ts'

/** What a review file shall hold. */
export type ReviewFileSettings = {
  /** Whose marks. */
  readonly annotators: readonly string[]
  /** Ids; null: all that they have opened. */
  readonly articles: readonly string[] | null
  /** Leaves out what an annotator has not said to be done with. */
  readonly doneOnly: boolean
}

export type ReviewFileMade = {
  /** The file that was written. */
  readonly out: string
  readonly articles: number
  readonly annotations: number
  readonly bytes: number
}

/** What a reviewer's answers hold, as far as they have a place here. */
export type AnswersPreview = {
  /** The file's name. */
  readonly name: string
  readonly reviewer: string
  readonly articles: number
  readonly accepted: number
  readonly changed: number
  readonly rejected: number
  readonly comments: number
  /** They are here already. */
  readonly same: number
  /** About marks that were changed since the review file was made; they are taken, and shown as such. */
  readonly outdated: number
  readonly refused: readonly RefusedRecord[]
}

export type AnswersTaken = {
  readonly articles: number
  readonly judgements: number
  readonly comments: number
}

export type ReviewFileRequests = {
  /** Null when the analyst cancelled the dialog. */
  'review-file:make': { args: [settings: ReviewFileSettings]; result: Result<ReviewFileMade> | null }
  /** Reads a reviewer's answers, and changes nothing; null when the analyst cancelled the dialog. */
  'review-file:choose': { args: []; result: Result<AnswersPreview> | null }
  /** Takes what was chosen, under this name: one step of the history. */
  'review-file:take': { args: [reviewer: string]; result: Result<AnswersTaken> }
}

export type ReviewFileEvents = {
  /** A file of answers was dropped on the window. */
  'answers-offered': Result<AnswersPreview>
}
