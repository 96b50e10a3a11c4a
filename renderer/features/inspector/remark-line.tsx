import type { Annotation } from '#shared/domain/annotation.ts'
import type { Judgement } from '#shared/domain/review.ts'
import type { Standing } from '#shared/review/mark-standing.ts'
import { judgementWords } from '#shared/review/outcome-words.ts'
import { isWaiting } from '#shared/review/review-counts.ts'
import { isDeclinable, takeable, takeJudgement } from '../../state/answering.ts'
import { schemeOf, useDesk } from '../../state/desk.ts'
import { useKeys } from '../../state/keys.ts'
import { remarkOn, useRemarks } from '../../state/remarks.ts'
import { useFocus } from '../../state/use-focus.ts'
import { CommentThread } from '../../ui/comment-thread.tsx'
import { AnswerForm } from './answer-form.tsx'
import css from './remark-line.module.css'

/** What reviewers say of the selected annotation, and how that is answered. */
export function RemarkLine({ annotation }: { readonly annotation: Annotation }) {
  const remarks = useRemarks()
  const isReadOnly = useDesk(({ open }) => open?.access.kind !== 'write')
  const keys = useKeys('remark.take')
  const field = useFocus<HTMLTextAreaElement>('answer')
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
      {(standing.outcome !== 'accepted' || thread) && (
        <AnswerForm
          id={annotation.id}
          thread={thread}
          field={field}
          canDecline={isDeclinable(standing, thread)}
        />
      )}
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
  const { by, reason } = judgement
  return (
    <p>
      <b>{by}</b> {judgementWords(judgement, { text, scheme })}. {reason && <i>“{reason}”</i>}
    </p>
  )
}
