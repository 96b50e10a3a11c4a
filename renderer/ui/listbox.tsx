import { type KeyboardEvent, useEffect, useRef } from 'react'
import css from './listbox.module.css'
import { type OptionRow, OptionRows } from './option-rows.tsx'
import { useRowsInSight } from './rows-in-sight.ts'

export type ListboxRow = OptionRow

export type ListboxProps = {
  readonly label: string
  readonly count: number
  /** Index of the selected row, -1 when none is. */
  readonly selected: number
  /** CSS pixels, the same for every row. */
  readonly rowHeight: number
  readonly rowAt: (index: number) => ListboxRow
  readonly keyOf: (index: number) => string
  readonly onSelect: (index: number) => void
  /** The space bar, or a click, on a row that is ticked. */
  readonly onToggle?: (index: number) => void
  /** Enter, or a double click, on the selected row. */
  readonly onOpen?: () => void
  /** A new object makes the list take the focus. */
  readonly focus?: object | null
}

/** A list of any length to choose one from: only the rows in sight are rendered. */
export function Listbox(props: ListboxProps) {
  const { label, selected, onOpen, onSelect, onToggle } = props
  const scroller = useRef<HTMLDivElement>(null)
  const inSight = useRowsInSight(scroller, props)
  useEffect(() => {
    if (props.focus) scroller.current?.focus()
  }, [props.focus])

  const onPress = (index: number) => {
    onSelect(index)
    onToggle?.(index)
  }
  // By its key: what comes before it does not change what it is called.
  const optionId = (index: number) => `${label}-${props.keyOf(index)}`
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={selected >= 0 ? optionId(selected) : undefined}
      className={css.listbox}
      onKeyDown={(event) => moveByKey(event, props)}
    >
      <OptionRows {...props} inSight={inSight} idOf={optionId} onOpen={onOpen} onSelect={onPress} />
    </div>
  )
}

function moveByKey(event: KeyboardEvent, props: ListboxProps): void {
  const { count, selected, onSelect, onOpen, onToggle } = props
  if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return
  if (event.key === ' ' && !event.shiftKey && onToggle && selected >= 0) {
    event.preventDefault()
    onToggle(selected)
    return
  }
  const page = 10
  const targets: Record<string, number> = {
    ArrowDown: selected + 1,
    ArrowUp: selected < 0 ? count - 1 : selected - 1,
    PageDown: selected + page,
    PageUp: selected - page,
    Home: 0,
    End: count - 1,
  }
  const target = targets[event.key]
  if (target === undefined && !(event.key === 'Enter' && onOpen)) return
  event.preventDefault()
  if (target === undefined) onOpen?.()
  else onSelect(Math.min(count - 1, Math.max(0, target)))
}
