import { create } from 'zustand'
import { type History, newestStep, type Step } from '#shared/domain/history.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import type { WorkProgress } from '#shared/ipc/exchange.ts'
import type { MergePreview, MergeReport } from '#shared/ipc/merging.ts'
import { bridge } from '../bridge.ts'
import { inBulk } from './bulk.ts'
import { desk, say } from './desk.ts'
import { showReview } from './review.ts'

/** A colleague's work on its way in: what it would bring, and what shall become of it. */
export type MergingState = {
  /** Null until something was chosen or dropped. */
  readonly found: MergePreview | null
  /** What each annotator of theirs shall be called here, by the name there, as it is typed; who is not in it is left out. */
  readonly names: Readonly<Record<string, string>>
  readonly work: 'reading' | 'merging' | null
  readonly progress: WorkProgress | null
  /** Why what was asked for last was not done. */
  readonly problem: string | null
  readonly report: MergeReport | null
  /** The step of the history that the last merge is; null where it changed no annotator's files. */
  readonly step: Step | null
  /** That somebody wants to merge; a new object each time, until the focus has come there. */
  readonly asked: object | null
}

const fresh: MergingState = {
  found: null,
  names: {},
  work: null,
  progress: null,
  problem: null,
  report: null,
  step: null,
  asked: null,
}

export const merging = create<MergingState>(() => fresh)

export const forgetMerging = (): void => merging.setState(fresh)

/** Leads to where a colleague's work is merged. */
export function showMerging(): void {
  merging.setState({ asked: {} })
  showReview('team')
}

/** Asks for a file or a folder, and shows what it would bring. */
export async function chooseColleague(what: 'file' | 'folder'): Promise<void> {
  if (merging.getState().work) return
  merging.setState({ work: 'reading', progress: null, problem: null })
  const answer = await bridge
    .request('merge:choose', what)
    .catch(() => failed('The work could not be read. Please try again.'))
  if (answer) show(answer)
  else merging.setState({ work: null })
}

/** What was found before is no longer what was chosen. */
function show(answer: Result<MergePreview>): void {
  const names = answer.ok ? Object.fromEntries(answer.value.annotators.map(({ name, as }) => [name, as])) : {}
  merging.setState(
    answer.ok
      ? { ...fresh, found: answer.value, names }
      : { ...fresh, problem: answer.problem.sentence, asked: {} },
  )
}

/** Gives an annotator of theirs a name here; null leaves that one out. */
export function nameHere(name: string, as: string | null): void {
  merging.setState(({ names: { [name]: _, ...others } }) => ({
    names: as === null ? others : { ...others, [name]: as },
  }))
}

/** Merges what is chosen: one step that can be undone. */
export async function takeMerge(): Promise<void> {
  const { found, names, work } = merging.getState()
  if (!found || work) return
  merging.setState({ work: 'merging', progress: null, problem: null })
  const before = newestStep(desk.getState().history, 'undo')?.bulk
  const answer = await inBulk('Merge', () => bridge.request('merge:take', { names }), {
    canStop: false,
  }).catch(() => failed('The work could not be merged. Please try again.'))
  if (!answer.ok) return merging.setState({ work: null, progress: null, problem: answer.problem.sentence })
  const step = newestStep(desk.getState().history, 'undo')
  merging.setState({ ...fresh, report: answer.value, step: step && step.bulk !== before ? step : null })
}

/** True where the last merge was undone, here or elsewhere; redone, it is not. */
export const isMergeUndone = ({ step }: MergingState, { done }: History): boolean =>
  step?.bulk !== undefined && !done.some(({ bulk }) => bulk === step.bulk)

export const cancelMerging = (): Promise<null> => bridge.request('merge:cancel')

export function listenToMerging(): void {
  bridge.listen('merge-progress', (progress) => merging.setState(({ work }) => (work ? { progress } : {})))
  bridge.listen('merge-offered', (answer) => {
    if (!answer.ok) say(answer.problem.sentence)
    show(answer)
    showReview('team')
  })
}
