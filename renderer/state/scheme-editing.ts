import { equalJson } from '#shared/domain/equal.ts'
import { migratedScheme } from '#shared/domain/migrated-scheme.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { type Migration, migrationName } from '#shared/domain/scheme-migration.ts'
import { type SchemeUse, unknownLabelled } from '#shared/domain/scheme-uses.ts'
import type { MigrationPreview, SchemeOffer } from '#shared/ipc/contract.ts'
import { bridge } from '../bridge.ts'
import { inBulk } from './bulk.ts'
import { desk, say, schemeInUse, showSheet } from './desk.ts'
import { commit } from './editing.ts'

type Named = { readonly name: string; readonly typing?: string }

/** Puts another scheme in force, or answers with the sentence that says why it cannot be. */
export function commitScheme(result: Result<Scheme>, { name, typing }: Named): string | null {
  if (!result.ok) return result.problem.sentence
  const before = schemeInUse()
  const after = result.value
  if (!equalJson(before, after)) commit({ name, changes: [{ kind: 'scheme', before, after }] }, typing)
  return null
}

export const schemeUses = (): Promise<readonly SchemeUse[]> => bridge.request('scheme:uses')

/** What a migration would change; refused at once where the scheme cannot be so. */
export async function previewMigration(migration: Migration): Promise<Result<MigrationPreview>> {
  const after = migratedScheme(schemeInUse(), migration)
  return after.ok ? bridge.request('scheme:preview', migration) : after
}

/** Does it, and closes the sheet that asked; answers with the sentence that says why it was not done. */
export async function migrateScheme(migration: Migration): Promise<string | null> {
  const name = migrationName(schemeInUse(), migration)
  const result = await inBulk(name, () => bridge.request('scheme:migrate', migration))
  if (!result.ok) return result.problem.sentence
  showSheet(null)
  const { annotations, articles } = result.value
  const where = articles === 1 ? '1 article' : `${articles} articles`
  say(
    `Done: ${name}. ${annotations} ${annotations === 1 ? 'annotation' : 'annotations'} in ${where} changed with it.`,
  )
  return null
}

export async function exportScheme(): Promise<void> {
  const result = await bridge.request('scheme:export')
  if (result) say(result.ok ? `The scheme is written to ${result.value}.` : result.problem.sentence)
}

/** Asks for a file and shows what it would change. */
export async function importScheme(): Promise<void> {
  const result = await bridge.request('scheme:import')
  if (!result) return
  if (result.ok) showSheet({ kind: 'scheme-import', offer: result.value })
  else say(result.problem.sentence)
}

export function takeScheme({ scheme }: SchemeOffer): void {
  showSheet(null)
  commitScheme({ ok: true, value: scheme }, { name: `Import the scheme “${scheme.title}”` })
  say(`The scheme is “${scheme.title}” now.`)
}

export const unknownLabelsSentence = (count: number): string =>
  count === 1
    ? '1 of your annotations has a label that the scheme does not know.'
    : `${count} of your annotations have labels that the scheme does not know.`

/** Somebody else may have changed the scheme since: then the analyst hears of it where nothing else is to be said. */
export function tellUnknownLabels(): void {
  const { articles, notice, workspace } = desk.getState()
  if (notice !== null || workspace?.access.kind !== 'write') return
  const count = unknownLabelled(workspace.scheme, articles)
  if (count > 0) say(`${unknownLabelsSentence(count)} The Scheme view offers what to do about them.`)
}

/** What was shown of labels alone must not be shown of none when they are gone. */
export function followScheme(): void {
  desk.subscribe(({ workspace, annotationFilter }, before) => {
    if (!workspace || workspace.scheme === before.workspace?.scheme) return
    const known = new Set(workspace.scheme.labels.map(({ id }) => id))
    const labels = annotationFilter.labels.filter((id) => known.has(id))
    if (labels.length < annotationFilter.labels.length)
      desk.setState({ annotationFilter: { ...annotationFilter, labels } })
  })
}
