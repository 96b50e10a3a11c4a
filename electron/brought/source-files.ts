import { type Dirent, promises as fs } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { AnnotationGroup } from '#electron/import/parser-process.ts'
import { unreadable } from '#electron/import/read-whole.ts'
import { problemOf } from '#electron/library/disk-problem.ts'
import { openRegularFile } from '#electron/library/regular-file.ts'
import { compareText } from '#shared/domain/compare-text.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { type Adapter, UnreadableFile } from '#shared/format/interchange/adapter.ts'

/** Files of annotations: one, or all that lie in a folder, with paths below `folder`. */
export type SourceFiles = {
  /** Of the file or folder, as it is shown. */
  readonly name: string
  readonly folder: string
  readonly isFolder: boolean
  /** Of one file: that file, and those beside it that are called the same but for their endings: `a.ann` and `a.txt`. */
  readonly files: readonly SourceFileInfo[]
}
export type SourceFileInfo = { readonly path: string; readonly size: number; readonly changed: number }

const MOST_FILES = 200_000
const DEEPEST = 20
const GIGABYTE = 1024 * 1024 * 1024
const LARGEST = 2 * GIGABYTE
const PIECE = 1024 * 1024

/** What lies at a path; links in folders are not followed, and hidden files are left out. */
export async function sourceFiles(path: string): Promise<Result<SourceFiles>> {
  const whole = resolve(path)
  const name = basename(whole)
  try {
    const found = await fs.stat(whole)
    if (found.isDirectory()) return await filesOfFolder(name, whole)
    if (!found.isFile()) return failed(`“${name}” is not a file.`)
    const chosen = { path: name, size: found.size, changed: found.mtimeMs }
    const files = [chosen, ...(await filesBeside(dirname(whole), name))]
    return ok({ name, folder: dirname(whole), isFolder: false, files })
  } catch (error) {
    return failed(unreadable(path, error))
  }
}

async function filesBeside(folder: string, name: string): Promise<readonly SourceFileInfo[]> {
  const stem = basename(name, extname(name))
  const entries = await visibleEntries(folder)
  const beside = entries.filter(
    (entry) => entry.isFile() && entry.name !== name && basename(entry.name, extname(entry.name)) === stem,
  )
  return Promise.all(beside.map((entry) => infoOf(folder, entry.name)))
}

async function infoOf(folder: string, path: string): Promise<SourceFileInfo> {
  const { size, mtimeMs } = await fs.stat(join(folder, path))
  return { path, size, changed: mtimeMs }
}

async function filesOfFolder(name: string, folder: string): Promise<Result<SourceFiles>> {
  const files: SourceFileInfo[] = []
  for await (const path of walk(folder, '', 0)) {
    if (files.length === MOST_FILES)
      return failed(`“${name}” holds more than ${MOST_FILES} files; please bring it in parts.`)
    files.push(await infoOf(folder, path))
  }
  return ok({ name, folder, isFolder: true, files })
}

async function* walk(folder: string, below: string, depth: number): AsyncGenerator<string> {
  for (const entry of await visibleEntries(join(folder, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isFile()) yield path
    else if (entry.isDirectory() && depth < DEEPEST) yield* walk(folder, path, depth + 1)
  }
}

async function visibleEntries(folder: string): Promise<readonly Dirent[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true })
  const visible = entries.filter(({ name }) => !name.startsWith('.'))
  return visible.sort((a, b) => compareText(a.name, b.name))
}

/** What an export says of itself beside its files. */
export const SIDECAR = /(?:^|\/)glosswright-export\.json$|\.export\.json$/

/** The paths of files that are read together, group by group. Of a folder, those that are no part of the format are left out. */
export function groupsIn(
  { files, isFolder, name }: SourceFiles,
  { format, groups }: Pick<Adapter, 'format' | 'groups'>,
): readonly (readonly string[])[] {
  const paths = files.map(({ path }) => path).filter((path) => !SIDECAR.test(path))
  const isMeant = (group: readonly string[]): boolean => isFolder || group.includes(name)
  if (groups) return groups(paths).filter((group) => group.length > 0 && isMeant(group))
  if (!isFolder) return [[name]]
  const ending = `.${format.ending.toLowerCase()}`
  return paths.filter((path) => path.toLowerCase().endsWith(ending)).map((path) => [path])
}

/** Gives the pieces of the files; files are opened anew for each, so that any number of them may be read. */
export const piecesOf =
  (source: SourceFiles, onRead: (bytes: number) => void): AnnotationGroup['piece'] =>
  async (path, at) => {
    const info = source.files.find((file) => file.path === path)
    if (!info) throw new Error(`“${path}” is none of the files that were asked for`)
    if (info.size > LARGEST) throw new UnreadableFile(tooLarge(info))
    const piece = await pieceOf(join(source.folder, path), info, at)
    onRead(piece.length)
    return piece
  }

const tooLarge = ({ path, size }: SourceFileInfo): string =>
  `“${path}” is too large (${(size / GIGABYTE).toFixed(1)} GB; the limit is ${LARGEST / GIGABYTE} GB); please bring it in parts.`

async function pieceOf(
  file: string,
  { path, size, changed }: SourceFileInfo,
  at: number,
): Promise<Uint8Array> {
  try {
    const handle = await openRegularFile(file)
    try {
      const found = await handle.stat()
      if (found.size !== size || found.mtimeMs !== changed)
        throw new UnreadableFile(`“${path}” changed while it was read; please bring it again.`)
      const bytes = new Uint8Array(Math.min(PIECE, Math.max(0, size - at)))
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, at)
      return bytes.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(`“${path}” could not be read: ${problemOf(error)}`)
  }
}
