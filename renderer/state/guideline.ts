import type { Label } from '#shared/domain/scheme.ts'
import { labelOf } from '#shared/domain/scheme.ts'
import { changeItem } from '#shared/domain/scheme-edits.ts'
import { type DeskState, desk, schemeInUse, schemeOf } from './desk.ts'
import { setPreferences } from './preferences.ts'
import { commitScheme } from './scheme-editing.ts'

export function toggleGuideline(): void {
  const { guidelineBeside } = desk.getState().preferences
  void setPreferences({ guidelineBeside: !guidelineBeside })
}

/** The selected annotation's label, or else the one that was given last, or else the first. */
export function labelInUse(state: DeskState): Label | undefined {
  const scheme = schemeOf(state)
  const { open } = state
  const selected = open?.selected ? open.record.annotations.get(open.selected)?.label : undefined
  return labelOf(scheme, selected ?? state.labelInUse ?? '') ?? scheme.labels[0]
}

export function setGuideline(label: string, guideline: string, typing: string): void {
  commitScheme(changeItem(schemeInUse(), 'label', label, { guideline }), { name: 'Change guideline', typing })
}

export function setGuidelines(guidelines: string, typing: string): void {
  const after = { ...schemeInUse(), guidelines }
  commitScheme({ ok: true, value: after }, { name: 'Change guidelines', typing })
}
