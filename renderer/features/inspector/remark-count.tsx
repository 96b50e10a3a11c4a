import { counted } from '#shared/domain/counted.ts'
import { useKeys, withKeys } from '../../state/keys.ts'
import { nextRemark } from '../../state/next-remark.ts'
import { useWaitingRemarks } from '../../state/remarks.ts'
import css from './hint-line.module.css'

/** How many remarks of reviewers wait for an answer in this article; leads to the next. */
export function RemarkCount() {
  const waiting = useWaitingRemarks()
  const keys = useKeys('go.next-remark')
  if (waiting === 0) return null
  return (
    <button
      type="button"
      title={withKeys('Go to the next', keys)}
      aria-keyshortcuts={keys.spoken}
      className={css.count}
      onClick={() => void nextRemark()}
    >
      {counted(waiting, 'remark')} to answer
    </button>
  )
}
