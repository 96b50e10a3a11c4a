import type { KeyboardEvent } from 'react'
import type { Contradiction } from '#shared/domain/united-registry.ts'
import { settleContradiction } from '../../state/actor-edits.ts'
import { useDesk } from '../../state/desk.ts'
import css from './contradictions.module.css'

export type ContradictionsProps = { readonly contradiction: Contradiction; readonly canEdit: boolean }

/** One thing that annotators say differently; its number, or a click, settles what holds. */
export function Contradictions({ contradiction, canEdit }: ContradictionsProps) {
  const { field, said } = contradiction
  const nameOf = useDesk(({ registry }) => registry.united.actors)
  const values = [...new Set(said.map(({ value }) => value))]
  const take = (value: string | null) => settleContradiction(contradiction, value)
  const onKeyDown = (event: KeyboardEvent) => {
    const index = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1
    if (!canEdit || index < 0 || index >= values.length) return
    event.preventDefault()
    take(values[index] ?? null)
  }
  const shown = (value: string | null) =>
    value === null
      ? 'nothing'
      : field === 'mergedInto'
        ? `the same as ${nameOf.get(value)?.name ?? value}`
        : value
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and these are buttons
    <div
      role="group"
      aria-label={`${titleOf(field)}: said differently`}
      className={css.contradiction}
      onKeyDown={onKeyDown}
    >
      <span className={css.field}>{titleOf(field)}?</span>
      {values.map((value, index) => (
        <button key={value ?? ''} type="button" disabled={!canEdit} onClick={() => take(value)}>
          <kbd>{index + 1}</kbd> {shown(value)}{' '}
          <span className={css.who}>
            {said
              .filter((one) => one.value === value)
              .map(({ annotator }) => annotator)
              .join(', ')}
          </span>
        </button>
      ))}
    </div>
  )
}

const TITLES: Readonly<Record<string, string>> = {
  name: 'Name',
  type: 'Type',
  country: 'Country',
  note: 'Note',
  mergedInto: 'Is it another actor',
  'externalIds.wikidata': 'Wikidata id',
  'externalIds.iso': 'ISO 3166 code',
}

const titleOf = (field: string): string => TITLES[field] ?? field.replace('externalIds.', '')
