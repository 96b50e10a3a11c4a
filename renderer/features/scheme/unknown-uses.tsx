import { NOUN } from '#shared/domain/scheme-items.ts'
import { type SchemeUse, unknownUses } from '#shared/domain/scheme-uses.ts'
import { schemeOf, showSheet, useDesk } from '../../state/desk.ts'
import { unknownLabelsSentence } from '../../state/scheme-editing.ts'
import type { MigrationStart } from '../../state/sheet.ts'
import css from './scheme.module.css'

/** What the annotator's own annotations say that the scheme does not know, and the ways out of it. */
export function UnknownUses({ uses }: { readonly uses: readonly SchemeUse[] }) {
  const scheme = useDesk(schemeOf)
  const unknown = unknownUses(scheme, uses)
  if (unknown.length === 0) return null
  const labels = unknown.filter(({ kind }) => kind === 'label')
  const count = labels.reduce((sum, { own }) => sum + own, 0)
  return (
    <section aria-label="Not in the scheme" className={css.notice}>
      <p>
        {count > 0 ? unknownLabelsSentence(count) : 'Your annotations say what the scheme does not know.'}
      </p>
      <ul className={css.words}>
        {unknown.map((use) => (
          <UnknownUse key={`${use.kind} ${use.attribute} ${use.id}`} use={use} />
        ))}
      </ul>
    </section>
  )
}

function UnknownUse({ use }: { readonly use: SchemeUse }) {
  const { kind, attribute, id, own } = use
  const start = (wish: MigrationStart['wish']) => () =>
    showSheet({ kind: 'migration', start: { kind, attribute, from: id, wish } })
  const what = kind === 'value' ? `value of ${attribute}` : NOUN[kind]
  return (
    <li>
      <span className={css.rowTitle}>
        “{id}”, {what}
      </span>
      <span className={css.count}>{own}</span>
      <span className={css.buttons}>
        <button type="button" aria-label={`Merge ${id} into another`} onClick={start('merge')}>
          Merge into another…
        </button>
        <button type="button" aria-label={`Remove ${id}`} onClick={start('remove')}>
          Remove…
        </button>
      </span>
    </li>
  )
}
