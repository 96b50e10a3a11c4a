import { adjudicating } from '../../../state/adjudicating.ts'
import { startDraft } from '../../../state/gold-draft.ts'
import { leaveToDiscuss, rejectMarks, startReason, takeAll } from '../../../state/settling.ts'
import css from './adjudicate.module.css'

export function DecisionButtons() {
  const reason = adjudicating((state) => state.reason)
  return (
    <>
      {reason && <p className={css.quiet}>Reason that goes with what you decide: {reason}</p>}
      <div className={css.buttons}>
        <button type="button" onClick={takeAll}>
          Take all <kbd>B</kbd>
        </button>
        <button type="button" onClick={startDraft}>
          Edit <kbd>E</kbd>
        </button>
        <button type="button" onClick={rejectMarks}>
          Reject <kbd>X</kbd>
        </button>
        <button type="button" onClick={leaveToDiscuss}>
          Discuss <kbd>D</kbd>
        </button>
        <button type="button" onClick={startReason}>
          Reason <kbd>R</kbd>
        </button>
      </div>
    </>
  )
}
