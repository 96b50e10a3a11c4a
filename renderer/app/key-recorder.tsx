import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { BoundCommand } from '#shared/commands.ts'
import css from './keyboard-sheet.module.css'
import { modifiersOf, recordedKeys } from './recorded-keys.ts'

export type KeyRecorderProps = {
  readonly command: BoundCommand
  /** The command with the keys that it came with. */
  readonly shipped: BoundCommand
  readonly isMac: boolean
  readonly onKeys: (keys: readonly string[]) => void
  readonly onCancel: () => void
}

const HINT = 'Escape leaves the keys as they are.'

/** Takes the keys that are pressed next for a command's. */
export function KeyRecorder({ command, shipped, isMac, onKeys, onCancel }: KeyRecorderProps) {
  const [shown, setShown] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const isAsShipped = command.keys.join(' ') === shipped.keys.join(' ')
  const hint = useId()
  const field = useFocusMeanwhile()
  const onKeyDown = (event: KeyboardEvent) => {
    const recorded = recordedKeys(event.nativeEvent, shipped, isMac)
    if (recorded.kind === 'left') return
    event.preventDefault()
    // What is still held down since it opened this field was not pressed here.
    if (event.repeat) return
    if (recorded.kind === 'taken') return onKeys([recorded.keys])
    if (recorded.kind === 'cancelled') return onCancel()
    setShown(recorded.shown)
    setRefusal(recorded.kind === 'refused' ? recorded.sentence : null)
  }
  return (
    <div className={css.recorder}>
      <input
        ref={field}
        type="text"
        readOnly
        aria-label={`New keys of ${command.title}`}
        aria-describedby={hint}
        placeholder="Press the new keys"
        value={shown}
        onKeyDown={onKeyDown}
        onKeyUp={({ nativeEvent }) => refusal || setShown(modifiersOf(nativeEvent, isMac))}
      />
      <button type="button" disabled={command.keys.length === 0} onClick={() => onKeys([])}>
        Remove
      </button>
      <button type="button" disabled={isAsShipped} onClick={() => onKeys(shipped.keys)}>
        Reset
      </button>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
      <p id={hint} aria-live="polite" className={css.hint}>
        {refusal ?? HINT}
      </p>
    </div>
  )
}

/** The field has the focus as long as it is there; then it is again where it was. */
function useFocusMeanwhile() {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const before = document.activeElement
    field.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return field
}
