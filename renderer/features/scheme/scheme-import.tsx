import { type SchemeDifference, schemeDifferences } from '#shared/domain/scheme-differences.ts'
import { NOUN } from '#shared/domain/scheme-items.ts'
import { countOf, type SchemeUse } from '#shared/domain/scheme-uses.ts'
import type { SchemeOffer } from '#shared/ipc/contract.ts'
import { schemeOf, showSheet, useDesk } from '../../state/desk.ts'
import { takeScheme } from '../../state/scheme-editing.ts'
import { focusedFirst } from '../../ui/dialog.tsx'
import css from './migration.module.css'
import { useSchemeUses } from './use-scheme-uses.ts'

/** What a scheme out of a file would change, before it is taken. */
export function SchemeImport({ offer }: { readonly offer: SchemeOffer }) {
  const scheme = useDesk(schemeOf)
  const uses = useSchemeUses()
  const differences = schemeDifferences(scheme, offer.scheme)
  const isSame = differences.length === 0
  return (
    <div className={css.migration}>
      <h2 className={css.question}>
        “{offer.scheme.title}” from {offer.file}
      </h2>
      {isSame && <p>It is the scheme that this workspace has already.</p>}
      {(['removed', 'changed', 'added'] as const).map((change) => (
        <Differences
          key={change}
          change={change}
          differences={differences.filter((one) => one.change === change)}
          uses={uses}
        />
      ))}
      {differences.some(({ change }) => change === 'removed') && (
        <p>
          Annotations keep what they say. The Scheme view then shows what the new scheme does not know, to be
          merged into what it knows or removed.
        </p>
      )}
      <div className={css.buttons}>
        {!isSame && (
          <button ref={focusedFirst} type="button" className="primary" onClick={() => takeScheme(offer)}>
            Take this scheme
          </button>
        )}
        <button type="button" onClick={() => showSheet(null)}>
          {isSame ? 'Close' : 'Cancel'}
        </button>
      </div>
    </div>
  )
}

const HEADINGS = { removed: 'Goes', changed: 'Changes', added: 'Comes' } as const

type DifferencesProps = {
  readonly change: SchemeDifference['change']
  readonly differences: readonly SchemeDifference[]
  readonly uses: readonly SchemeUse[]
}

function Differences({ change, differences, uses }: DifferencesProps) {
  if (differences.length === 0) return null
  return (
    <section aria-label={HEADINGS[change]}>
      <h3 className={css.heading}>
        {HEADINGS[change]} · {differences.length}
      </h3>
      <ul className={css.examples}>
        {differences.map(({ kind, id, title }) => (
          <li key={`${kind} ${id}`}>
            {title} <span className={css.count}>{remarkOn(kind, id, uses)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function remarkOn(kind: SchemeDifference['kind'], id: string, uses: readonly SchemeUse[]): string {
  if (kind === 'guidelines' || kind === 'actorTypes' || kind === 'title') return ''
  const { own, others } = countOf(uses, { kind, attribute: null, id })
  const count = own + others
  if (count === 0) return NOUN[kind]
  return `${NOUN[kind]}, ${count === 1 ? '1 annotation' : `${count} annotations`}`
}
