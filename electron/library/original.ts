import { failed, ok, type Result } from '#shared/domain/result.ts'
import { problemOf } from './disk-problem.ts'
import { insideWorkspace } from './ids.ts'
import { readRegularFile } from './regular-file.ts'
import type { Workspace } from './workspace.ts'

/**
 * The bytes that an article was made from: those kept under `sources/` with that ending, or the text's own file for null,
 * where they are the same.
 */
export async function readOriginal(
  { root }: Workspace,
  id: string,
  ending: string | null,
): Promise<Result<Uint8Array>> {
  const name = ending === null ? `articles/${id}.txt` : `sources/${id}.${ending}`
  try {
    const path = await insideWorkspace(root, name)
    return path.ok ? ok(await readRegularFile(path.value)) : path
  } catch (error) {
    return failed(`“${name}” could not be read: ${problemOf(error)}`)
  }
}
