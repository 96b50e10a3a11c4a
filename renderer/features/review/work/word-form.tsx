import { type KeyboardEvent, useState } from 'react'
import { comment, reject, stopWriting } from '../../../state/judging.ts'
import css from './work.module.css'

type Word = { readonly title: string; readonly label: string; readonly send: (text: string) => void }

const WORDS: { readonly [W in 'reject' | 'comment']: Word } = {
  reject: { title: 'Reject', label: 'Why? (may be left empty)', send: reject },
  comment: { title: 'Comment', label: 'Comment', send: comment },
}

/** A reason, or a comment: Enter sends it, Shift+Enter is a new line, Escape gives it up. */
export function WordForm({ writing }: { readonly writing: 'reject' | 'comment' }) {
  const [text, setText] = useState('')
  const { title, label, send } = WORDS[writing]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send(text)
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        send(text)
      }}
    >
      <label className={css.field}>
        {label}
        <textarea
          ref={focused}
          rows={3}
          maxLength={10_000}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div className={css.buttons}>
        <button type="submit" className="primary">
          {title} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={stopWriting}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}

function focused(field: HTMLTextAreaElement | null): void {
  field?.focus()
}
