import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useRef, useState } from 'react'
import css from './text-field.module.css'

export type TextFieldProps = {
  readonly label: string
  /** The keys that lead here, as they are shown and as a screen reader is told of them. */
  readonly keys?: { readonly shown: string; readonly spoken: string | undefined }
  readonly value: string
  readonly disabled: boolean
  readonly maxLength: number
  /** Enter leaves the field in the place of breaking the line. */
  readonly isOneLine?: boolean
  /** How many lines are seen at first. */
  readonly rows?: number
  /** Shown while the field is empty. */
  readonly placeholder?: string
  /** Why what is typed was not taken; it stays in the field. */
  readonly problem?: string | null
  readonly ref?: Ref<HTMLTextAreaElement>
  /** Takes every key's worth at once, so that nothing typed is ever only here. `typing` is the same until the field is left. */
  readonly onChange: (value: string, typing: string) => void
  readonly onLeave: () => void
}

/** A labelled field that keeps what is typed without a key to press for it. */
export function TextField(props: TextFieldProps) {
  const { label, keys, value, disabled, maxLength, isOneLine = false, ref, onChange, onLeave } = props
  const { rows = 2, problem = null, placeholder } = props
  const problemId = useId()
  // What is taken may differ from what was typed (a title without the space before its next word).
  const [typed, setTyped] = useState<{ readonly text: string; readonly taken: string | null } | null>(null)
  useLayoutEffect(() => {
    if (typed?.taken === null) setTyped({ ...typed, taken: value })
  }, [typed, value])
  // What was taken and is another thing now was changed from elsewhere: undone, say.
  const shown = typed && (typed.taken === null || typed.taken === value) ? typed.text : value
  const typing = useRef(crypto.randomUUID() as string)
  const onKeyDown = (event: KeyboardEvent) => {
    const leaves = event.key === 'Escape' || (isOneLine && event.key === 'Enter')
    if (!leaves || event.nativeEvent.isComposing) return
    event.preventDefault()
    onLeave()
  }
  return (
    <label className={css.field}>
      <span aria-hidden="true">
        {label} {keys?.shown && <kbd>{keys.shown}</kbd>}
      </span>
      <textarea
        ref={ref}
        aria-label={label}
        aria-keyshortcuts={keys?.spoken}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        rows={rows}
        className={rows === 1 ? css.single : undefined}
        maxLength={maxLength}
        placeholder={placeholder}
        value={shown}
        disabled={disabled}
        onChange={({ target }) => {
          const entered = isOneLine ? target.value.replace(/\s*[\r\n]+\s*/g, ' ') : target.value
          setTyped({ text: entered, taken: null })
          onChange(entered, typing.current)
        }}
        onBlur={() => {
          if (problem === null) setTyped(null)
          typing.current = crypto.randomUUID()
        }}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <small id={problemId} role="alert" className={css.problem}>
          {problem}
        </small>
      )}
    </label>
  )
}
