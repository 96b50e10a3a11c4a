import { lstat, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import { errorCode, orMissing } from './file-ops.ts'

/** An article's id is the name of its files, on every system; a sync tool's conflict copies are no articles. */
export const articleIdPattern = /^(?!.*\.\.)(?!.*\.sync-conflict-)[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

export const isArticleId = (id: string): boolean => articleIdPattern.test(id)

const MAX_NAME = 64
/** What a folder's name must not hold on one system or another, and what would be there without being seen. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i

/** The annotator's name in the one form that is also a folder's name; fails where it cannot be one. */
export function annotatorName(typed: string): Result<string> {
  const name = typed.trim().normalize('NFC')
  const length = Array.from(name).length
  if (length === 0) return failed('An annotator needs a name.')
  if (length > MAX_NAME || Buffer.byteLength(name) > 240) {
    return failed(`An annotator’s name can have ${MAX_NAME} characters; please shorten “${name}”.`)
  }
  const isFolderName = !FORBIDDEN.test(name) && !DEVICE.test(name)
  if (isFolderName && !name.startsWith('.') && !name.endsWith('.')) return ok(name)
  return failed(`“${name}” cannot be the name of a folder; please use letters, digits and spaces.`)
}

/** The same for somebody who annotates: the gold is what all agreed on, and nobody's name. */
export function personName(typed: string): Result<string> {
  const name = annotatorName(typed)
  if (!name.ok || name.value.toLowerCase() !== GOLD) return name
  return failed(`“${name.value}” is the name of what is settled in adjudication; please take another.`)
}

/**
 * The path of something in a workspace; fails when it would lie outside, be it by `..`, by an absolute path or by a
 * symbolic link anywhere on the way. What does not exist yet is judged by the deepest folder that does. Throws system
 * errors where the way there cannot be seen.
 */
export async function insideWorkspace(root: string, ...parts: readonly string[]): Promise<Result<string>> {
  const path = resolve(root, ...parts)
  const outside = failed(`“${parts.join('/')}” lies outside the workspace and was not opened.`)
  if (parts.some((part) => part.includes('\0')) || !isWithin(resolve(root), path)) return outside
  const [realRoot, real] = await Promise.all([realOf(resolve(root)), realOf(path)])
  return realRoot !== null && real !== null && isWithin(realRoot, real) ? ok(path) : outside
}

/** The same for names that were made by us. Throws EOUTSIDE where a link leads out of the workspace all the same. */
export async function pathInside(root: string, name: string): Promise<string> {
  const path = await insideWorkspace(root, name)
  if (!path.ok) throw Object.assign(new Error(path.problem.sentence), { code: 'EOUTSIDE' })
  return path.value
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Where the deepest existing part of `path` really is; null for a link that leads nowhere, or in a circle. */
async function realOf(path: string): Promise<string | null> {
  try {
    return await realpath(path)
  } catch (error) {
    if (errorCode(error) === 'ELOOP') return null
    if (errorCode(error) !== 'ENOENT') throw error
    const found = await orMissing(lstat(path))
    if (found) return found.isSymbolicLink() ? null : realOf(path) // It was made meanwhile.
    return dirname(path) === path ? null : realOf(dirname(path))
  }
}
