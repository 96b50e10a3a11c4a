import type { KeyboardEvent, ReactNode } from 'react'
import type { Label } from '#shared/domain/scheme.ts'
import { desk, type AnnotationFilter as Filter, focusPane, useDesk } from '../../state/desk.ts'
import { isFiltering, setFilter, toggleFilterLabel } from '../../state/filtering.ts'
import { useKeys, withKeys } from '../../state/keys.ts'
import { stepAnnotation } from '../../state/selecting.ts'
import { useFocus } from '../../state/use-focus.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import css from './annotation-filter.module.css'

const NO_LABELS: readonly Label[] = []

/**
 * Narrows the list of annotations by their words and notes, their labels, and what was said of them. The field is part of
 * the list's header; the rest shows only while it is of use, so that the list keeps its room.
 */
export function AnnotationFilter() {
  const filter = useDesk(({ annotationFilter }) => annotationFilter)
  return (
    <>
      <FilterField text={filter.text} />
      <FilterChips filter={filter} />
    </>
  )
}

function FilterChips({ filter }: { readonly filter: Filter }) {
  const labels = useDesk(({ workspace }) => workspace?.scheme.labels ?? NO_LABELS)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend and a frame, and these are no fields
    <div role="group" aria-label="Show only" className={css.chips} data-is-used={isFiltering(filter)}>
      {labels.map(({ id, title, shape }) => (
        <Chip key={id} name={title} isOn={filter.labels.includes(id)} onToggle={() => toggleFilterLabel(id)}>
          <LabelChip labelId={id} shape={shape} title={title} />
        </Chip>
      ))}
      <Chip name="Unsure" isOn={filter.unsure} onToggle={() => setFilter({ unsure: !filter.unsure })} />
      <Chip
        name="With a note"
        isOn={filter.withNote}
        onToggle={() => setFilter({ withNote: !filter.withNote })}
      />
      <Chip name="With a hint" isOn={filter.hinted} onToggle={() => setFilter({ hinted: !filter.hinted })} />
      <Chip
        name="With a reviewer’s word"
        isOn={filter.remarked}
        onToggle={() => setFilter({ remarked: !filter.remarked })}
      />
    </div>
  )
}

function FilterField({ text }: { readonly text: string }) {
  const field = useFocus<HTMLInputElement>('filter')
  const keys = useKeys('find.annotations')
  return (
    <input
      ref={field}
      type="search"
      aria-label="Filter annotations"
      aria-keyshortcuts={keys.spoken}
      placeholder={withKeys('Filter', keys)}
      className={css.field}
      value={text}
      onChange={({ target }) => setFilter({ text: target.value })}
      onKeyDown={(event) => onKeyDown(event, text)}
    />
  )
}

/** The arrows walk the list without leaving the field; Enter goes on in the text, Escape gives the filter up first. */
function onKeyDown(event: KeyboardEvent, text: string): void {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'ArrowDown') stepAnnotation(1)
  else if (event.key === 'ArrowUp') stepAnnotation(-1)
  else if (event.key === 'Escape' && text) setFilter({ text: '' })
  else if (event.key === 'Enter') goOnInText()
  else if (event.key === 'Escape') focusPane('reader')
  else return
  event.preventDefault()
}

/** With the annotation that was walked to, or else with the first of those listed. */
function goOnInText(): void {
  if (!desk.getState().open?.selected) stepAnnotation(1)
  focusPane('reader')
}

type ChipProps = {
  readonly name: string
  readonly isOn: boolean
  readonly onToggle: () => void
  readonly children?: ReactNode
}

/** “Only Actor”, so that nobody who goes by names takes it for the button that marks. */
function Chip({ name, isOn, onToggle, children = name }: ChipProps) {
  return (
    <button
      type="button"
      aria-label={`Only ${name}`}
      aria-pressed={isOn}
      title={`Show only: ${name}`}
      className={css.chip}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
    >
      {children}
    </button>
  )
}
