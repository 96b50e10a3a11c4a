import { create } from 'zustand'
import type { History } from '#shared/domain/history.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import type { AgreementAnswer } from '#shared/ipc/agreement.ts'
import type { WorkProgress } from '#shared/ipc/exchange.ts'
import type { AgreementReport } from '#shared/review/agreement-report.ts'
import { bridge } from '../bridge.ts'
import { desk } from './desk.ts'

/** How far annotators agree, as it was last measured, and whom that is asked of. */
export type Agreement = {
  /** Null: all but the gold. */
  readonly named: readonly string[] | null
  /** The last answer; what is measured anew is shown until then. */
  readonly answer: Result<AgreementAnswer> | null
  /** What was done before that was asked: whatever was done since is not measured in it. */
  readonly of: History | null
  /** Null while nothing is measured. */
  readonly progress: WorkProgress | null
  /** The last question was cancelled. */
  readonly isCancelled: boolean
  /** Index into the articles of the report, -1 where there are none. */
  readonly chosen: number
}

const nothing: Agreement = {
  named: null,
  answer: null,
  of: null,
  progress: null,
  isCancelled: false,
  chosen: -1,
}

/** The same digits each time. */
const SEED = 1

export const agreement = create<Agreement>(() => nothing)

export const chooseArticle = (chosen: number): void => agreement.setState({ chosen })

/** What was measured last, where there was something to compare. */
export const reportIn = ({ answer }: Agreement): AgreementReport | null =>
  answer?.ok && answer.value.report.ok ? answer.value.report.value : null

/** Everybody with work in the workspace, the gold last. */
export function annotatorsIn({ answer }: Agreement): readonly string[] {
  const all = answer?.ok ? answer.value.annotators : []
  return [...all.filter((name) => name !== GOLD), ...all.filter((name) => name === GOLD)]
}

/** Whether somebody is among those who are compared. */
export const isCompared = ({ named }: Agreement, name: string): boolean =>
  named ? named.includes(name) : name !== GOLD

let asked = 0

/** Another workspace is another world; what was asked about the last one is not waited for. */
export function forgetAgreement(): void {
  asked++
  agreement.setState(nothing, true)
}

/** Measures anew; what was asked before counts no more. */
export async function measureAgreement(): Promise<void> {
  const mine = ++asked
  agreement.setState({ progress: { done: 0, total: 0 }, isCancelled: false })
  const { named } = agreement.getState()
  const { history } = desk.getState()
  const answer = await bridge
    .request('agreement:measure', { annotators: named, seed: SEED })
    .catch(() => failed('The agreement could not be measured. Please try again.'))
  if (mine !== asked) return
  agreement.setState(
    answer ? { answer, of: history, progress: null, chosen: 0 } : { progress: null, isCancelled: true },
  )
}

/** Compares these, and measures anew; with null all but the gold. */
export function compare(named: readonly string[] | null): void {
  agreement.setState({ named })
  void measureAgreement()
}

/** Takes somebody in, or leaves them out. One alone agrees with everybody: fewer than two are never asked about. */
export function toggleCompared(name: string): void {
  const state = agreement.getState()
  const all = annotatorsIn(state)
  const wanted = all.filter((one) => isCompared(state, one) !== (one === name))
  if (wanted.length < 2) return
  const isUsual = all.every((one) => wanted.includes(one) === (one !== GOLD))
  compare(isUsual ? null : wanted)
}

export const cancelAgreement = (): Promise<null> => bridge.request('agreement:cancel')

export function listenToAgreement(): void {
  bridge.listen('agreement-progress', (progress) =>
    agreement.setState((now) => (now.progress ? { progress } : {})),
  )
}
