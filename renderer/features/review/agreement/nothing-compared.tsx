import { agreement } from '../../../state/agreement.ts'
import { showReview } from '../../../state/review.ts'
import css from './agreement.module.css'

/** Before there is anything to show, and where there is nothing to compare: why, and what can be done about it. */
export function NothingCompared() {
  const answer = agreement((state) => state.answer)
  const isMeasuring = agreement(({ progress }) => progress !== null)
  if (!answer)
    return (
      <p className={css.nothing}>
        {isMeasuring ? 'Measuring how far annotators agree…' : 'Nothing is measured.'}
      </p>
    )
  const report = answer.ok ? answer.value.report : answer
  if (report.ok) return null
  return (
    <div className={css.nothing}>
      <p role={answer.ok ? undefined : 'alert'}>{report.problem.sentence}</p>
      {answer.ok && (
        <>
          <p>
            Under Team you can say who annotates which articles, some of them twice, bring in a colleague’s
            work, or go on as somebody else.
          </p>
          <button type="button" onClick={() => showReview('team')}>
            Go to Team
          </button>
        </>
      )}
    </div>
  )
}
