import { lstat, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { orMissing } from '#electron/library/file-ops.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { TEAM_NAME } from '#shared/format/team-file.ts'

/**
 * Where an export to `typed` is written, links followed; fails where that is one of the workspace's own files, or
 * something that is no file, which the new file would destroy. Throws system errors.
 */
export async function outFile(workspace: Workspace, typed: string): Promise<Result<string>> {
  const out = await outPlace(workspace, typed)
  const there = out.ok ? await orMissing(lstat(out.value)) : null
  if (!there || there.isFile()) return out
  return failed(`“${typed}” is there already and is no ordinary file; please choose another place.`)
}

/** The same for an export that is a folder; what lies in it is for others to judge. */
export async function outFolder(workspace: Workspace, typed: string): Promise<Result<string>> {
  const out = await outPlace(workspace, typed)
  const there = out.ok ? await orMissing(lstat(out.value)) : null
  if (!there || there.isDirectory()) return out
  return failed(`“${typed}” is there already and is no folder; please choose another place.`)
}

async function outPlace({ root }: Workspace, typed: string): Promise<Result<string>> {
  const out = await realPlace(resolve(typed))
  const own = await Promise.all(OWN.map((name) => realPlace(join(root, name))))
  if (own.some((place) => isWithin(place, out)))
    return failed(`“${typed}” belongs to the workspace; please choose another place.`)
  return ok(out)
}

const OWN = ['glosswright.json', TEAM_NAME, 'articles', 'sources', 'annotators', '.glosswright']

/** Where `path` really is; what is not there yet, by the deepest folder that is. A link to nowhere is where it lies. */
export async function realPlace(path: string): Promise<string> {
  const real = await orMissing(realpath(path))
  const parent = dirname(path)
  return real ?? (parent === path ? path : join(await realPlace(parent), basename(path)))
}

/** Without regard to case, as some disks have none. */
function isWithin(place: string, path: string): boolean {
  const way = relative(place.toLowerCase(), path.toLowerCase())
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
