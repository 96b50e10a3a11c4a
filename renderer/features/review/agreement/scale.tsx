import type { Interval } from '#shared/review/agreement-report.ts'
import { RELIABLE, TENTATIVE } from '#shared/review/agreement-words.ts'
import css from './scale.module.css'

const WIDTH = 100
const HEIGHT = 16
const MIDDLE = HEIGHT / 2
const LEFT = 6
const RIGHT = 6

type ScaleProps = {
  readonly value: number | null
  readonly interval?: Interval
  /** Draws the bounds of agreement that is corrected for chance. */
  readonly hasBounds: boolean
}

/**
 * A value from 0 to 1 as a dot with its interval as a line, over dashed lines where conclusions begin to hold. It shows
 * again what stands beside it in digits, so that it is nothing to a screen reader. What is below 0 is an arrow at the left.
 */
export function Scale({ value, interval = null, hasBounds }: ScaleProps) {
  return (
    <svg viewBox={`0 0 ${WIDTH + LEFT + RIGHT} ${HEIGHT}`} className={css.scale} aria-hidden="true">
      <line x1={at(0)} x2={at(1)} y1={MIDDLE} y2={MIDDLE} className={css.axis} />
      {hasBounds &&
        [TENTATIVE, RELIABLE].map((bound) => (
          <line key={bound} x1={at(bound)} x2={at(bound)} y1={1} y2={HEIGHT - 1} className={css.bound} />
        ))}
      {interval && (
        <line x1={at(interval[0])} x2={at(interval[1])} y1={MIDDLE} y2={MIDDLE} className={css.interval} />
      )}
      {value !== null && <Value value={value} />}
    </svg>
  )
}

function Value({ value }: { readonly value: number }) {
  if (value >= 0) return <circle cx={at(value)} cy={MIDDLE} r={4} className={css.value} />
  return <path d={`M ${at(0) + 4} ${MIDDLE - 4.5} l -8 4.5 l 8 4.5 z`} className={css.value} />
}

const at = (value: number): number => LEFT + Math.min(1, Math.max(0, value)) * WIDTH
