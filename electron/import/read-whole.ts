import { type FileHandle, open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { problemOf } from '#electron/library/disk-problem.ts'
import { errorCode } from '#electron/library/file-ops.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { shownName } from './shown-name.ts'

const MEGABYTE = 1024 * 1024
/** A text of this size is a shelf of books. Of the other formats the words are the smaller part. */
const LIMIT_IN_MEGABYTES = 25
const LARGE_LIMIT_IN_MEGABYTES = 100
const LARGE = /\.(?:zip|pdf|docx|epub|odt|mhtml?)$/i

const limitOf = (name: string): number => (LARGE.test(name) ? LARGE_LIMIT_IN_MEGABYTES : LIMIT_IN_MEGABYTES)

type Reading = (file: FileHandle) => Promise<Uint8Array>
const readToEnd: Reading = (file) => file.readFile()

/**
 * All bytes of a file that held still while it was read, and is not larger than 25 MB; 100 MB for what is no plain text.
 * @param read how the open file is read; tests let the file change meanwhile.
 */
export async function readWhole(path: string, read: Reading = readToEnd): Promise<Result<Uint8Array>> {
  const name = shownName(basename(path))
  try {
    const handle = await open(path, 'r')
    try {
      const before = await handle.stat()
      if (before.size > limitOf(path) * MEGABYTE) return failed(tooLarge(name, before.size))
      const bytes = await read(handle)
      const after = await handle.stat()
      const heldStill = before.mtimeMs === after.mtimeMs && before.size === bytes.length
      return heldStill ? ok(bytes) : failed(`“${name}” changed while it was read; please import it again.`)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return failed(unreadable(path, error))
  }
}

/** The sentence for a file or folder that could not be read. */
export function unreadable(path: string, error: unknown): string {
  const isGone = errorCode(error) === 'ENOENT'
  if (isGone && path.includes('\ufffd'))
    return `“${shownName(basename(resolve(path)))}” has a name that cannot be read, since it is not UTF-8; please rename it.`
  const why = isGone ? 'is not there; please check its name.' : `could not be read: ${problemOf(error)}`
  return `“${shownName(basename(resolve(path)))}” ${why}`
}

function tooLarge(name: string, size: number): string {
  const megabytes = Math.ceil(size / MEGABYTE)
  return `“${name}” is too large (${megabytes} MB; the limit is ${limitOf(name)} MB); please split it into its articles.`
}
