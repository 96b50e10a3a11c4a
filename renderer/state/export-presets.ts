import { equalJson } from '#shared/domain/equal.ts'
import type { Result } from '#shared/domain/result.ts'
import type { ExportPreset } from '#shared/format/export-preset.ts'
import type { NamedPreset } from '#shared/ipc/exchange.ts'
import { bridge } from '../bridge.ts'
import { type Exporting, exporting, previewSoon, settingsNow } from './exporting.ts'

export const presetsOf = ({ choices }: Exporting): readonly NamedPreset[] => choices?.presets ?? NONE
const NONE: readonly NamedPreset[] = []

export const presetChosen = (state: Exporting): NamedPreset | undefined =>
  presetsOf(state).find(({ id }) => id === state.presetId)

/** True where something was changed since the preset was chosen. */
export function isPresetChanged(state: Exporting): boolean {
  const preset = presetChosen(state)
  if (!preset) return false
  if (state.scope !== (preset.settings.articles ? 'kept' : 'all')) return true
  return !equalJson(preset.settings, { ...state.settings, articles: preset.settings.articles })
}

/** Takes a preset's settings; null: they stay as they are, and are no preset's. */
export function choosePreset(id: string | null): void {
  const preset = presetsOf(exporting.getState()).find((one) => one.id === id)
  if (!preset) {
    exporting.setState({ presetId: null })
    return
  }
  const { settings } = preset
  const scope = settings.articles ? 'kept' : 'all'
  exporting.setState({ presetId: preset.id, settings, scope, outcome: null, presetProblem: null })
  previewSoon()
}

/** Keeps what is chosen now under a name; answers whether it was. */
export async function savePreset(name: string): Promise<boolean> {
  const settings = settingsNow()
  const saved = await take(bridge.request('preset:save', { name, settings }))
  if (!saved) return false
  const { id = null } = saved.find((preset) => preset.name === name) ?? {}
  const scope = settings.articles ? 'kept' : 'all'
  exporting.setState({ presetId: id, settings, scope, removed: null })
  return true
}

/** It can come back: `bringPresetBack`. */
export async function removePreset(): Promise<void> {
  const preset = presetChosen(exporting.getState())
  if (preset && (await take(bridge.request('preset:remove', preset.id))))
    exporting.setState({ presetId: null, removed: preset })
}

export async function bringPresetBack(): Promise<void> {
  const { removed } = exporting.getState()
  if (!removed) return
  const { name, settings }: ExportPreset = removed
  const saved = await take(bridge.request('preset:save', { name, settings }))
  if (saved)
    exporting.setState({ removed: null, presetId: saved.find((one) => one.name === name)?.id ?? null })
}

async function take(asked: Promise<Result<readonly NamedPreset[]>>): Promise<readonly NamedPreset[] | null> {
  const answer = await asked
  if (!answer.ok) {
    exporting.setState({ presetProblem: answer.problem.sentence })
    return null
  }
  exporting.setState(({ choices }) => ({
    presetProblem: null,
    choices: choices && { ...choices, presets: answer.value },
  }))
  return answer.value
}
