import { basename } from 'node:path'
import type { Edit } from '#shared/domain/edit.ts'
import { migratedScheme } from '#shared/domain/migrated-scheme.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { type Migration, migrationName } from '#shared/domain/scheme-migration.ts'
import { readSchemeFile, schemeToFile } from '#shared/format/scheme-file.ts'
import type { BulkReport, MigrationPreview, SchemeOffer } from '#shared/ipc/contract.ts'
import { problemOf } from './library/disk-problem.ts'
import { writeDurably } from './library/durable-write.ts'
import { readRegularFile } from './library/regular-file.ts'
import { type Migrating, migrationPlan, previewMigration } from './library/scheme-migrations.ts'
import { jsonTextOf } from './library/utf8.ts'
import type { Session } from './session.ts'

const UNSAVED =
  'Some changes are not on the disk yet. Please wait until the status says that all are saved, and try again.'

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
  const { schemeBefore: before, schemeAfter: after, name } = ready.value
  const edit: Edit = { name, changes: before === after ? [] : [{ kind: 'scheme', before, after }] }
  return session.bulk.make(edit, migrationPlan(session.workspace, session.annotator, ready.value))
}

export async function exportScheme(scheme: Scheme, file: string): Promise<Result<string>> {
  try {
    await writeDurably(file, [schemeToFile(scheme)])
    return ok(file)
  } catch (error) {
    return failed(`The scheme could not be written to “${file}”: ${problemOf(error)}`)
  }
}

export async function readScheme(path: string): Promise<Result<SchemeOffer>> {
  const file = basename(path)
  try {
    const json = jsonTextOf(await readRegularFile(path))
    if (json === null) return failed(`“${file}” is no text, so it is no scheme.`)
    const read = readSchemeFile(json, file)
    return read.kind === 'current' ? ok({ file, scheme: read.value }) : failed(read.sentence)
  } catch (error) {
    return failed(`“${file}” could not be read: ${problemOf(error)}`)
  }
}
