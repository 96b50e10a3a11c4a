import { type FormEvent, useEffect, useId, useState } from 'react'
import { failed, type Result } from '#shared/domain/result.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { itemOf, itemsOf, NOUN } from '#shared/domain/scheme-items.ts'
import type { Migration } from '#shared/domain/scheme-migration.ts'
import type { MigrationPreview } from '#shared/ipc/contract.ts'
import { cancelBulk } from '../../state/bulk.ts'
import { schemeOf, showSheet, useDesk } from '../../state/desk.ts'
import { migrateScheme, previewMigration } from '../../state/scheme-editing.ts'
import type { MigrationStart } from '../../state/sheet.ts'
import { focusedFirst } from '../../ui/dialog.tsx'
import css from './migration.module.css'
import { MigrationSummary } from './migration-summary.tsx'

/** Settles what becomes of a part of the scheme; shows what that changes before anything is done. */
export function MigrationForm({ start }: { readonly start: MigrationStart }) {
  const scheme = useDesk(schemeOf)
  const targets = targetsOf(scheme, start)
  const [to, setTo] = useState(start.wish === 'merge' ? (targets[0]?.id ?? '') : start.from)
  const [refusal, setRefusal] = useState<string | null>(null)
  const bulk = useDesk((state) => state.bulk)
  const migration = migrationOf(start, start.wish === 'remove' ? null : to.trim())
  const seen = usePreview(migration, scheme)
  const problem = refusal ?? (seen && !seen.ok && to !== start.from ? seen.problem.sentence : null)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    // What it changes is shown before it can be done.
    if (seen?.ok) void migrateScheme(migration).then(setRefusal)
  }
  return (
    <form className={css.migration} onSubmit={onSubmit}>
      <h2 className={css.question}>{questionOf(scheme, start)}</h2>
      {start.wish !== 'remove' && <Target start={start} targets={targets} to={to} onTo={setTo} />}
      {problem !== null && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {seen?.ok && <MigrationSummary preview={seen.value} migration={migration} />}
      <div className={css.buttons}>
        <button
          ref={start.wish === 'remove' ? focusedFirst : undefined}
          type="submit"
          className="primary"
          disabled={seen?.ok === false || bulk !== null}
        >
          {VERBS[start.wish]}
        </button>
        <button type="button" onClick={() => (bulk ? void cancelBulk() : showSheet(null))}>
          Cancel
        </button>
        {bulk && (
          <progress aria-label="Changing the annotations" value={bulk.done} max={Math.max(1, bulk.total)} />
        )}
      </div>
    </form>
  )
}

const VERBS = { rename: 'Change', merge: 'Merge', remove: 'Remove' } as const

type Target = { readonly id: string; readonly title: string }

type TargetProps = {
  readonly start: MigrationStart
  readonly targets: readonly Target[]
  readonly to: string
  readonly onTo: (to: string) => void
}

function Target({ start, targets, to, onTo }: TargetProps) {
  const id = useId()
  const isMerge = start.wish === 'merge'
  return (
    <div className={css.field}>
      <label htmlFor={id}>{isMerge ? 'Into' : start.kind === 'value' ? 'New name' : 'New id'}</label>
      {isMerge ? (
        <select id={id} ref={focusedFirst} value={to} onChange={({ target }) => onTo(target.value)}>
          {targets.map((target) => (
            <option key={target.id} value={target.id}>
              {target.title}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          ref={focusedFirst}
          type="text"
          maxLength={200}
          value={to}
          onChange={({ target }) => onTo(target.value)}
        />
      )}
    </div>
  )
}

/** What it can be merged into; titles that two have are told apart by their ids. */
function targetsOf(scheme: Scheme, { kind, attribute, from }: MigrationStart): readonly Target[] {
  if (kind === 'value') {
    const values = itemOf(scheme, 'attribute', attribute ?? '')?.values ?? []
    return values.filter((value) => value !== from).map((value) => ({ id: value, title: value }))
  }
  const others = itemsOf(scheme, kind).filter(({ id }) => id !== from)
  return others.map(({ id, title }) => {
    const isTwin = others.some((other) => other.id !== id && other.title === title)
    return { id, title: isTwin ? `${title} (${id})` : title }
  })
}

const migrationOf = ({ kind, attribute, from }: MigrationStart, to: string | null): Migration =>
  kind === 'value' ? { kind, attribute: attribute ?? '', from, to } : { kind, from, to }

function questionOf(scheme: Scheme, { kind, from, wish }: MigrationStart): string {
  const title = kind === 'value' ? from : (itemOf(scheme, kind, from)?.title ?? from)
  const what = `the ${kind === 'value' ? 'value' : NOUN[kind]} “${title}”`
  if (wish === 'merge') return `Merge ${what} into another`
  if (wish === 'remove') return `Remove ${what}`
  return kind === 'value' ? `Rename ${what}` : `Change the id of ${what}`
}

/** What would come of it, null while that is being found out. */
function usePreview(migration: Migration, scheme: Scheme): Result<MigrationPreview> | null {
  const [seen, setSeen] = useState<{ readonly of: string; readonly result: Result<MigrationPreview> } | null>(
    null,
  )
  const wanted = JSON.stringify(migration)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme makes another preview of the same migration
  useEffect(() => {
    let isWanted = true
    const show = (result: Result<MigrationPreview>) => isWanted && setSeen({ of: wanted, result })
    previewMigration(JSON.parse(wanted) as Migration).then(show, () =>
      show(failed('What this would change could not be found out. Please try again.')),
    )
    return () => {
      isWanted = false
    }
  }, [wanted, scheme])
  return seen?.of === wanted ? seen.result : null
}
