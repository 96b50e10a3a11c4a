import type { Result } from '../domain/result.ts'
import type { AgreementReport } from '../review/agreement-report.ts'
import type { WorkProgress } from './exchange.ts'

export type AgreementQuestion = {
  /** Two or more; null: all but the gold. */
  readonly annotators: readonly string[] | null
  readonly seed: number
}

export type AgreementAnswer = {
  /** All who have work in the workspace, the gold among them. */
  readonly annotators: readonly string[]
  /** Fails where there is nothing to compare: of one annotator alone, say. */
  readonly report: Result<AgreementReport>
  /** Sentences about what could not be read. */
  readonly unread: readonly string[]
}

export type AgreementRequests = {
  /** Null when a later question has taken its place, or it was cancelled. */
  'agreement:measure': { args: [question: AgreementQuestion]; result: Result<AgreementAnswer> | null }
  'agreement:cancel': { args: []; result: null }
}

export type AgreementEvents = { 'agreement-progress': WorkProgress }
