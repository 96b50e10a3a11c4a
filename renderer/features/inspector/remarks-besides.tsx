import { useEffect, useRef } from 'react'
import { markIn } from '#shared/review/mark-standing.ts'
import { type Thread, turnIn } from '#shared/review/threads.ts'
import { useDesk } from '../../state/desk.ts'
import { quoteOf } from '../../state/filtering.ts'
import { useRemarks, useRemarksBesides, useWantedBesides } from '../../state/remarks.ts'
import { CommentThread } from '../../ui/comment-thread.tsx'
import { AnswerForm } from './answer-form.tsx'
import css from './remark-line.module.css'

/** What reviewers say of all of the article, and of marks that are gone, and how that is answered. */
export function RemarksBesides() {
  const besides = useRemarksBesides()
  const annotator = useRemarks()?.annotator ?? ''
  const focus = useWantedBesides()
  const wanted = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focus) wanted.current?.focus()
  }, [focus])
  if (besides.length === 0) return null
  const waits = (thread: Thread) => turnIn(thread, annotator) === 'annotator'
  const first = besides.find(waits) ?? besides[0]
  return (
    <section aria-label="Review of this article" className={css.besides}>
      {besides.map((thread, i) => (
        <div key={thread.about.id} className={css.remark} data-waits={waits(thread)}>
          <About thread={thread} />
          <CommentThread thread={thread} about={aboutOf(thread, i)} />
          <AnswerForm id={thread.about.id} thread={thread} field={thread === first ? wanted : undefined} />
        </div>
      ))}
    </section>
  )
}

const aboutOf = ({ about: { id } }: Thread, index: number): string =>
  id === null ? ' on the whole article' : ` on mark ${index + 1} that is gone`

/** What a mark that is gone was like is known where somebody judged it. */
function About({ thread: { about } }: { readonly thread: Thread }) {
  const remarks = useRemarks()
  const text = useDesk(({ open }) => open?.text ?? '')
  const { id } = about
  if (id === null) return <p>On the whole article</p>
  const [newest] = remarks?.judged.get(id) ?? []
  const mark = newest && markIn(newest, id)?.as
  return <p>On a mark that is gone{mark && <i>: “{quoteOf(mark, text)}”</i>}</p>
}
