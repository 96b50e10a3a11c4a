import type { Thread } from '#shared/review/threads.ts'
import css from './comment-thread.module.css'

type Props = {
  readonly thread: Thread | undefined
  /** Where several threads are shown beside each other: behind “Comments”, what this one is about. */
  readonly about?: string
}

/** What was said about a mark, by whom and when; nothing where nobody has said anything. */
export function CommentThread({ thread, about = '' }: Props) {
  if (!thread) return null
  return (
    <section aria-label={`Comments${about}`} className={css.thread}>
      <p className={css.title}>{thread.isResolved ? 'Comments · resolved' : 'Comments'}</p>
      <ol>
        {thread.comments.map(({ id, by, kind, text, created }) => (
          <li key={id}>
            <b>{by}</b>{' '}
            {kind !== 'said' && <i>{kind === 'resolved' ? 'resolved this' : 'opened it again'} </i>}
            <time dateTime={created} className={css.when}>
              {created.slice(0, 10)}
            </time>
            {text && <p dir="auto">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
