import { counted } from '#shared/domain/counted.ts'
import type { RefusedRecord } from '#shared/ipc/exchange.ts'
import css from './merge.module.css'

/** As many as anybody reads. */
const MOST = 200

/** Files that are left out, each with the reason. */
export function NotMerged({ refused }: { readonly refused: readonly RefusedRecord[] }) {
  if (refused.length === 0) return null
  return (
    <section aria-label="Refused" className={css.part}>
      <h4>{counted(refused.length, 'file')} left out</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it */}
      <ul tabIndex={0} aria-label="Files left out" className={css.refused}>
        {refused.slice(0, MOST).map(({ file, reason }) => (
          <li key={`${file} ${reason}`}>
            <span className={css.quiet}>{file}</span> {reason}
          </li>
        ))}
      </ul>
      {refused.length > MOST && (
        <p className={css.quiet}>And {counted(refused.length - MOST, 'more file')}.</p>
      )}
    </section>
  )
}
