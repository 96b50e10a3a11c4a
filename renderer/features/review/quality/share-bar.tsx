import { percent } from '#shared/domain/quality-findings.ts'
import css from './quality.module.css'

type Props = { readonly count: number; readonly total: number }

/** How many of all, as a number, a share and a bar; a dash where there are none at all. */
export function ShareBar({ count, total }: Props) {
  if (total === 0) return <span className={css.quiet}>–</span>
  return (
    <span className={css.share}>
      <span>{count.toLocaleString('en')}</span>
      <span className={css.quiet}>{percent({ of: count, in: total })}</span>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className={css.bar}>
        <rect width="100" height="4" className={css.ground} />
        <rect width={(100 * count) / total} height="4" className={css.filled} />
      </svg>
    </span>
  )
}
