import { basename } from 'node:path'
import type { ArticleText } from '#shared/domain/article.ts'
import { applyEdit } from '#shared/domain/edit.ts'
import { mergeRecords } from '#shared/domain/merge.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { ANNOTATION_FILE_VERSION, readRecordFile, recordWriter } from '#shared/format/annotation-file.ts'
import type { DocumentFile } from './document-file.ts'
import { type DamagedDocument, type DocumentOutcome, readDocument } from './document-reading.ts'
import { filesIn } from './folder.ts'
import { isArticleId, pathInside } from './ids.ts'
import { readRegularFile } from './regular-file.ts'
import type { Workspace } from './workspace.ts'

export type RecordOutcome = DocumentOutcome<AnnotationRecord>
export type DamagedRecord = DamagedDocument<AnnotationRecord>

/** The file that holds what `annotator` has said about an article. */
export function recordFile(
  workspace: Workspace,
  annotator: string,
  source: ArticleText,
): DocumentFile<AnnotationRecord> {
  const shelf = `${annotator}/${source.article.id}`
  const name = `annotators/${shelf}.json`
  return {
    workspace,
    name,
    shelf,
    version: ANNOTATION_FILE_VERSION,
    empty: emptyRecord,
    contentOf: recordWriter(source, annotator),
    parse: (json) => readRecordFile(json, { source, annotator, file: name }),
    apply: applyEdit,
    merge: mergeRecords,
  }
}

/** Reads what `annotator` has said about an article. */
export const readRecord = (
  workspace: Workspace,
  annotator: string,
  source: ArticleText,
): Promise<RecordOutcome> => readDocument(recordFile(workspace, annotator, source))

/** What lies in each of an annotator's annotation files; null where that cannot be read. */
export async function* recordContents(
  { root }: Workspace,
  annotator: string,
): AsyncGenerator<{ readonly articleId: string; readonly bytes: Buffer | null }> {
  for (const name of await filesIn(root, 'annotators', annotator)) {
    const articleId = basename(name, '.json')
    if (articleId === name || !isArticleId(articleId)) continue
    const path = await pathInside(root, `annotators/${annotator}/${name}`)
    yield { articleId, bytes: await readRegularFile(path).catch(() => null) }
  }
}
