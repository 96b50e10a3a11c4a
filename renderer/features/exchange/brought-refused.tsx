import type { RefusedRecord } from '#shared/ipc/exchange.ts'
import css from './brought.module.css'
import view from './exchange.module.css'

/** As many as anybody reads. */
const MOST = 200

/** What of the files could not be taken, each with its place and why. */
export function RefusedRecords({ refused }: { readonly refused: readonly RefusedRecord[] }) {
  return (
    <section aria-label="Refused" className={view.part}>
      <h2>{refused.length.toLocaleString('en')} refused</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it */}
      <ul tabIndex={0} aria-label="Refused records" className={css.refused}>
        {refused.slice(0, MOST).map(({ file, line, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={index}>
            <span className={css.place}>
              {file}
              {line !== null && `, line ${line.toLocaleString('en')}`}
            </span>{' '}
            {reason}
          </li>
        ))}
      </ul>
      {refused.length > MOST && (
        <p className={view.quiet}>And {(refused.length - MOST).toLocaleString('en')} more.</p>
      )}
    </section>
  )
}
