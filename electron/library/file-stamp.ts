import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { orMissing } from './file-ops.ts'

/**
 * A file that was changed so lately may be changed again without its times telling: clocks of file systems tick a few
 * times a second, those of some memory cards every other.
 */
const YOUNG_MS = 2_500

/**
 * What tells that files of a workspace are other ones than before: of each the time of its last change, which nobody
 * can set back, and its size. Empty while one of them is too young to tell. Take it before the files are read.
 */
export async function stampOfFiles(root: string, names: readonly string[]): Promise<string> {
  const now = Date.now()
  const stamps: string[] = []
  for (const name of names) {
    const found = await orMissing(lstat(join(root, name)))
    if (found && found.ctimeMs > now - YOUNG_MS) return ''
    stamps.push(found ? `${found.size} ${found.ctimeMs}` : 'none')
  }
  return stamps.join(' ')
}
