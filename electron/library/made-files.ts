import { rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Document } from '#shared/domain/edit.ts'
import { readArticle } from './articles.ts'
import type { ArticleEdit } from './bulk-file.ts'
import { cleaningFile } from './cleanings.ts'
import { type DocumentFile, documentPath } from './document-file.ts'
import { readDocument } from './document-reading.ts'
import { sha256 } from './hash.ts'
import { recordFile } from './records.ts'
import { registryFile } from './registries.ts'
import { reviewFile } from './reviews.ts'
import type { Workspace } from './workspace.ts'

/**
 * Removes files that an edit has made, once it is taken back, and the folders that are empty with it. One that somebody has
 * put something in since says more than nothing, and stays.
 */
export async function removeMade(
  workspace: Workspace,
  annotator: string,
  { articleId, makes = [] }: Pick<ArticleEdit, 'articleId' | 'makes'>,
): Promise<void> {
  const read = articleId === null ? null : await readArticle(workspace, articleId)
  const source = read?.ok ? read.value : null
  for (const made of makes) {
    const file = fileOf(made, workspace, annotator, source)
    if (file) await removeEmpty(file)
  }
}

function fileOf(
  made: Document,
  workspace: Workspace,
  annotator: string,
  source: ArticleText | null,
): DocumentFile<object> | null {
  if (made === 'registry') return wide(registryFile(workspace, annotator))
  if (made === 'cleaning') return wide(cleaningFile(workspace, annotator))
  if (made === 'record' && source) return wide(recordFile(workspace, annotator, source))
  if (made === 'review' && source) return wide(reviewFile(workspace, annotator, source))
  return null
}

/** Whatever is in it, it is compared with nothing. */
const wide = <D extends object>(file: DocumentFile<D>): DocumentFile<object> =>
  file as unknown as DocumentFile<object>

async function removeEmpty(file: DocumentFile<object>): Promise<void> {
  const read = await readDocument(file)
  if (read.kind !== 'ok' || read.fileHash !== sha256(file.contentOf(file.empty))) return
  const path = await documentPath(file)
  await rm(path)
  // Those that hold something else stay.
  await rmdir(dirname(path)).catch(() => undefined)
  await rmdir(dirname(dirname(path))).catch(() => undefined)
}
