import { useEffect, useRef, useState } from 'react'
import css from './markdown.module.css'
import { MarkdownText } from './markdown.tsx'
import { TextField } from './text-field.tsx'

export type EditableMarkdownProps = {
  /** Name of the field, and of what the button edits. */
  readonly label: string
  readonly value: string
  readonly disabled: boolean
  /** What stands where nothing is written yet. */
  readonly empty: string
  readonly onChange: (value: string, typing: string) => void
}

/** Words as they are read, and in the same place as they are written; every key's worth of it is taken at once. */
export function EditableMarkdown({ label, value, disabled, empty, onChange }: EditableMarkdownProps) {
  const [isEdited, setIsEdited] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isEdited) field.current?.focus()
  }, [isEdited])
  const leave = () => {
    setIsEdited(false)
    button.current?.focus()
  }
  return (
    <div className={css.editable}>
      {isEdited ? (
        <TextField
          ref={field}
          label={`${label}, in Markdown`}
          value={value}
          disabled={disabled}
          rows={Math.min(24, Math.max(6, value.split('\n').length + 2))}
          maxLength={100_000}
          onChange={onChange}
          onLeave={leave}
        />
      ) : value.trim() ? (
        <MarkdownText text={value} />
      ) : (
        <p className={css.empty}>{empty}</p>
      )}
      {!disabled && (
        <button
          ref={button}
          type="button"
          aria-label={`${isEdited ? 'Done with' : 'Edit'} ${label}`}
          onClick={() => (isEdited ? leave() : setIsEdited(true))}
        >
          {isEdited ? 'Done' : 'Edit'}
        </button>
      )}
    </div>
  )
}
