import { basename } from 'node:path'
import type { Edit } from '#shared/domain/edit.ts'
import { stillKnowing } from '#shared/domain/kept-in-scheme.ts'
import { migratedScheme } from '#shared/domain/migrated-scheme.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { type Migration, migrationName } from '#shared/domain/scheme-migration.ts'
import type { BulkReport } from '#shared/ipc/bulk.ts'
import type { MigrationPreview, SchemeOffer } from '#shared/ipc/contract.ts'
import { readScheme } from './library/scheme-files.ts'
import {
  type Migrating,
  migrationPlan,
  othersConcerned,
  previewMigration,
} from './library/scheme-migrations.ts'
import { UNSAVED } from './library/unsaved.ts'
import type { Session } from './session.ts'

type Ready = Migrating & { readonly schemeBefore: Scheme }

/** Only what is on the disk is looked at, so all has to be there. */
async function prepare(session: Session, migration: Migration): Promise<Result<Ready>> {
  const { scheme } = session.workspace.manifest
  const after = migratedScheme(scheme, migration)
  if (!after.ok) return after
  if (!(await session.flush())) return failed(UNSAVED)
  return ok({
    migration,
    schemeBefore: scheme,
    schemeAfter: after.value,
    name: migrationName(scheme, migration),
  })
}

export async function preview(session: Session, migration: Migration): Promise<Result<MigrationPreview>> {
  const ready = await prepare(session, migration)
  return ready.ok ? ok(await previewMigration(session.workspace, session.annotator, ready.value)) : ready
}

/** Changes the scheme and the annotator's own annotations as one step of the history. */
export async function migrate(session: Session, migration: Migration): Promise<Result<BulkReport>> {
  const { access } = session.workspace
  if (access.kind === 'read') return failed(access.sentence)
  const ready = await prepare(session, migration)
  if (!ready.ok) return ready
  const { schemeBefore: before, schemeAfter, name } = ready.value
  const others = await othersConcerned(session.workspace, session.annotator, ready.value)
  const after = others.length > 0 ? stillKnowing(before, schemeAfter, migration) : schemeAfter
  const edit: Edit = { name, changes: before === after ? [] : [{ kind: 'scheme', before, after }] }
  return session.bulk.make(edit, migrationPlan(session.workspace, session.annotator, ready.value))
}

/** Reads a scheme that may be taken over. */
export async function offeredScheme(path: string): Promise<Result<SchemeOffer>> {
  const file = basename(path)
  const scheme = await readScheme(path, file)
  return scheme.ok ? ok({ file, scheme: scheme.value }) : scheme
}
