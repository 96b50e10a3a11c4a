import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ArticleText } from '#shared/domain/article.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { ChangedOutside } from '#shared/ipc/versions.ts'
import { readArticleInfo } from './articles.ts'
import { problemOf } from './disk-problem.ts'
import { makeFolderDurably, writeDurably } from './durable-write.ts'
import { orMissing } from './file-ops.ts'
import { sha256 } from './hash.ts'
import { pathInside } from './ids.ts'
import { readRegularFile } from './regular-file.ts'
import type { Workspace } from './workspace.ts'

/**
 * Copies of the texts that annotations were made on, under `.glosswright/texts`: a text that another program has changed
 * can be put back, and compared with what it is now.
 */
const copyPath = ({ root }: Workspace, id: string): Promise<string> =>
  pathInside(root, `.glosswright/texts/${id}.txt`)

/** Keeps a copy unless there is one. Where it cannot be kept, the text itself is there all the same. */
export async function keepText(workspace: Workspace, { article, text }: ArticleText): Promise<void> {
  try {
    const path = await copyPath(workspace, article.id)
    const there = await orMissing(stat(path))
    if (there?.size === Buffer.byteLength(text)) return
    await makeFolderDurably(dirname(path))
    await writeDurably(path, [text])
  } catch {
    // A full disk: the edit that this belongs to says so, and the next one tries again.
  }
}

/** Null where the article's text is as it was imported, or nothing is known of the article. */
export async function changedOutside(workspace: Workspace, id: string): Promise<ChangedOutside | null> {
  const info = await readArticleInfo(workspace, id)
  if (!info.ok) return null
  const bytes = await readIfThere(workspace, `articles/${id}.txt`)
  if (bytes && sha256(bytes) === info.value.sha256) return null
  const isMarked = bytes !== null && sha256(withoutMark(bytes)) === info.value.sha256
  return {
    canPutBack: isMarked || (await copyOf(workspace, id, info.value.sha256)) !== null,
    canTake: bytes !== null && !isMarked,
  }
}

async function readIfThere({ root }: Workspace, name: string): Promise<Buffer | null> {
  return pathInside(root, name)
    .then(readRegularFile)
    .catch(() => null)
}

/** The copy; or the text itself, where an editor has but put a byte order mark before it. */
async function copyOf(workspace: Workspace, id: string, hash: string): Promise<Buffer | null> {
  for (const name of [`.glosswright/texts/${id}.txt`, `articles/${id}.txt`]) {
    const bytes = await readIfThere(workspace, name)
    const copy = bytes && withoutMark(bytes)
    if (copy && sha256(copy) === hash) return copy
  }
  return null
}

const MARK = Buffer.from('\ufeff')
const withoutMark = (bytes: Buffer): Buffer =>
  bytes.subarray(0, MARK.length).equals(MARK) ? bytes.subarray(MARK.length) : bytes

/** Puts the text back that was imported; what lies in its place is lost unless it was made an article before. */
export async function putBackText(workspace: Workspace, id: string): Promise<Result<null>> {
  const info = await readArticleInfo(workspace, id)
  if (!info.ok) return info
  if (workspace.access.kind === 'read') return failed(workspace.access.sentence)
  const copy = await copyOf(workspace, id, info.value.sha256)
  if (!copy) return failed(`There is no copy of the text of “${info.value.title}” as it was imported.`)
  try {
    await writeDurably(await pathInside(workspace.root, `articles/${id}.txt`), [copy])
    return ok(null)
  } catch (error) {
    return failed(`“articles/${id}.txt” could not be put back: ${problemOf(error)}`)
  }
}
