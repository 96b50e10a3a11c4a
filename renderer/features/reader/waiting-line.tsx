import { useEffect } from 'react'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import { useDesk } from '../../state/desk.ts'
import { useKeys } from '../../state/keys.ts'
import { chosenOf, keepCompared, reviewVersions, versions, waitingNow } from '../../state/versions.ts'
import css from './reader.module.css'

/** Says above a newer text how many annotations of the earlier one wait for their place, and which is meant by the keys. */
export function WaitingLine() {
  useEffect(keepCompared, [])
  const comparison = versions((state) => state.comparison)
  const chosen = versions((state) => state.chosen)
  const open = useDesk((state) => state.open)
  const reviewKeys = useKeys('versions.review').shown
  const placeKeys = useKeys('versions.place').shown
  const waiting = waitingNow(comparison, open)
  const one = chosenOf(waiting, chosen)
  if (!comparison || !one) return null
  const count = waiting.length
  return (
    <section aria-label="Earlier text" className={css.waiting}>
      <button type="button" onClick={reviewVersions}>
        {count} {count === 1 ? 'annotation' : 'annotations'} of the earlier text{' '}
        {count === 1 ? 'waits' : 'wait'} to be placed {reviewKeys && <kbd>{reviewKeys}</kbd>}
      </button>
      <span className={css.waitingQuote}>
        “{shortQuoteOf(comparison.oldText, one.annotation)}”: select its words, then <kbd>{placeKeys}</kbd>
      </span>
    </section>
  )
}
