import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useRef, useState } from 'react'
import css from './combo.module.css'
import { type OptionRow, OptionRows } from './option-rows.tsx'
import { useRowsInSight } from './rows-in-sight.ts'

export type ComboProps = {
  /** Name of the field, and of its list. */
  readonly label: string
  readonly placeholder: string
  readonly count: number
  readonly rowAt: (index: number) => OptionRow
  readonly keyOf: (index: number) => string
  readonly ref?: Ref<HTMLInputElement>
  readonly disabled?: boolean
  /** What is typed; empty again after something was taken, and when the field is left. */
  readonly onQuery: (query: string) => void
  readonly onPick: (index: number) => void
  /** A comma behind what is typed: taken, and more are to come. */
  readonly onPickMore?: (index: number) => void
  /** Backspace where nothing is typed. */
  readonly onRemoveLast?: () => void
  /** Escape; what was typed is forgotten. */
  readonly onLeave: () => void
}

export const COMBO_ROW = 34
const MOST_ROWS = 9

/**
 * A field with a list that opens while it has the focus: a digit takes the option of that number, letters narrow the list,
 * Enter takes the chosen one, Escape leaves. The field stays, empty, for the next.
 */
export function Combo(props: ComboProps) {
  const { label, placeholder, count, ref, disabled = false, onQuery, onLeave } = props
  const list = useId()
  const [query, setQuery] = useState('')
  const [wanted, setWanted] = useState(0)
  const [isOpen, setIsOpen] = useState(false)
  const selected = Math.min(wanted, count - 1)
  const ask = (next: string) => {
    setQuery(next)
    setWanted(0)
    onQuery(next)
  }
  const pick = (index: number, onPick = props.onPick) => {
    if (index < 0 || index >= count) return
    ask('')
    onPick(index)
  }
  const run = (act: Act) => {
    if (act.kind === 'move') setWanted(act.to)
    else if (act.kind === 'pick') pick(act.index)
    else if (act.kind === 'pick-more') pick(act.index, props.onPickMore)
    else if (act.kind === 'remove') props.onRemoveLast?.()
    else {
      ask('')
      onLeave()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const act = actionOf(event.key, { query, selected, count })
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    run(act)
  }
  return (
    <div className={css.combo}>
      <input
        ref={ref}
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen && count > 0}
        aria-controls={list}
        aria-activedescendant={isOpen && selected >= 0 ? `${list}-${selected}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={query}
        className={css.field}
        onChange={({ target }) => ask(target.value)}
        onFocus={() => setIsOpen(true)}
        onBlur={() => {
          setIsOpen(false)
          ask('')
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen && count > 0 && (
        <ComboList
          {...props}
          list={list}
          selected={selected}
          isNumbered={query === ''}
          onPick={(index) => pick(index)}
        />
      )}
    </div>
  )
}

type Act =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'pick' | 'pick-more'; readonly index: number }
  | { readonly kind: 'remove' | 'leave' }
type Where = { readonly query: string; readonly selected: number; readonly count: number }

function actionOf(key: string, where: Where): Act | null {
  if (key === 'Escape') return { kind: 'leave' }
  if (key === 'Backspace') return where.query === '' ? { kind: 'remove' } : null
  return where.count === 0 ? null : actionInList(key, where)
}

function actionInList(key: string, { query, selected, count }: Where): Act | null {
  if (key === 'Enter') return { kind: 'pick', index: selected }
  if (key === 'ArrowDown') return { kind: 'move', to: (selected + 1) % count }
  if (key === 'ArrowUp') return { kind: 'move', to: (selected + count - 1) % count }
  if (query !== '') return key === ',' ? { kind: 'pick-more', index: selected } : null
  // In a name digits are rare, and one that begins with a digit can be found by what follows.
  return /^[1-9]$/.test(key) ? { kind: 'pick', index: Number(key) - 1 } : null
}

type ComboListProps = Pick<ComboProps, 'label' | 'count' | 'rowAt' | 'keyOf' | 'onPick'> & {
  readonly list: string
  readonly selected: number
  /** Digits take a row. */
  readonly isNumbered: boolean
}

function ComboList(props: ComboListProps) {
  const { label, count, rowAt, keyOf, onPick, list, selected, isNumbered } = props
  const scroller = useRef<HTMLDivElement>(null)
  const inSight = useRowsInSight(scroller, { count, selected, rowHeight: COMBO_ROW })
  // Where what it lies in scrolls, its end may be below the edge.
  useLayoutEffect(() => scroller.current?.scrollIntoView({ block: 'nearest' }), [])
  const numbered = (index: number): OptionRow => {
    const row = rowAt(index)
    return {
      ...row,
      content: (
        <div className={css.row}>
          <span aria-hidden="true" className={css.digit}>
            {isNumbered && index < MOST_ROWS && <kbd>{index + 1}</kbd>}
          </span>
          {row.content}
        </div>
      ),
    }
  }
  return (
    <div
      ref={scroller}
      id={list}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className={css.list}
      style={{ height: Math.min(count, MOST_ROWS) * COMBO_ROW }}
    >
      <OptionRows
        {...{ count, selected, inSight, keyOf }}
        rowHeight={COMBO_ROW}
        rowAt={numbered}
        idOf={(index) => `${list}-${index}`}
        onSelect={onPick}
      />
    </div>
  )
}
