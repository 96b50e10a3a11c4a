import { readdir } from 'node:fs/promises'
import { errorCode } from './file-ops.ts'
import { insideWorkspace } from './ids.ts'

/** Names of the plain files in a folder of a workspace, sorted; links are not followed. Throws system errors. */
export const filesIn = (root: string, ...parts: readonly string[]): Promise<string[]> =>
  namesIn(root, parts, (entry) => entry.isFile())

/** Names of the folders in a folder of a workspace, sorted; links are not followed. Throws system errors. */
export const foldersIn = (root: string, ...parts: readonly string[]): Promise<string[]> =>
  namesIn(root, parts, (entry) => entry.isDirectory())

type Entry = { readonly name: string; isFile(): boolean; isDirectory(): boolean }

async function namesIn(
  root: string,
  parts: readonly string[],
  isWanted: (entry: Entry) => boolean,
): Promise<string[]> {
  const folder = await insideWorkspace(root, ...parts)
  const entries = folder.ok ? await entriesOf(folder.value) : []
  const wanted = entries.filter(isWanted)
  return wanted.map(({ name }) => name).sort()
}

/** None where there is no folder; a file in its place is not taken for an empty one. */
async function entriesOf(folder: string): Promise<readonly Entry[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
