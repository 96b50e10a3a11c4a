import { type Cleaning, emptyCleaning, mergeCleaning } from '#shared/domain/cleaning-rule.ts'
import { applyTo } from '#shared/domain/edit.ts'
import type { CleaningPart } from '#shared/domain/united-cleaning.ts'
import { CLEANING_NAME, cleaningToFile, readCleaningFile } from '#shared/format/cleaning-file.ts'
import type { DocumentFile } from './document-file.ts'
import { type DocumentOutcome, readDocument } from './document-reading.ts'
import { lookedAt } from './looked-at.ts'
import type { Workspace } from './workspace.ts'

/** The file that holds an annotator's cleaning rules. */
export function cleaningFile(workspace: Workspace, annotator: string): DocumentFile<Cleaning> {
  const name = `annotators/${annotator}/${CLEANING_NAME}`
  return {
    workspace,
    name,
    shelf: `${annotator}/cleaning`,
    version: 1,
    empty: emptyCleaning,
    contentOf: (cleaning) => cleaningToFile(cleaning, annotator),
    parse: (json) => readCleaningFile(json, name),
    apply: (cleaning, edit) => applyTo('cleaning', cleaning, edit),
    merge: mergeCleaning,
  }
}

export const readCleaning = (workspace: Workspace, annotator: string): Promise<DocumentOutcome<Cleaning>> =>
  readDocument(cleaningFile(workspace, annotator))

/** The rules of `annotators`, as far as they can be read, and why others cannot. */
export type CleaningsRead = { readonly parts: readonly CleaningPart[]; readonly unread: readonly string[] }

export async function readCleanings(
  workspace: Workspace,
  annotators: readonly string[],
): Promise<CleaningsRead> {
  const looked = lookedAt(workspace)
  const reads = await Promise.all(
    annotators.map(async (annotator) => ({ annotator, read: await readCleaning(looked, annotator) })),
  )
  return {
    parts: reads.flatMap(({ annotator, read }) =>
      read.kind === 'ok' ? [{ annotator, cleaning: read.document }] : [],
    ),
    unread: reads.flatMap(({ read }) => (read.kind === 'ok' ? [] : [read.sentence])),
  }
}
