import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { addArticle } from '#electron/library/add-article.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { articleFilesIn } from './article-files.ts'
import { draftOf } from './draft.ts'
import { readWhole, unreadable } from './read-whole.ts'
import { readerOf } from './readers.ts'
import type { Part, ReadingChoices } from './reading.ts'

/** What became of one file; `reason` is a sentence for a person. */
export type ImportOutcome = {
  readonly path: string
  readonly outcome: 'imported' | 'duplicate' | 'failed'
  readonly articleId?: string
  readonly encoding?: string
  readonly certainty?: number
  readonly reason?: string
}

export type ImportReport = {
  readonly files: readonly ImportOutcome[]
  /** Files that were not tried because the import was cancelled. */
  readonly notTried: number
}

export type ImportProgress = { readonly done: number; readonly total: number; readonly path: string }

export type ImportOptions = {
  readonly onProgress?: (progress: ImportProgress) => void
  /** Asked between two files: the file in hand is always finished. */
  readonly signal?: AbortSignal
  /** What the analyst settled about how a file is read, or that it is left out. */
  readonly choices?: (path: string) => ReadingChoices | 'skip' | undefined
}

/** Imports files and folders, each file for itself: what is wrong with one is said in its row and stops no other. */
export async function importPaths(
  workspace: Workspace,
  paths: readonly string[],
  { onProgress, signal, choices }: ImportOptions = {},
): Promise<ImportReport> {
  const entries = await entriesOf(paths)
  const files: ImportOutcome[] = []
  let done = 0
  for (const entry of entries) {
    if (signal?.aborted) break
    onProgress?.({ done, total: entries.length, path: entry.path })
    const choice = choices?.(entry.path) ?? {}
    if ('outcome' in entry) files.push(entry)
    else if (choice !== 'skip') files.push(...(await importFile(workspace, entry.path, choice)))
    done++
    await setImmediate()
  }
  return { files, notTried: entries.length - done }
}

/** A file to try, or the row of a path that leads to none. */
type Entry = { readonly path: string } | ImportOutcome

async function entriesOf(paths: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const path of paths) {
    try {
      const kind = await stat(path)
      if (kind.isDirectory()) await addFolder(path, entries)
      else entries.push(kind.isFile() ? { path } : failure(path, 'is not a file.'))
    } catch (error) {
      entries.push({ path, outcome: 'failed', reason: unreadable(path, error) })
    }
  }
  return entries
}

async function addFolder(folder: string, entries: Entry[]): Promise<void> {
  const before = entries.length
  for await (const path of articleFilesIn(folder)) entries.push({ path })
  if (entries.length > before) return
  entries.push(failure(folder, 'holds no articles: no .txt and no .md file.'))
}

async function importFile(
  workspace: Workspace,
  path: string,
  choices: ReadingChoices,
): Promise<readonly ImportOutcome[]> {
  const name = basename(path)
  const reader = readerOf(name)
  if (!reader) return [failure(path, 'is neither a .txt nor a .md file; save it as plain text first.')]
  const bytes = await readWhole(path)
  if (!bytes.ok) return [{ path, outcome: 'failed', reason: bytes.problem.sentence }]
  const parts = await reader.read({ name, bytes: bytes.value, choices })
  const outcomes: ImportOutcome[] = []
  for (const part of parts) outcomes.push(await importPart(workspace, path, part))
  return outcomes
}

async function importPart(
  workspace: Workspace,
  file: string,
  { part, reading }: Part,
): Promise<ImportOutcome> {
  const path = part === null ? file : `${file} › ${part}`
  if (!reading.ok) return { path, outcome: 'failed', reason: reading.problem.sentence }
  const draft = draftOf(reading.value)
  const added = await addArticle(workspace, draft)
  if (added.kind === 'failed') return { path, outcome: 'failed', reason: added.sentence }
  const { encoding, certainty } = draft.provenance
  return { path, outcome: added.kind, articleId: added.id, encoding, certainty }
}

/** @param what the end of a sentence that begins with the file's name. */
function failure(path: string, what: string): ImportOutcome {
  return { path, outcome: 'failed', reason: `“${basename(resolve(path))}” ${what}` }
}
