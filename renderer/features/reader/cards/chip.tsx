import css from './cards.module.css'

export type ChipProps = {
  readonly name: string
  /** What it is taken out of, as in “Take Norland out of Accuser”. */
  readonly action: string
  readonly isReadOnly: boolean
  readonly onRemove: () => void
  readonly onOpen?: () => void
}

/** Not a stop of the Tab key: Backspace in the empty field beside it takes the last one away. */
export function Chip({ name, action, isReadOnly, onRemove, onOpen }: ChipProps) {
  return (
    <span className={css.chip}>
      {onOpen ? (
        <button type="button" tabIndex={-1} className={css.chipName} title={name} onClick={onOpen}>
          {name}
        </button>
      ) : (
        <span className={css.chipName} title={name}>
          {name}
        </span>
      )}
      {!isReadOnly && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Take ${name} ${action}`}
          className={css.remove}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onRemove}
        >
          ×
        </button>
      )}
    </span>
  )
}
