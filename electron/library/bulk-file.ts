import { open, readdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Document, Edit } from '#shared/domain/edit.ts'
import { editSchema } from '#shared/format/edit-schema.ts'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { orMissing } from './file-ops.ts'
import { pathInside } from './ids.ts'
import type { Workspace } from './workspace.ts'

/** What an edit to many articles changes in one of them, of one annotator's. */
export type ArticleEdit = {
  /** Null where it changes what is of no article: the registry, the cleaning rules, the scheme, the team. */
  readonly articleId: string | null
  readonly edit: Edit
  /** Whose documents it changes, where that is somebody else than whose the whole edit is. */
  readonly annotator?: string
}

/** The same as it is kept. */
export type KeptEdit = ArticleEdit & {
  /** Those of the documents that had no file before: they have none again when the edit is taken back. */
  readonly makes?: readonly Document[]
}

/** Where an annotator's edit to many articles is kept for undo, an article a line. */
export const bulkPath = ({ root }: Workspace, annotator: string, bulk: string): Promise<string> =>
  pathInside(root, `.glosswright/history/${annotator}/${bulk}.jsonl`)

/** Resolves to how many articles it is about. Throws system errors. */
export async function writeBulk(file: string, edits: AsyncIterable<KeptEdit>): Promise<number> {
  let count = 0
  async function* lines() {
    for await (const edit of edits) {
      count++
      yield `${JSON.stringify(edit)}\n`
    }
  }
  await makeFolderDurably(dirname(file))
  await writeDurably(file, lines())
  return count
}

/** One article's edit after another. @throws where the file is gone or is not what was written. */
export async function* readBulk(file: string): AsyncGenerator<KeptEdit> {
  const handle = await open(file)
  try {
    for await (const line of handle.readLines()) {
      const { edit, ...rest } = JSON.parse(line) as KeptEdit
      yield { ...rest, edit: editSchema.parse(edit) }
    }
  } finally {
    await handle.close()
  }
}

/** Removes what the history does not name any more. */
export async function removeBulksBut(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const names = (await orMissing(readdir(folder))) ?? []
  const ours = names.filter((name) => name.endsWith('.jsonl') && !kept.has(name.slice(0, -6)))
  for (const name of ours) await rm(`${folder}/${name}`, { force: true })
}
