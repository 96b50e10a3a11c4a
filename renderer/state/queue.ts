import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { HintKind } from '#shared/domain/hint.ts'
import type { SurveyAnswer, SurveyCount, SurveyQuery, SurveyRow } from '#shared/ipc/survey.ts'
import { bridge } from '../bridge.ts'

/**
 * What waits to be looked at again in all articles of the workspace: what was marked unsure, and what the checks find. It is
 * asked anew whenever something was done; what was dealt with goes at once.
 */
export type Queue = {
  readonly tab: QueueTab
  /** Which hints are shown, null for all. */
  readonly only: HintKind | null
  readonly rows: readonly SurveyRow[]
  /** There may be more than the rows. */
  readonly total: number
  /** Index into the rows, -1 where there are none. */
  readonly chosen: number
  /** Null until it is known. */
  readonly count: Pick<SurveyCount, 'unsure' | 'hints'> | null
  readonly problem: string | null
}
export const QUEUE_TABS = ['unsure', 'hints'] as const
export type QueueTab = (typeof QUEUE_TABS)[number]

const empty: Pick<Queue, 'rows' | 'total' | 'chosen' | 'problem'> = {
  rows: [],
  total: 0,
  chosen: -1,
  problem: null,
}

export const queue = createStore<Queue>()(() => ({ tab: 'unsure', only: null, count: null, ...empty }))

export const useQueue = <T>(select: (state: Queue) => T): T => useStore(queue, select)

export const chosenRow = ({ rows, chosen }: Queue): SurveyRow | undefined => rows[chosen]

export function showTab(tab: QueueTab): void {
  if (queue.getState().tab === tab) return
  queue.setState({ tab, ...empty })
  void lookAgain()
}

export function showOnly(only: HintKind | null): void {
  queue.setState({ only, ...empty })
  void lookAgain()
}

export const chooseRow = (chosen: number): void => queue.setState({ chosen })

export function stepRow(direction: 1 | -1): void {
  queue.setState(({ chosen, rows }) => ({
    chosen: Math.min(rows.length - 1, Math.max(0, chosen + direction)),
  }))
}

/** Takes out what was dealt with; the next is chosen. */
export function dropRow(row: SurveyRow): void {
  queue.setState(({ rows, chosen, total }) => {
    const left = rows.filter((other) => other !== row)
    return {
      rows: left,
      total: total - (rows.length - left.length),
      chosen: Math.min(chosen, left.length - 1),
    }
  })
}

let latest = 0

/** Asks the main process anew, which knows of all edits that were made until now. */
export async function lookAgain(): Promise<void> {
  const request = ++latest
  const { tab, only } = queue.getState()
  const query: SurveyQuery = tab === 'unsure' ? { kind: tab } : { kind: tab, ...(only ? { only } : {}) }
  const [answer, count] = await Promise.all([
    bridge.request('survey:ask', query),
    bridge.request('survey:count', {}),
  ])
  if (request !== latest) return
  if (answer.ok) queue.setState((before) => shownOf(before, JSON.parse(answer.value) as SurveyAnswer))
  else queue.setState({ problem: answer.problem.sentence })
  if (count.ok) queue.setState({ count: JSON.parse(count.value) as SurveyCount })
}

/** The chosen row stays chosen, or else its place. */
function shownOf(before: Queue, { rows, total }: SurveyAnswer): Partial<Queue> {
  const row = chosenRow(before)
  const same = row ? rows.findIndex((other) => keyOf(other) === keyOf(row)) : -1
  const place = Math.min(Math.max(0, before.chosen), rows.length - 1)
  return { rows, total, chosen: same < 0 ? place : same, problem: null }
}

/** What tells a row from all others. */
export const keyOf = ({ articleId, id, sentence }: SurveyRow): string =>
  JSON.stringify([articleId, id, sentence])
