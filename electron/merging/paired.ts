import { problemOf } from '#electron/library/disk-problem.ts'
import type { DocumentFile } from '#electron/library/document-file.ts'
import { type DocumentOutcome, readDocument } from '#electron/library/document-reading.ts'
import type { RefusedFiles } from './refused-files.ts'
import { isTooLarge } from './too-large.ts'

/** What one annotator says in both workspaces, and what becomes of it here. */
export type Pair<D> = {
  readonly ours: D
  readonly theirs: D
  readonly merged: D
}

type Uniting<D> = {
  /** What they say with the names that annotators and articles have here. */
  readonly here: (theirs: D) => D
  readonly unite: (ours: D, theirs: D) => D
}

/** Reads both files; null where there is none of theirs, or one of the two cannot be read, which is said. */
export async function paired<D extends object>(
  theirs: DocumentFile<D>,
  ours: DocumentFile<D> | null,
  { here, unite }: Uniting<D>,
  refused: RefusedFiles,
): Promise<Pair<D> | null> {
  const said = await readTheirs(theirs, refused)
  if (!said) return null
  const there = here(said)
  if (!ours) return { ours: theirs.empty, theirs: there, merged: there }
  const read = await readDocument(ours)
  if (read.kind !== 'ok') {
    refused.add(theirs.name, `What is here cannot be read: ${read.sentence}`)
    return null
  }
  const merged = read.fileHash === null ? there : unite(read.document, there)
  return { ours: read.document, theirs: there, merged }
}

/** A document of theirs; null where there is no file of it, or it is refused. */
async function readTheirs<D>(file: DocumentFile<D>, refused: RefusedFiles): Promise<D | null> {
  const read = (await isTooLarge(file.workspace.root, file.name)) ? TOO_LARGE : await readSafely(file)
  if (read.kind === 'ok') return read.fileHash === null ? null : read.document
  refused.add(file.name, read.sentence)
  return null
}

const TOO_LARGE = { kind: 'unreadable', sentence: 'It is larger than any file of Glosswright’s.' } as const

/** What was made to harm may be larger inside than anything that a reader allows for. */
async function readSafely<D>(file: DocumentFile<D>): Promise<DocumentOutcome<D>> {
  try {
    return await readDocument(file)
  } catch (error) {
    return { kind: 'unreadable', sentence: problemOf(error) }
  }
}
