import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { documentPath } from '#electron/library/document-file.ts'
import { recordFile } from '#electron/library/records.ts'
import { reviewFile } from '#electron/library/reviews.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import { applyTo, type Edit } from '#shared/domain/edit.ts'
import { type AnnotationRecord, emptyRecord } from '#shared/domain/record.ts'
import { emptyReview } from '#shared/domain/review.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import { reviewWriter } from '#shared/format/reviews-file.ts'

/** Writes the file of an annotator who has done an article, and has these marks in it; answers with its path. */
export async function annotated(
  workspace: Workspace,
  source: ArticleText,
  annotator: string,
  { marks, ...rest }: Partial<AnnotationRecord> & { readonly marks: readonly Annotation[] },
): Promise<string> {
  const file = await documentPath(recordFile(workspace, annotator, source))
  const record = { ...emptyRecord, status: 'done', annotations: AnnotationSet.from(marks), ...rest } as const
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, recordWriter(source, annotator)(record))
  return file
}

/** Writes the file of what a reviewer says of an article. */
export async function says(
  workspace: Workspace,
  source: ArticleText,
  by: string,
  ...edits: readonly Edit[]
): Promise<void> {
  const file = await documentPath(reviewFile(workspace, by, source))
  const review = edits.reduce((before, edit) => applyTo('review', before, edit), emptyReview)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, reviewWriter(source, by)(review))
}
