import { readFile, rename, writeFile } from 'node:fs/promises'
import { readRecord } from '#electron/library/records.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import type { ArticleText } from '#shared/domain/article.ts'
import type { Edit } from '#shared/domain/edit.ts'
import { recordWriter } from '#shared/format/annotation-file.ts'
import { mark, marking } from '#shared/testing/samples.ts'
import { recordFileOf } from './stores.ts'
import { addedArticle, tempWorkspace } from './temp-workspace.ts'

/** A workspace with one article, on which Ana is about to work. */
export async function desk() {
  const workspace = await tempWorkspace()
  const source = await addedArticle(workspace, 'Norland 😀 promised help.')
  return { workspace, source, id: source.article.id, file: await recordFileOf(workspace, source) }
}

/** The edit that marks "Norland". */
export const add = (id: string): Edit => marking(mark(id, 0, 7))

/** Another program changes the file of Ana's record, as a sync tool does: whole, and at once. */
export async function theyWrite(
  workspace: Workspace,
  source: ArticleText,
  change: (content: string) => string,
): Promise<void> {
  const file = await recordFileOf(workspace, source)
  await writeFile(`${file}.part`, change(await readFile(file, 'utf8')))
  await rename(`${file}.part`, file)
}

/** Another program adds a mark. */
export async function theyAdd(workspace: Workspace, source: ArticleText, id: string): Promise<void> {
  const read = await readRecord(workspace, 'Ana', source)
  if (read.kind !== 'ok') throw new Error(read.sentence)
  const record = { ...read.document, annotations: read.document.annotations.with(mark(id, 11, 19)) }
  await theyWrite(workspace, source, () => recordWriter(source, 'Ana')(record))
}
