import { create } from 'zustand'
import type { QualityReport } from '#shared/domain/quality-report.ts'
import type { Result } from '#shared/domain/result.ts'
import type { AgreementAnswer } from '#shared/ipc/agreement.ts'
import type { AgreementReport } from '#shared/review/agreement-report.ts'
import { bridge } from '../bridge.ts'
import { desk } from './desk.ts'

type Agreement =
  | { readonly kind: 'unasked' | 'measuring' }
  | { readonly kind: 'measured'; readonly report: AgreementReport }
  | { readonly kind: 'failed'; readonly sentence: string }

type Quality = {
  /** Of which workspace, and what its marks are like; what was found last, until it is found anew. */
  readonly found: { readonly workspaceId: string; readonly report: QualityReport } | null
  readonly problem: string | null
  /** Where it was written to. */
  readonly saved: string | null
  readonly agreement: Agreement
}

const none: Quality = { found: null, problem: null, saved: null, agreement: { kind: 'unasked' } }

export const quality = create<Quality>(() => none)

/** Looks through all articles; an answer that another question has overtaken is dropped. */
export async function readQuality(): Promise<void> {
  const { workspace } = desk.getState()
  if (!workspace) return quality.setState(none)
  if (quality.getState().found?.workspaceId !== workspace.id) quality.setState(none)
  const question = ++asked
  const answer = await bridge.request('quality:read')
  if (question !== asked) return
  if (!answer.ok) return quality.setState({ problem: answer.problem.sentence })
  quality.setState({ found: { workspaceId: workspace.id, report: answer.value }, problem: null })
}
let asked = 0

/** Whatever is done or undone makes other numbers. */
export function staleQuality(): void {
  quality.setState({ saved: null, agreement: { kind: 'unasked' } })
  void readQuality()
}

export async function saveQuality(): Promise<void> {
  const answer = await bridge.request('quality:save')
  if (answer === null) return
  quality.setState(answer.ok ? { saved: answer.value, problem: null } : { problem: answer.problem.sentence })
}

/** The seed decides nothing but the last digits. */
const SEED = 1

/** How far all agree, the gold apart: asked for, since it takes longer than all else here. */
export async function measureAgreement(): Promise<void> {
  quality.setState({ agreement: { kind: 'measuring' } })
  const answer = await bridge.request('agreement:measure', { annotators: null, seed: SEED })
  if (quality.getState().agreement.kind !== 'measuring') return
  quality.setState({ agreement: agreementFrom(answer) })
}

function agreementFrom(answer: Result<AgreementAnswer> | null): Agreement {
  if (answer === null) return { kind: 'unasked' }
  if (!answer.ok) return { kind: 'failed', sentence: answer.problem.sentence }
  const { report } = answer.value
  return report.ok
    ? { kind: 'measured', report: report.value }
    : { kind: 'failed', sentence: report.problem.sentence }
}
