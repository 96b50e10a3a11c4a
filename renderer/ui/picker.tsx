import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { focusedFirst } from './dialog.tsx'
import { type OptionRow, OptionRows } from './option-rows.tsx'
import css from './picker.module.css'
import { useRowsInSight } from './rows-in-sight.ts'

export type PickerProps = {
  /** Name of the field. */
  readonly label: string
  /** Name of the list below it. */
  readonly listLabel: string
  readonly placeholder: string
  /** What was found, as it is said to those who don't see it. */
  readonly found: string
  readonly count: number
  /** CSS pixels, the same for every row. */
  readonly rowHeight: number
  readonly rowAt: (index: number) => OptionRow
  readonly keyOf: (index: number) => string
  readonly onQuery: (query: string) => void
  readonly onPick: (index: number) => void
}

/** A field and below it what fits what is typed: the arrows choose, Enter takes. */
export function Picker(props: PickerProps) {
  const { label, listLabel, placeholder, found, count, rowHeight, rowAt, keyOf, onQuery, onPick } = props
  const list = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState(0)
  const selected = Math.min(wanted, count - 1)
  const inSight = useRowsInSight(scroller, { count, selected, rowHeight })
  const idOf = (index: number) => `${list}-${index}`
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event, selected, count)
    if (event.nativeEvent.isComposing || (target === undefined && event.key !== 'Enter')) return
    event.preventDefault()
    if (target !== undefined) setWanted(target)
    else if (selected >= 0) onPick(selected)
  }
  return (
    <div className={css.picker}>
      <input
        ref={focusedFirst}
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={count > 0}
        aria-controls={list}
        aria-activedescendant={selected >= 0 ? idOf(selected) : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        className={css.field}
        onChange={({ target }) => {
          setWanted(0)
          onQuery(target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={scroller}
        id={list}
        role="listbox"
        aria-label={listLabel}
        tabIndex={-1}
        className={css.list}
        style={{ height: count * rowHeight }}
      >
        <OptionRows {...{ count, selected, rowHeight, inSight, rowAt, keyOf, idOf }} onSelect={onPick} />
      </div>
      <p aria-live="polite" className={css.found}>
        {found}
      </p>
    </div>
  )
}

const PAGE = 8

/** Where a key leads in the list; undefined when it means something in the field. */
function targetOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, selected: number, count: number) {
  if (altKey || ctrlKey || metaKey || count === 0) return undefined
  const targets: Record<string, number> = {
    ArrowDown: (selected + 1) % count,
    ArrowUp: (selected + count - 1) % count,
    PageDown: Math.min(count - 1, selected + PAGE),
    PageUp: Math.max(0, selected - PAGE),
  }
  return targets[key]
}
