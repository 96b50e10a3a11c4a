import { create } from 'zustand'
import { type History, newestStep, type Step } from '#shared/domain/history.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import type { BroughtChoices, BroughtPreview, BroughtReport, WorkProgress } from '#shared/ipc/exchange.ts'
import { bridge } from '../bridge.ts'
import { inBulk } from './bulk.ts'
import { desk } from './desk.ts'
import { undo } from './travelling.ts'

/** Annotations that come from elsewhere: what was found in their files, and what shall become of it. */
export type Brought = {
  /** Null until a file or folder was chosen. */
  readonly found: BroughtPreview | null
  readonly choices: BroughtChoices
  /** Files are being read, or annotations taken; null while neither is. */
  readonly work: 'reading' | 'taking' | null
  readonly progress: WorkProgress | null
  /** Why what was asked for last was not done. */
  readonly problem: string | null
  /** What became of the last import. */
  readonly report: BroughtReport | null
  /** The step of the history that it is. */
  readonly step: Step | null
}

const fresh: Brought = {
  found: null,
  choices: { labels: {}, as: { kind: 'me' }, from: null, takesTexts: false, isPartial: false },
  work: null,
  progress: null,
  problem: null,
  report: null,
  step: null,
}

export const brought = create<Brought>(() => fresh)

export const forgetBrought = (): void => brought.setState(fresh)

/** Asks for a file or a folder, and shows what annotations it holds. */
export const chooseBrought = (what: 'file' | 'folder'): Promise<void> =>
  read(() => bridge.request('annotations:choose', what))

/** Reads what was chosen as another format. */
export const readBroughtAs = (format: string): Promise<void> =>
  read(() => bridge.request('annotations:read-as', format))

async function read(ask: () => Promise<Result<BroughtPreview> | null>): Promise<void> {
  if (brought.getState().work) return
  brought.setState({ work: 'reading', progress: null, problem: null })
  const answer = await ask().catch(() => failed('The files could not be read. Please try again.'))
  if (brought.getState().work !== 'reading') return
  brought.setState({ work: null, progress: null })
  if (!answer) return
  if (answer.ok) show(answer.value)
  // What was found before is no longer what was chosen.
  else brought.setState({ ...fresh, problem: answer.problem.sentence })
}

function show(found: BroughtPreview): void {
  const labels = Object.fromEntries(found.labels.map(({ label, as }) => [label, as]))
  const takesTexts = found.articles.some(({ match }) => match === 'new')
  brought.setState({ found, report: null, choices: { ...fresh.choices, labels, takesTexts } })
}

export const changeBrought = (patch: Partial<BroughtChoices>): void =>
  brought.setState(({ choices }) => ({ choices: { ...choices, ...patch } }))

/** Takes what is chosen: one step that can be undone. */
export async function takeBrought(): Promise<void> {
  const { found, choices, work } = brought.getState()
  if (!found || work) return
  brought.setState({ work: 'taking', progress: null, problem: null })
  const answer = await inBulk('Import annotations', () => bridge.request('annotations:take', choices), {
    canStop: false,
  }).catch(() => failed('The annotations could not be taken. Please try again.'))
  if (brought.getState().work !== 'taking') return
  if (answer.ok && isRefusedWhole(answer.value, choices)) {
    const { refused } = answer.value
    brought.setState({ work: null, progress: null, problem: REFUSED, found: { ...found, refused } })
    return
  }
  if (answer.ok) {
    const step = newestStep(desk.getState().history, 'undo') ?? null
    return brought.setState({ ...fresh, report: answer.value, step })
  }
  brought.setState({ work: null, progress: null, problem: answer.problem.sentence })
}

const REFUSED = 'Nothing was taken, because some of it is refused. The good ones can be taken without it.'

/** Some faults come to light only as the annotations are taken: then the choice is still the analyst's. */
const isRefusedWhole = (
  { annotations, newArticles, refused, differing }: BroughtReport,
  { isPartial }: BroughtChoices,
): boolean => !isPartial && refused.length > differing && annotations + newArticles === 0

/** Takes the last import back. */
export const takeBack = (): Promise<void> => undo()

/** True where the last import was undone, here or elsewhere; redone, it is not. */
export const isTakenBack = ({ step }: Brought, { done }: History): boolean =>
  step?.bulk !== undefined && !done.some(({ bulk }) => bulk === step.bulk)

export const cancelBrought = (): Promise<null> => bridge.request('annotations:cancel')

export function listenToBrought(): void {
  bridge.listen('annotations-progress', (progress) =>
    brought.setState(({ work }) => (work ? { progress } : {})),
  )
}
