import { type KeyboardEvent, type Ref, useState } from 'react'
import type { Thread } from '#shared/review/threads.ts'
import { decline, reply, resolve } from '../../state/answering.ts'
import { focusPane, useDesk } from '../../state/desk.ts'
import { useKeys } from '../../state/keys.ts'
import css from './remark-line.module.css'

type Props = {
  /** The mark's; null for what is said of all of the article. */
  readonly id: string | null
  readonly thread: Thread | undefined
  readonly canDecline?: boolean
  readonly field?: Ref<HTMLTextAreaElement> | undefined
}

/** A word to the reviewer: Enter replies, Shift+Enter is a new line. */
export function AnswerForm({ id, thread, canDecline = false, field }: Props) {
  const isReadOnly = useDesk(({ open }) => open?.access.kind !== 'write')
  const keys = useKeys('remark.decline')
  const [word, setWord] = useState('')
  const done = (isDone: boolean) => isDone && setWord('')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) return focusPane('reader')
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    done(reply(id, word))
  }
  return (
    <div className={css.answer}>
      <textarea
        ref={field}
        aria-label="Answer to the reviewer"
        rows={1}
        maxLength={10_000}
        disabled={isReadOnly}
        placeholder="Answer…"
        value={word}
        onChange={({ target }) => setWord(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={css.buttons}>
        <button type="button" disabled={isReadOnly || !word.trim()} onClick={() => done(reply(id, word))}>
          Reply
        </button>
        {canDecline && (
          <button type="button" disabled={isReadOnly} onClick={() => done(decline(id, word))}>
            Decline {keys.shown && <kbd>{keys.shown}</kbd>}
          </button>
        )}
        {thread && (
          <button
            type="button"
            disabled={isReadOnly}
            onClick={() => resolve(id, thread.isResolved ? 'reopened' : 'resolved')}
          >
            {thread.isResolved ? 'Open again' : 'Resolve'}
          </button>
        )}
      </div>
    </div>
  )
}
