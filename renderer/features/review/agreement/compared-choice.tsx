import { useId } from 'react'
import { GOLD } from '#shared/domain/review.ts'
import {
  agreement,
  annotatorsIn,
  cancelAgreement,
  compare,
  isCompared,
  measureAgreement,
  toggleCompared,
} from '../../../state/agreement.ts'
import css from './agreement.module.css'

/** Whom to compare, and how far the measuring is. */
export function ComparedChoice() {
  const state = agreement()
  const note = useId()
  const all = annotatorsIn(state)
  const isAtLeast = all.filter((name) => isCompared(state, name)).length <= 2
  if (all.length < 2)
    return (
      <div className={css.compared}>
        <Measuring />
      </div>
    )
  return (
    <div className={css.compared}>
      <fieldset className={css.names} aria-describedby={note}>
        <legend>Whom to compare</legend>
        {all.map((name) => (
          <label key={name} className={css.name}>
            <input
              type="checkbox"
              checked={isCompared(state, name)}
              aria-disabled={isAtLeast && isCompared(state, name)}
              onChange={() => toggleCompared(name)}
            />
            <bdi>{name === GOLD ? 'gold (the adjudicated marks)' : name}</bdi>
          </label>
        ))}
      </fieldset>
      {state.named && (
        <button type="button" onClick={() => compare(null)}>
          Compare all
        </button>
      )}
      <Measuring />
      <p id={note} className={css.quiet}>
        Two at least. An article counts for those who have opened it.
      </p>
    </div>
  )
}

function Measuring() {
  const progress = agreement((state) => state.progress)
  const isCancelled = agreement((state) => state.isCancelled)
  if (!progress && !isCancelled) return null
  if (!progress)
    return (
      <span className={css.measuring} role="status">
        Cancelled.{' '}
        <button type="button" onClick={() => void measureAgreement()}>
          Measure again
        </button>
      </span>
    )
  const { done, total } = progress
  return (
    <span className={css.measuring} data-running="true">
      <progress aria-label="Measuring agreement" {...(total > 0 ? { value: done, max: total } : {})} />
      <button type="button" onClick={() => void cancelAgreement()}>
        Cancel
      </button>
    </span>
  )
}
