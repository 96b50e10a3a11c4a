import { shownKeys } from '#shared/shown-keys.ts'
import { KeyRecorder, type KeyRecorderProps } from './key-recorder.tsx'
import css from './keyboard-sheet.module.css'

export type KeyRowProps = KeyRecorderProps & {
  readonly isChanging: boolean
  readonly onChange: () => void
}

/** A command, its keys, and the way to change them. */
export function KeyRow(props: KeyRowProps) {
  const { command, isMac, isChanging, onChange, onCancel } = props
  return (
    <li className={css.row}>
      <span className={css.title}>{command.title}</span>
      <span className={css.keys}>
        {command.keys.map((key) => (
          <kbd key={key}>{shownKeys(key, isMac)}</kbd>
        ))}
      </span>
      <button
        type="button"
        aria-label={`Change the keys of ${command.title}`}
        aria-expanded={isChanging}
        onClick={isChanging ? onCancel : onChange}
      >
        Change
      </button>
      {isChanging && <KeyRecorder {...props} />}
    </li>
  )
}
