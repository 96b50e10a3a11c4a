import { stat, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import { damaged, type Versioned, versionIn } from '#shared/format/versioned.ts'
import { problemOf } from './disk-problem.ts'
import {
  type DocumentFile,
  documentPath,
  originalPath,
  quarantinePath,
  versionPath,
} from './document-file.ts'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { type Look, lookAt } from './file-look.ts'
import { orMissing } from './file-ops.ts'
import { readRegularFile } from './regular-file.ts'
import { jsonTextOf } from './utf8.ts'

/** A version kept from before; `savedAt` is ISO 8601, UTC. */
export type LastGood<D> = { readonly document: D; readonly savedAt: string }

export type DamagedDocument<D> = {
  readonly kind: 'damaged'
  readonly sentence: string
  /** Where the damaged content was copied to; null when it could not be. The file itself stays as it is. */
  readonly copy: string | null
  readonly lastGood: LastGood<D> | null
}

export type DocumentOutcome<D> =
  /** `fileHash` is null where there is no file yet; the document is then the empty one. */
  | { readonly kind: 'ok'; readonly document: D; readonly fileHash: string | null }
  /** Written by a newer Glosswright, or kept from us by the disk: nothing may be written in its place. */
  | { readonly kind: 'newer' | 'unreadable'; readonly sentence: string }
  | DamagedDocument<D>

export async function readDocument<D>(file: DocumentFile<D>): Promise<DocumentOutcome<D>> {
  try {
    return await readLook(file, await lookAt(await documentPath(file)))
  } catch (error) {
    return unreadable(file, error)
  }
}

export const unreadable = <D>({ name }: DocumentFile<D>, error: unknown): DocumentOutcome<D> => ({
  kind: 'unreadable',
  sentence: `“${name}” could not be read: ${problemOf(error)}`,
})

/** The same from content that was read already. */
export async function readLook<D>(file: DocumentFile<D>, look: Look | null): Promise<DocumentOutcome<D>> {
  if (!look) return { kind: 'ok', document: file.empty, fileHash: null }
  const read = parse(file, look.bytes)
  if (read.kind === 'current') return { kind: 'ok', document: read.value, fileHash: look.hash }
  if (read.kind === 'newer') return { kind: 'newer', sentence: read.sentence }
  const mayWrite = file.workspace.access.kind === 'write'
  const copy = mayWrite ? await quarantine(file, look).catch(() => null) : null
  const lastGood = await readLastGood(file)
  const sentence = `${read.sentence.replace(/\.$/, '')}; ${adviceFor(copy, lastGood !== null)}`
  return { kind: 'damaged', sentence, copy, lastGood }
}

function parse<D>(file: DocumentFile<D>, bytes: Uint8Array): Versioned<D> {
  const json = jsonTextOf(bytes)
  return json === null ? damaged(file.name, 'It is not UTF-8 text.') : file.parse(json)
}

function adviceFor(copy: string | null, hasLastGood: boolean): string {
  const kept = copy ? `a copy was kept at “${copy}”` : 'it was left as it is'
  return hasLastGood ? `${kept}, and the last good version can be restored.` : `${kept}.`
}

/** Copies damaged content aside, once, and says where to. */
async function quarantine<D>(file: DocumentFile<D>, { bytes, hash }: Look): Promise<string> {
  const path = await quarantinePath(file, hash)
  const there = await orMissing(readRegularFile(path))
  if (!there?.equals(bytes)) await writeWithFolder(path, bytes)
  return path
}

async function writeWithFolder(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolderDurably(dirname(path))
  await writeDurably(path, [bytes])
}

/** Keeps the good content that is about to be replaced, dated as it was. */
export async function keepVersion<D>(file: DocumentFile<D>, { bytes }: Look): Promise<void> {
  const path = await versionPath(file)
  const { atime, mtime } = await stat(await documentPath(file))
  await writeWithFolder(path, bytes)
  await utimes(path, atime, mtime)
  await keepOriginal(file, bytes)
}

/** What an older version of the format held stays for good: a later session's versions do not take its place. */
async function keepOriginal<D>(file: DocumentFile<D>, bytes: Uint8Array): Promise<void> {
  if (file.version === 1) return
  const version = versionIn(jsonTextOf(bytes) ?? '')
  if (version === null || version >= file.version) return
  const path = await originalPath(file, version)
  if (!(await orMissing(stat(path)))) await writeWithFolder(path, bytes)
}

async function readLastGood<D>(file: DocumentFile<D>): Promise<LastGood<D> | null> {
  try {
    const path = await versionPath(file)
    const { mtime } = await stat(path)
    const read = parse(file, await readRegularFile(path))
    return read.kind === 'current' ? { document: read.value, savedAt: mtime.toISOString() } : null
  } catch {
    return null
  }
}
