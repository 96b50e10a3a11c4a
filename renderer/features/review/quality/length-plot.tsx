import type { Lengths } from '#shared/domain/quality-report.ts'
import css from './quality.module.css'

type Props = {
  readonly lengths: Lengths
  /** The length that the right edge stands for; what is longer goes out of sight there. */
  readonly scale: number
}

/** A label's lengths: the half, and between which two the middle half lies, as words and as a box. */
export function LengthPlot({ lengths, scale }: Props) {
  const [least, first, median, third, most] = lengths
  const at = (length: number): number => Math.min(100, (100 * length) / scale)
  return (
    <span className={css.lengths} title={`${least} to ${most} characters`}>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" className={css.box}>
        <rect x={at(least)} y="5.5" width={at(most) - at(least)} height="1" className={css.filled} />
        <rect
          x={at(first)}
          y="2"
          width={Math.max(0.5, at(third) - at(first))}
          height="8"
          className={css.ground}
        />
        <rect x={Math.max(0, at(median) - 0.75)} y="1" width="1.5" height="10" className={css.filled} />
      </svg>
      <span>
        {median}{' '}
        <span className={css.quiet}>
          ({first}–{third})
        </span>
      </span>
    </span>
  )
}
