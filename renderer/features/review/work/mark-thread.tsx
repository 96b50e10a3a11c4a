import type { Thread } from '#shared/review/threads.ts'
import css from './work.module.css'

/** What was said about a mark. */
export function MarkThread({ thread }: { readonly thread: Thread | undefined }) {
  if (!thread) return null
  return (
    <section aria-label="Comments" className={css.thread}>
      <h4>{thread.isResolved ? 'Comments · resolved' : 'Comments'}</h4>
      <ol>
        {thread.comments.map(({ id, by, kind, text, created }) => (
          <li key={id}>
            <b>{by}</b>{' '}
            {kind === 'said' ? '' : <i>{kind === 'resolved' ? 'resolved this' : 'opened it again'} </i>}
            <time dateTime={created} className={css.quiet}>
              {created.slice(0, 10)}
            </time>
            {text && <p dir="auto">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
