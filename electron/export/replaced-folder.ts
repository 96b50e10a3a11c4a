import { createHash } from 'node:crypto'
import { renameSync } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { syncFolder } from '#electron/library/durable-write.ts'
import { orMissing } from '#electron/library/file-ops.ts'
import { sha256 } from '#electron/library/hash.ts'
import { type ExportedFile, MANIFEST_FILE, readManifest } from '#shared/format/export-manifest.ts'
import { fileAt } from './file-at.ts'

/**
 * A folder that takes another one's place. No system that we know of swaps two folders in one step for us, so the old one
 * first gets a name beside its own, then the new one gets its name, then the old one goes. Whoever is killed in between leaves both
 * whole; where the name itself is missing then, the next export to it puts the old one back before it does anything else.
 */
export async function replaceFolder(folder: string, out: string): Promise<void> {
  const aside = asideOf(out)
  await rm(aside, { recursive: true, force: true })
  const isThere = (await orMissing(lstat(out))) !== null
  if (isThere) renameSync(out, aside)
  try {
    renameSync(folder, out)
  } catch (error) {
    if (isThere) renameSync(aside, out)
    throw error
  }
  await syncFolder(dirname(out))
  // Where it cannot be removed the next export tries again.
  if (isThere) await rm(aside, { recursive: true, force: true }).catch(() => undefined)
}

/** Where one was killed before the new folder had its name, the old one gets it again. */
export async function restoreFolder(out: string): Promise<void> {
  const aside = asideOf(out)
  if (!(await orMissing(lstat(out))) && (await orMissing(lstat(aside)))) renameSync(aside, out)
}

/** Where the old folder lies meanwhile: the same each time, however long its name is. */
export function asideOf(out: string): string {
  const name = basename(out)
  return join(dirname(out), `.${name.slice(0, 40)}.${sha256(name).slice(0, 12)}.glosswright-old`)
}

/**
 * What keeps a folder from being replaced: something in it that no earlier export has written, a file of an earlier one that
 * somebody has changed since, or that it is no export at all.
 */
export type Obstacle =
  | { readonly kind: 'foreign' }
  | { readonly kind: 'stranger' | 'changed'; readonly path: string }

/** Null for a folder that is missing or empty, and for an earlier export of ours as it was written. */
export async function obstacleIn(out: string): Promise<Obstacle | null> {
  const entries = (await orMissing(readdir(out, { recursive: true, withFileTypes: true }))) ?? []
  const found = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ isFile: entry.isFile(), path: pathIn(out, join(entry.parentPath, entry.name)) }))
  if (found.length === 0) return null
  const manifest = found.some(({ path, isFile }) => isFile && path === MANIFEST_FILE)
    ? await readManifest(fileAt(join(out, MANIFEST_FILE), MANIFEST_FILE))
    : null
  if (!manifest) return { kind: 'foreign' }
  const listed = manifest.files
  const stranger = found.find(({ path, isFile }) => !isFile || !(listed.has(path) || path === MANIFEST_FILE))
  if (stranger) return { kind: 'stranger', path: stranger.path }
  const files = found.flatMap(({ path }) => listed.get(path) ?? [])
  const changed = await changedAmong(out, files)
  return changed === null ? null : { kind: 'changed', path: changed }
}

const pathIn = (folder: string, path: string): string => relative(folder, path).split(sep).join('/')

/** The path of one that is not as it was written; what another size tells is not read. */
async function changedAmong(out: string, files: readonly ExportedFile[]): Promise<string | null> {
  for (const { path, bytes } of files) if ((await lstat(join(out, path))).size !== bytes) return path
  for (const { path, sha256 } of files) if ((await hashOf(join(out, path))) !== sha256) return path
  return null
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of fileAt(file, file).chunks()) hash.update(chunk)
  return hash.digest('hex')
}
