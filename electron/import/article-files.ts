import { type Dirent, promises as fs, type Stats } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { isReadable } from './formats.ts'

/**
 * The article files that a person means by a path: the file itself, or what lies in the folder at any depth, in the same
 * order on every machine. Hidden files are left out, and so are links that lead out of the folder or round in circles.
 * @param onSkipped told of each file in sight that is of no kind that can be read.
 */
export async function* articleFilesIn(
  folder: string,
  onSkipped: (path: string) => unknown = () => undefined,
): AsyncGenerator<string> {
  const root = await fs.realpath(folder)
  yield* walk(folder, { root, trail: [root], onSkipped })
}

/** `trail` holds the real paths of the folders on the way down. */
type Walk = {
  readonly root: string
  readonly trail: readonly string[]
  readonly onSkipped: (path: string) => unknown
}

async function* walk(folder: string, way: Walk): AsyncGenerator<string> {
  for (const entry of await visibleEntries(folder)) {
    const path = join(folder, entry.name)
    const found = entry.isSymbolicLink() ? await followed(path, way) : entry
    if (found?.isDirectory()) yield* walk(path, { ...way, trail: [...way.trail, await fs.realpath(path)] })
    else if (!found?.isFile()) continue
    else if (isReadable(entry.name)) yield path
    else way.onSkipped(path)
  }
}

/** What a link leads to; undefined where that is nothing, outside, or a folder on the way here. */
async function followed(path: string, { root, trail }: Walk): Promise<Stats | undefined> {
  const target = await realPathInside(path, root)
  return target === undefined || trail.includes(target) ? undefined : fs.stat(target)
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
