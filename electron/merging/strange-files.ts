import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { orMissing } from '#electron/library/file-ops.ts'
import { annotatorName, isArticleId } from '#electron/library/ids.ts'
import type { RefusedFiles } from './refused-files.ts'

/** What lies in a workspace's folders and is not merged, said of each: links, copies of a sync tool, and what is not ours. */
export async function strangeFiles(root: string, refused: RefusedFiles): Promise<void> {
  await look(root, 'articles', refused, articleFault)
  const annotators = await look(root, 'annotators', refused, annotatorFault)
  for (const name of annotators) {
    const folder = `annotators/${name}`
    await look(root, folder, refused, (entry) => (isShelf(entry) ? null : recordFault(entry)))
    await look(root, `${folder}/reviews`, refused, recordFault)
  }
}

type Fault = (entry: Dirent) => string | null

/** Names of the good ones. */
async function look(
  root: string,
  folder: string,
  refused: RefusedFiles,
  faultOf: Fault,
): Promise<readonly string[]> {
  const entries = (await orMissing(readdir(join(root, folder), { withFileTypes: true }))) ?? []
  return entries.flatMap((entry) => {
    // The system's own, such as `.DS_Store`.
    if (entry.name.startsWith('.') || entry.name === 'Thumbs.db') return []
    const fault = entry.isSymbolicLink() ? LINK : faultOf(entry)
    if (fault === null) return [entry.name]
    refused.add(`${folder}/${entry.name}`, fault)
    return []
  })
}

const LINK = 'It is a link; only files and folders that lie there themselves are merged.'
const STRANGE = 'This is no file of Glosswright’s.'
const NO_FILE = 'This is no file.'
const CONFLICT = 'This is a sync tool’s copy of a file that was changed in two places.'

const isShelf = (entry: Dirent): boolean => entry.isDirectory() && entry.name === 'reviews'

function annotatorFault(entry: Dirent): string | null {
  if (!entry.isDirectory()) return STRANGE
  if (isAnnotators(entry.name)) return null
  const name = annotatorName(entry.name)
  return name.ok ? 'This cannot be the name of an annotator.' : name.problem.sentence
}

/** True for a folder's name that an annotator can have, in whatever form of Unicode. */
export function isAnnotators(folder: string): boolean {
  const name = annotatorName(folder)
  return name.ok && name.value === folder.normalize('NFC')
}

const articleFault = (entry: Dirent): string | null => faultOf(entry, /\.(json|txt)$/)
const recordFault = (entry: Dirent): string | null => faultOf(entry, /\.json$/)

function faultOf(entry: Dirent, ending: RegExp): string | null {
  if (!entry.isFile()) return NO_FILE
  const { name } = entry
  return ending.test(name) && isArticleId(name.replace(ending, '')) ? null : faultOfName(name)
}

/** As Dropbox, Syncthing, OneDrive and the systems' own copying name them. */
const COPY = /conflict|copy|\(\d+\)|~/i

const faultOfName = (name: string): string => (COPY.test(name) ? CONFLICT : STRANGE)
