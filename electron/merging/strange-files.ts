import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { orMissing } from '#electron/library/file-ops.ts'
import { annotatorName, isArticleId } from '#electron/library/ids.ts'
import type { RefusedFiles } from './refused-files.ts'

/** What lies in a workspace's folders and is not merged, said of each: links, copies of a sync tool, and what is not ours. */
export async function strangeFiles(root: string, refused: RefusedFiles): Promise<void> {
  await look(root, 'articles', refused, ({ name }) => articleFault(name))
  const annotators = await look(root, 'annotators', refused, annotatorFault)
  for (const name of annotators) {
    const folder = `annotators/${name}`
    await look(root, folder, refused, (entry) => (isShelf(entry) ? null : recordFault(entry.name)))
    await look(root, `${folder}/reviews`, refused, (entry) => recordFault(entry.name))
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
const CONFLICT = 'This is a sync tool’s copy of a file that was changed in two places.'

const isShelf = (entry: Dirent): boolean => entry.isDirectory() && entry.name === 'reviews'

function annotatorFault(entry: Dirent): string | null {
  if (!entry.isDirectory()) return STRANGE
  const name = annotatorName(entry.name)
  if (name.ok) return name.value === entry.name ? null : 'This cannot be the name of an annotator.'
  return name.problem.sentence
}

const articleFault = (name: string): string | null =>
  /\.(json|txt)$/.test(name) && isArticleId(name.replace(/\.(json|txt)$/, '')) ? null : faultOfName(name)

const recordFault = (name: string): string | null =>
  name.endsWith('.json') && isArticleId(name.slice(0, -5)) ? null : faultOfName(name)

/** As Dropbox, Syncthing, OneDrive and the systems' own copying name them. */
const COPY = /conflict|copy|\(\d+\)|~/i

const faultOfName = (name: string): string => (COPY.test(name) ? CONFLICT : STRANGE)
