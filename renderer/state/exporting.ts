import { create } from 'zustand'
import { equalJson } from '#shared/domain/equal.ts'
import { failed, type Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import { type ExportSettings, everythingAs } from '#shared/format/export-settings.ts'
import type { Format } from '#shared/format/interchange/format.ts'
import type {
  ExportChoices,
  ExportDone,
  ExportPreview,
  NamedPreset,
  WorkProgress,
} from '#shared/ipc/exchange.ts'
import { bridge } from '../bridge.ts'
import { desk } from './desk.ts'

/** Which articles are meant: all, those in the list, the open one, or those that a preset names. */
export type ExportScope = 'all' | 'shown' | 'open' | 'kept'

export type Exporting = {
  /** Null until they were asked for. */
  readonly choices: ExportChoices | null
  readonly problem: string | null
  /** Which articles its `articles` are is settled by `scope`, when it is asked what they come to. */
  readonly settings: ExportSettings
  readonly scope: ExportScope
  /** The preset that was chosen last, changed since or not. */
  readonly presetId: string | null
  /** The preset that was removed last, for as long as it can come back. */
  readonly removed: NamedPreset | null
  /** Why the last thing asked of a preset was not done. */
  readonly presetProblem: string | null
  /** What the export would be, as of the last answer. */
  readonly preview: Previewed | null
  /** Something was changed since the last preview. */
  readonly isAsking: boolean
  /** Null while no export is running. */
  readonly progress: WorkProgress | null
  /** What became of the last export. */
  readonly outcome: Result<ExportDone> | null
}

export type Previewed = { readonly format: string; readonly result: Result<ExportPreview> }

const fresh: Exporting = {
  choices: null,
  problem: null,
  settings: everythingAs('glosswright'),
  scope: 'all',
  presetId: null,
  removed: null,
  presetProblem: null,
  preview: null,
  isAsking: false,
  progress: null,
  outcome: null,
}

export const exporting = create<Exporting>(() => fresh)

export const formatChosen = ({ choices, settings }: Exporting): Format | undefined =>
  choices?.formats.find(({ id }) => id === settings.format)

/** The last answer, where it is of the format that is chosen. */
export function previewShown({ preview, settings }: Exporting): ExportPreview | null {
  return preview?.format === settings.format && preview.result.ok ? preview.result.value : null
}

/** Another workspace is another world; what was asked about this one is not waited for. */
export function forgetExport(): void {
  asked++
  exporting.setState(fresh)
}

/** What there is to choose from; asked each time the panel is shown. */
export async function readExportChoices(): Promise<void> {
  const answer = await bridge.request('export:choices')
  if (!answer.ok) return exporting.setState({ problem: answer.problem.sentence })
  const { formats, annotators } = answer.value
  const { settings, choices } = exporting.getState()
  const isThere = formats.some(({ id }) => id === settings.format)
  const format = isThere ? settings.format : (formats[0]?.id ?? settings.format)
  const isAsProposed = equalJson(settings.annotators, proposedFrom(choices?.annotators ?? []))
  const whose = isAsProposed ? proposedFrom(annotators) : settings.annotators
  exporting.setState({
    choices: answer.value,
    problem: null,
    settings: { ...settings, format, annotators: whose },
  })
  followNames(choices?.annotators ?? [], annotators)
  previewSoon()
}

/** Everybody; but gold holds again what was settled of theirs, and is not mixed with it unasked. */
function proposedFrom(names: readonly string[]): readonly string[] | null {
  const people = names.filter((name) => name !== GOLD)
  return people.length > 0 && people.length < names.length ? people : null
}

/** An annotator who has another name now is still meant. */
function followNames(before: readonly string[], now: readonly string[]): void {
  const gone = before.filter((name) => !now.includes(name))
  const come = now.filter((name) => !before.includes(name))
  const [old, renamed] = [gone[0], come[0]]
  if (gone.length !== 1 || come.length !== 1 || old === undefined || renamed === undefined) return
  exporting.setState(({ settings }) => ({
    settings: {
      ...settings,
      annotators: settings.annotators?.map((name) => (name === old ? renamed : name)) ?? null,
    },
  }))
}

export function changeExport(patch: Partial<ExportSettings>): void {
  exporting.setState(({ settings }) => ({ settings: { ...settings, ...patch }, outcome: null }))
  previewSoon()
}

/** A format's options are its own. */
export function chooseFormat(format: string): void {
  if (format !== exporting.getState().settings.format) changeExport({ format, options: {} })
}

export function chooseScope(scope: ExportScope): void {
  exporting.setState({ scope, outcome: null })
  previewSoon()
}

/** The settings with the articles that are meant now. */
export function settingsNow(): ExportSettings {
  const { settings, scope } = exporting.getState()
  return { ...settings, articles: articlesIn(scope, settings) }
}

function articlesIn(scope: ExportScope, { articles }: ExportSettings): readonly string[] | null {
  const { open, shown } = desk.getState()
  if (scope === 'open') return open ? [open.article.id] : []
  if (scope === 'shown') return Array.from({ length: shown.length }, (_, i) => shown.at(i)?.id ?? '')
  return scope === 'kept' ? articles : null
}

/** So that what is changed in one go, an arrow key held down say, is asked about once. */
const REST_MS = 200
let asked = 0
let waiting: ReturnType<typeof setTimeout> | undefined

/** Asks what would be exported as soon as nothing is changed for a moment; what was asked before counts no more. */
export function previewSoon(): void {
  exporting.setState({ isAsking: true })
  clearTimeout(waiting)
  const mine = ++asked
  waiting = setTimeout(() => void askPreview(mine), REST_MS)
}

async function askPreview(mine: number): Promise<void> {
  if (mine !== asked) return
  const settings = settingsNow()
  const result = await bridge
    .request('export:preview', settings)
    .catch(() => failed('What would be exported could not be found out. Please try again.'))
  if (mine !== asked) return
  exporting.setState({ isAsking: false, ...(result ? { preview: { format: settings.format, result } } : {}) })
}

/** Why nothing can be exported as it is chosen now; null where something can. */
export function exportFault(state: Exporting): string | null {
  const preview = previewShown(state)
  if (preview?.articles === 0) return 'No article is chosen.'
  if (preview && preview.loss.length > 0 && state.settings.onLoss === 'fail')
    return 'Something would be lost, and you asked to export nothing then.'
  return null
}

/** Asks where to, and exports. */
export async function runExport(): Promise<void> {
  if (exporting.getState().progress || exportFault(exporting.getState()) !== null) return
  exporting.setState({ progress: { done: 0, total: 0 }, outcome: null })
  const outcome = await bridge
    .request('export:run', settingsNow())
    .catch(() => failed('The export did not come to an end, and nothing was written. Please try again.'))
  const isOfThisWorkspace = exporting.getState().progress !== null
  if (isOfThisWorkspace) exporting.setState({ progress: null, outcome })
}

export const cancelExport = (): Promise<null> => bridge.request('export:cancel')

export function listenToExports(): void {
  bridge.listen('export-progress', (progress) =>
    exporting.setState((now) => (now.progress ? { progress } : {})),
  )
}
