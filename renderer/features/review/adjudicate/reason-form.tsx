import { useEffect, useRef, useState } from 'react'
import { adjudicating, currentAlignment, stopWriting } from '../../../state/adjudicating.ts'
import { giveReason } from '../../../state/settling.ts'
import css from './adjudicate.module.css'

/** Why it is decided so; kept with the decision. */
export function ReasonForm() {
  const [reason, setReason] = useState(givenSoFar)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className={css.reason}
      onSubmit={(event) => {
        event.preventDefault()
        giveReason(reason)
      }}
    >
      <label className={css.field}>
        Reason
        <input
          ref={field}
          type="text"
          maxLength={1_000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <button type="submit" className="primary">
        Keep <kbd>Enter</kbd>
      </button>
      <button type="button" onClick={stopWriting}>
        Cancel <kbd>Esc</kbd>
      </button>
    </form>
  )
}

function givenSoFar(): string {
  const state = adjudicating.getState()
  const alignment = currentAlignment(state)
  const judgement = alignment && state.open?.standings.get(alignment.id)?.judgement
  return state.reason || judgement?.reason || ''
}
