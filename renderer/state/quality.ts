import { create } from 'zustand'
import type { QualityReport } from '#shared/domain/quality-report.ts'
import { failed } from '#shared/domain/result.ts'
import { bridge } from '../bridge.ts'
import { desk } from './desk.ts'

type Quality = {
  /** Of which workspace, and what its marks are like; what was found last, until it is found anew. */
  readonly found: { readonly workspaceId: string; readonly report: QualityReport } | null
  readonly problem: string | null
  /** Where it was written to. */
  readonly saved: string | null
}

const none: Quality = { found: null, problem: null, saved: null }

export const quality = create<Quality>(() => none)

/** Looks through all articles; an answer that another question has overtaken is dropped. */
async function readQuality(): Promise<void> {
  const { workspace } = desk.getState()
  if (!workspace) return quality.setState(none)
  if (quality.getState().found?.workspaceId !== workspace.id) quality.setState(none)
  const question = ++asked
  const answer = await bridge
    .request('quality:read')
    .catch(() => failed('The articles could not be looked through. Please try again.'))
  if (question !== asked) return
  if (!answer.ok) return quality.setState({ problem: answer.problem.sentence })
  quality.setState({ found: { workspaceId: workspace.id, report: answer.value }, problem: null })
}
let asked = 0

/** Whatever is done or undone makes other numbers. */
export function staleQuality(): void {
  quality.setState({ saved: null })
  void readQuality()
}

export async function saveQuality(): Promise<void> {
  const { workspace } = desk.getState()
  const answer = await bridge
    .request('quality:save')
    .catch(() => failed('It could not be saved. Please try again.'))
  if (answer === null || desk.getState().workspace?.id !== workspace?.id) return
  quality.setState(answer.ok ? { saved: answer.value, problem: null } : { problem: answer.problem.sentence })
}
