import { type Ref, useEffect, useRef, useState } from 'react'
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
        <Beside
          key={thread.about.id}
          thread={thread}
          about={aboutOf(thread, i)}
          waits={waits(thread)}
          field={thread === first ? wanted : undefined}
        />
      ))}
    </section>
  )
}

type BesideProps = {
  readonly thread: Thread
  readonly about: string
  readonly waits: boolean
  readonly field: Ref<HTMLTextAreaElement> | undefined
}

/** What is resolved is folded, but not while somebody looks at it. */
function Beside({ thread, about, waits, field }: BesideProps) {
  const [isOpen] = useState(!thread.isResolved)
  return (
    <details open={isOpen} className={css.remark} data-waits={waits}>
      <summary>
        <About thread={thread} />
      </summary>
      <div className={css.talk}>
        <CommentThread thread={thread} about={about} />
        <AnswerForm id={thread.about.id} thread={thread} field={field} />
      </div>
    </details>
  )
}

const aboutOf = ({ about: { id } }: Thread, index: number): string =>
  id === null ? ' on the whole article' : ` on mark ${index + 1} that is gone`

/** What a mark that is gone was like is known where somebody judged it. */
function About({ thread: { about } }: { readonly thread: Thread }) {
  const remarks = useRemarks()
  const text = useDesk(({ open }) => open?.text ?? '')
  const { id } = about
  if (id === null) return 'On the whole article'
  const [newest] = remarks?.judged.get(id) ?? []
  const mark = newest && markIn(newest, id)?.as
  return <>On a mark that is gone{mark && <i>: “{quoteOf(mark, text)}”</i>}</>
}
