import { stat, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ArticleText } from '#shared/domain/article.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { readRecordFile } from '#shared/format/annotation-file.ts'
import { damaged, type Versioned } from '#shared/format/versioned.ts'
import { problemOf } from './disk-problem.ts'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { type Look, lookAt } from './file-look.ts'
import { orMissing } from './file-ops.ts'
import { quarantinePath, type RecordPlace, recordName, recordPath, versionPath } from './record-path.ts'
import { readRegularFile } from './regular-file.ts'
import { jsonTextOf } from './utf8.ts'
import type { Workspace } from './workspace.ts'

/** A version kept from before; `savedAt` is ISO 8601, UTC. */
export type LastGood = { readonly record: AnnotationRecord; readonly savedAt: string }

export type DamagedRecord = {
  readonly kind: 'damaged'
  readonly sentence: string
  /** Where the damaged content was copied to; null when it could not be. The file itself stays as it is. */
  readonly copy: string | null
  readonly lastGood: LastGood | null
}

export type RecordOutcome =
  /** `fileHash` is null where there is no file yet; the record is then the empty one. */
  | { readonly kind: 'ok'; readonly record: AnnotationRecord; readonly fileHash: string | null }
  /** Written by a newer Glosswright, or kept from us by the disk: nothing may be written in its place. */
  | { readonly kind: 'newer' | 'unreadable'; readonly sentence: string }
  | DamagedRecord

/** Reads what `annotator` has said about an article. */
export async function readRecord(
  workspace: Workspace,
  annotator: string,
  source: ArticleText,
): Promise<RecordOutcome> {
  const place = { workspace, annotator, articleId: source.article.id }
  try {
    return await readLook(place, source, await lookAt(await recordPath(place)))
  } catch (error) {
    return unreadable(place, error)
  }
}

export const unreadable = (place: RecordPlace, error: unknown): RecordOutcome => ({
  kind: 'unreadable',
  sentence: `“${recordName(place)}” could not be read: ${problemOf(error)}`,
})

/** The same from content that was read already. */
export async function readLook(
  place: RecordPlace,
  source: ArticleText,
  look: Look | null,
): Promise<RecordOutcome> {
  if (!look) return { kind: 'ok', record: emptyRecord, fileHash: null }
  const read = parse(place, source, look.bytes)
  if (read.kind === 'current') return { kind: 'ok', record: read.value, fileHash: look.hash }
  if (read.kind === 'newer') return { kind: 'newer', sentence: read.sentence }
  const mayWrite = place.workspace.access.kind === 'write'
  const copy = mayWrite ? await quarantine(place, look).catch(() => null) : null
  const lastGood = await readLastGood(place, source)
  const sentence = `${read.sentence.replace(/\.$/, '')}; ${adviceFor(copy, lastGood)}`
  return { kind: 'damaged', sentence, copy, lastGood }
}

function parse(place: RecordPlace, source: ArticleText, bytes: Uint8Array): Versioned<AnnotationRecord> {
  const file = recordName(place)
  const json = jsonTextOf(bytes)
  if (json === null) return damaged(file, 'It is not UTF-8 text.')
  return readRecordFile(json, { source, annotator: place.annotator, file })
}

function adviceFor(copy: string | null, lastGood: LastGood | null): string {
  const kept = copy ? `a copy was kept at “${copy}”` : 'it was left as it is'
  return lastGood ? `${kept}, and the last good version can be restored.` : `${kept}.`
}

/** Copies damaged content aside, once, and says where to. */
async function quarantine(place: RecordPlace, { bytes, hash }: Look): Promise<string> {
  const path = await quarantinePath(place, hash)
  const there = await orMissing(readRegularFile(path))
  if (!there?.equals(bytes)) await writeWithFolder(path, bytes)
  return path
}

async function writeWithFolder(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolderDurably(dirname(path))
  await writeDurably(path, [bytes])
}

/** Keeps the good content that is about to be replaced, dated as it was. */
export async function keepVersion(place: RecordPlace, { bytes }: Look): Promise<void> {
  const path = await versionPath(place)
  const { atime, mtime } = await stat(await recordPath(place))
  await writeWithFolder(path, bytes)
  await utimes(path, atime, mtime)
}

async function readLastGood(place: RecordPlace, source: ArticleText): Promise<LastGood | null> {
  try {
    const path = await versionPath(place)
    const { mtime } = await stat(path)
    const read = parse(place, source, await readRegularFile(path))
    return read.kind === 'current' ? { record: read.value, savedAt: mtime.toISOString() } : null
  } catch {
    return null
  }
}
