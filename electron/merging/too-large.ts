import { stat } from 'node:fs/promises'
import { orMissing } from '#electron/library/file-ops.ts'
import { insideWorkspace } from '#electron/library/ids.ts'

/** No honest file of a workspace is larger. */
const LARGEST = 64 * 1024 * 1024

/** True where any of these files of a workspace is larger than it can honestly be. What cannot be seen is not. */
export async function isTooLarge(root: string, ...names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    const path = await insideWorkspace(root, name).catch(() => null)
    const found = path?.ok ? await orMissing(stat(path.value)).catch(() => null) : null
    if (found && found.size > LARGEST) return true
  }
  return false
}
