import type { ReactNode } from 'react'
import css from './listbox.module.css'
import type { RowsInSight } from './rows-in-sight.ts'

export type OptionRow = {
  /** The option's accessible name. */
  readonly name: string
  readonly description?: string
  /** Where rows are ticked: whether this one is, or some of those it stands for. */
  readonly checked?: boolean | 'mixed'
  readonly content: ReactNode
  readonly data?: Readonly<Record<`data-${string}`, string>>
}

export type OptionRowsProps = {
  readonly count: number
  readonly selected: number
  /** CSS pixels, the same for every row: where a row lies is then known without asking the rows before it. */
  readonly rowHeight: number
  readonly inSight: RowsInSight
  readonly rowAt: (index: number) => OptionRow
  readonly keyOf: (index: number) => string
  readonly idOf: (index: number) => string
  readonly onSelect: (index: number) => void
  readonly onOpen?: (() => void) | undefined
}

/** The options of a list that are in sight, each at its place. */
export function OptionRows(props: OptionRowsProps) {
  const { count, selected, rowHeight, inSight, rowAt, keyOf, idOf, onSelect, onOpen } = props
  return (
    <div role="presentation" className={css.rows} style={{ height: count * rowHeight }}>
      {/* One place for all of them: a row that comes or goes leaves the others' styles as they are. */}
      <div role="presentation" style={{ transform: `translateY(${inSight.first * rowHeight}px)` }}>
        {Array.from({ length: inSight.next - inSight.first }, (_, i) => {
          const index = inSight.first + i
          const row = rowAt(index)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list or its field has the focus and the keys, not its options
            <div
              key={keyOf(index)}
              id={idOf(index)}
              role="option"
              tabIndex={-1}
              aria-label={row.name}
              aria-description={row.description}
              aria-selected={index === selected}
              aria-checked={row.checked}
              aria-setsize={count}
              aria-posinset={index + 1}
              className={css.option}
              style={{ height: rowHeight }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onSelect(index)}
              onDoubleClick={onOpen}
              {...row.data}
            >
              {row.content}
            </div>
          )
        })}
      </div>
    </div>
  )
}
