import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react'
import css from './draft-field.module.css'

export type DraftFieldProps = {
  readonly label: string
  /** The key that leads here, if there is one. */
  readonly shortcut?: string
  readonly value: string
  readonly disabled: boolean
  readonly rows?: number
  readonly ref?: Ref<HTMLTextAreaElement>
  /** Takes what was typed: a moment after the last key, and when the field is left. */
  readonly onCommit: (value: string) => void
  /** Escape, after what was typed is taken. */
  readonly onLeave: () => void
}

const PAUSE_MS = 600

/** A field that keeps what is typed without a key to press for it, one edit for each pause in the typing. */
export function DraftField(props: DraftFieldProps) {
  const { label, shortcut, value, disabled, rows = 2, ref, onCommit, onLeave } = props
  const [draft, setDraft] = useState(value)
  const latest = useRef({ draft, onCommit })
  latest.current = { draft, onCommit }
  useEffect(() => setDraft(value), [value])
  useEffect(() => {
    if (draft === value) return
    const timer = setTimeout(() => latest.current.onCommit(latest.current.draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, value])
  const take = () => draft !== value && onCommit(draft)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    take()
    onLeave()
  }
  return (
    <label className={css.field}>
      <span aria-hidden="true">
        {label} {shortcut && <kbd>{shortcut}</kbd>}
      </span>
      <textarea
        ref={ref}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        rows={rows}
        value={draft}
        disabled={disabled}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}
