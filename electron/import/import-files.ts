import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Workspace } from '#electron/library/workspace.ts'
import { articleFilesIn } from './article-files.ts'
import { FileImport, type FileImportOptions } from './file-import.ts'
import { readableEndings } from './formats.ts'
import { failedPart, type ImportOutcome, outcomeOf } from './import-outcome.ts'
import { unreadable } from './read-whole.ts'
import type { FileChoice } from './reading.ts'
import { shownName } from './shown-name.ts'

export type ImportReport = {
  readonly files: readonly ImportOutcome[]
  /** Files that were not tried because the import was cancelled. */
  readonly notTried: number
  /** Names of files in folders that are of no kind that can be read, and of those that the analyst leaves out. */
  readonly skipped: readonly string[]
}

export type ImportProgress = { readonly done: number; readonly total: number; readonly path: string }

export type ImportOptions = FileImportOptions & {
  readonly onProgress?: (progress: ImportProgress) => void
  readonly choices?: (path: string) => FileChoice | undefined
}

/**
 * Imports files and folders, each file for itself: what is wrong with one is said in its row and stops no other. One
 * file is read at a time, in the parser's process; of what was read, several articles are written at once.
 */
export async function importPaths(
  workspace: Workspace,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const { onProgress, signal, choices } = options
  const { entries, skipped } = await entriesOf(paths, signal)
  const run = new FileImport(workspace, options)
  const rows: Promise<readonly ImportOutcome[]>[] = []
  let done = 0
  for (const entry of entries) {
    if (signal?.aborted) break
    onProgress?.({ done, total: entries.length, path: entry.path })
    const choice = choices?.(entry.path) ?? {}
    if (choice === 'skip') skipped.push(shownName(basename(entry.path)))
    else if ('outcome' in entry) rows.push(Promise.resolve([entry]))
    else if (choice === 'not-chosen') rows.push(Promise.resolve([failure(entry.path, NOT_CHOSEN)]))
    else rows.push((await run.file(entry.path, choice)).result)
    done++
    await setImmediate()
  }
  const files = (await Promise.all(rows)).flat()
  return { files, notTried: entries.length - done, skipped }
}

const NOT_CHOSEN = 'was left out: its columns were not chosen.'

/** A file to try, or the row of a path that leads to none. */
type Entry = { readonly path: string } | ImportOutcome

/** `skipped`: names of files of no kind that can be read. */
type Gathered = { readonly entries: Entry[]; readonly skipped: string[] }

/** All files that are meant by the paths. */
export async function filesOf(paths: readonly string[]): Promise<readonly string[]> {
  const { entries } = await entriesOf(paths)
  return entries.flatMap((entry) => ('outcome' in entry ? [] : [entry.path]))
}

async function entriesOf(paths: readonly string[], signal?: AbortSignal): Promise<Gathered> {
  const entries: Entry[] = []
  const skipped: string[] = []
  for (const path of paths) {
    if (signal?.aborted) break
    try {
      const kind = await stat(path)
      if (kind.isDirectory()) await addFolder(path, { entries, skipped }, signal)
      else entries.push(kind.isFile() ? { path } : failure(path, 'is not a file.'))
    } catch (error) {
      entries.push(outcomeOf(path, failedPart(null, unreadable(path, error))))
    }
  }
  return { entries, skipped }
}

async function addFolder(
  folder: string,
  { entries, skipped }: Gathered,
  signal?: AbortSignal,
): Promise<void> {
  const before = entries.length
  const onSkipped = (path: string) => skipped.push(shownName(basename(path)))
  for await (const path of articleFilesIn(folder, { onSkipped, signal })) entries.push({ path })
  if (entries.length === before && !signal?.aborted)
    entries.push(failure(folder, `holds nothing that can be read. What can be read: ${readableEndings()}.`))
}

/** @param what the end of a sentence that begins with the file's name. */
const failure = (path: string, what: string): ImportOutcome =>
  outcomeOf(path, failedPart(null, `“${shownName(basename(resolve(path)))}” ${what}`))
