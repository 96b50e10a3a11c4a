import { type Dirent, promises as fs, type Stats } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { isReadable } from './formats.ts'

/**
 * The article files that a person means by a path: the file itself, or what lies in the folder at any depth, in the same
 * order on every machine. Hidden files are left out, and so are links that lead out of the folder. A folder is walked
 * once, however many links lead to it: folders that link to each other have more ways through them than can be walked.
 */
export type WalkOptions = {
  /** Told of each file in sight that is of no kind that can be read. */
  readonly onSkipped?: (path: string) => unknown
  /** Ends the walk where it is. */
  readonly signal?: AbortSignal | undefined
}

export async function* articleFilesIn(folder: string, options: WalkOptions = {}): AsyncGenerator<string> {
  yield* walk(folder, { ...options, root: await fs.realpath(folder), walked: new Set() })
}

/** `walked` holds the real paths of the folders that were entered. */
type Walk = WalkOptions & { readonly root: string; readonly walked: Set<string> }

async function* walk(folder: string, way: Walk): AsyncGenerator<string> {
  if (!(await isNew(folder, way))) return
  for (const entry of await visibleEntries(folder)) {
    if (way.signal?.aborted) return
    const path = join(folder, entry.name)
    const kind = await kindOf(entry, path, way)
    if (kind === 'folder') yield* walk(path, way)
    else if (kind === 'article') yield path
    else if (kind === 'other') way.onSkipped?.(path)
  }
}

/** False for a folder that was entered before. */
async function isNew(folder: string, { walked }: Walk): Promise<boolean> {
  const before = walked.size
  return walked.add(await fs.realpath(folder)).size > before
}

async function kindOf(
  entry: Dirent,
  path: string,
  { root }: Walk,
): Promise<'folder' | 'article' | 'other' | null> {
  const found = entry.isSymbolicLink() ? await followed(path, root) : entry
  if (found?.isDirectory()) return 'folder'
  if (!found?.isFile()) return null
  return isReadable(entry.name) ? 'article' : 'other'
}

/** What a link leads to; undefined where that is nothing, or outside. */
async function followed(path: string, root: string): Promise<Stats | undefined> {
  const target = await realPathInside(path, root)
  return target === undefined ? undefined : fs.stat(target)
}

async function visibleEntries(folder: string): Promise<Dirent[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true })
  const visible = entries.filter((entry) => !entry.name.startsWith('.'))
  return visible.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Where a link leads, or undefined when that is nowhere or outside `root`. */
async function realPathInside(path: string, root: string): Promise<string | undefined> {
  const target = await fs.realpath(path).catch(() => undefined)
  if (target === undefined) return undefined
  const way = relative(root, target)
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : target
}
