import { type KeyboardEvent, useState } from 'react'
import type { Annotation } from '#shared/domain/annotation.ts'
import type { Judgement } from '#shared/domain/review.ts'
import type { Standing } from '#shared/review/mark-standing.ts'
import { proposalWords } from '#shared/review/proposal-words.ts'
import { isWaiting } from '#shared/review/review-counts.ts'
import type { Thread } from '#shared/review/threads.ts'
import { decline, isDeclinable, reply, resolve, takeable, takeJudgement } from '../../state/answering.ts'
import { schemeOf, useDesk } from '../../state/desk.ts'
import { useKeys } from '../../state/keys.ts'
import { remarkOn, useRemarks } from '../../state/remarks.ts'
import { useFocus } from '../../state/use-focus.ts'
import { CommentThread } from '../../ui/comment-thread.tsx'
import css from './remark-line.module.css'

/** What reviewers say of the selected annotation, and how that is answered. */
export function RemarkLine({ annotation }: { readonly annotation: Annotation }) {
  const remarks = useRemarks()
  const isReadOnly = useDesk(({ open }) => open?.access.kind !== 'write')
  const keys = useKeys('remark.take')
  const remark = remarkOn(remarks, annotation.id)
  if (!remarks || !remark) return null
  const { standing, thread } = remark
  const waits = isWaiting(remarks.annotator, standing, thread)
  const [newest] = standing.judgements
  const wanted = takeable(standing)
  return (
    <section aria-label="Review" className={css.remark} data-waits={waits}>
      {standing.judgements.map((judgement) => (
        <Said key={judgement.id} judgement={judgement} />
      ))}
      {newest && SINCE[standing.since] && <p className={css.quiet}>{SINCE[standing.since]}</p>}
      <CommentThread thread={thread} />
      {wanted && (
        <button
          type="button"
          className={wanted.outcome === 'rejected' ? '' : 'primary'}
          disabled={isReadOnly}
          onClick={() => takeJudgement(annotation.id, wanted)}
        >
          {wanted.outcome === 'rejected' ? 'Delete it' : 'Take'} {keys.shown && <kbd>{keys.shown}</kbd>}
        </button>
      )}
      <Answer id={annotation.id} standing={standing} thread={thread} isReadOnly={isReadOnly} />
    </section>
  )
}

const SINCE: { readonly [S in Standing['since']]: string } = {
  same: '',
  followed: 'You have taken this.',
  outdated: 'You have changed the mark since.',
}

function Said({ judgement }: { readonly judgement: Judgement }) {
  const text = useDesk(({ open }) => open?.text ?? '')
  const scheme = useDesk(schemeOf)
  const { by, outcome, reason } = judgement
  const words: { readonly [O in Judgement['outcome']]: string } = {
    accepted: 'accepts it.',
    changed: `would ${proposalWords(judgement, { text, scheme })}.`,
    rejected: 'rejects it.',
    discuss: 'wants to talk about it.',
  }
  return (
    <p>
      <b>{by}</b> {words[outcome]} {reason && <i>“{reason}”</i>}
    </p>
  )
}

type AnswerProps = {
  readonly id: string
  readonly standing: Standing
  readonly thread: Thread | undefined
  readonly isReadOnly: boolean
}

/** A word to the reviewer: Enter replies, Shift+Enter is a new line. */
function Answer({ id, standing, thread, isReadOnly }: AnswerProps) {
  const [word, setWord] = useState('')
  const done = (isDone: boolean) => isDone && setWord('')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    done(reply(id, word))
  }
  const field = useFocus<HTMLTextAreaElement>('answer')
  const declineKeys = useKeys('remark.decline').shown
  if (standing.outcome === 'accepted' && !thread) return null
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
        {isDeclinable(standing, thread) && (
          <button type="button" disabled={isReadOnly} onClick={() => done(decline(id, word))}>
            Decline {declineKeys && <kbd>{declineKeys}</kbd>}
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
