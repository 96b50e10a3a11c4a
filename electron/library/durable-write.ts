import { randomBytes } from 'node:crypto'
import { mkdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { errorCode, type FileOps, type OpenFile, orMissing, realFileOps } from './file-ops.ts'

/**
 * Replaces a file so that, whatever happens when, the old or the new one is there, whole; and once it resolves, the
 * new one, even after a power cut. The bytes go into a new file beside it, all of them (a nearly full disk takes a
 * part of a write without an error), are forced to the disk, and only then take the old file's name; last, the
 * folder that holds the name is forced to the disk too. After an error nothing of the attempt is used again: a
 * second fsync on the same file can report success for bytes that were dropped by the first.
 */
export type WriteOptions = {
  /** Looks at the finished new file before it takes its name; what it throws stops the write. */
  readonly verify?: (tempPath: string) => Promise<void>
  readonly ops?: FileOps
}

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** A string chunk must not end inside a surrogate pair. The file's folder must exist. Throws system errors. */
export async function writeDurably(file: string, chunks: Chunks, options: WriteOptions = {}): Promise<void> {
  const ops = options.ops ?? realFileOps
  const temp = tempFor(file)
  try {
    await writeWhole(temp, chunks, ops)
    await options.verify?.(temp)
    ops.rename(temp, file)
  } catch (error) {
    await ops.unlink(temp).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(file), ops)
}

/** A place beside a file or folder: ours to recognise and, once its process is gone, to remove; short enough beside any name. */
export function tempFor(file: string): string {
  const name = `.${basename(file).slice(0, 60)}.${process.pid}-${randomBytes(6).toString('hex')}.glosswright-tmp`
  return join(dirname(file), name)
}

async function writeWhole(temp: string, chunks: Chunks, ops: FileOps): Promise<void> {
  const handle = await ops.open(temp, 'wx')
  try {
    let size = 0
    const parts = typeof chunks === 'string' ? [chunks] : chunks
    for await (const part of parts) size += await writeAll(handle, part)
    await handle.sync()
    const written = (await handle.stat()).size
    if (written !== size) throw noSpace(`${written} of ${size} bytes were written`)
  } finally {
    await handle.close()
  }
}

/** Resolves to the number of bytes in `part`, all of them written. */
export async function writeAll(handle: OpenFile, part: string | Uint8Array): Promise<number> {
  const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at)
    if (bytesWritten === 0) throw noSpace('nothing more was written')
    at += bytesWritten
  }
  return bytes.length
}

const noSpace = (message: string): Error => Object.assign(new Error(message), { code: 'ENOSPC' })

/** Forces a folder's names to the disk, where the system can do that: Windows cannot, some network drives neither. */
export async function syncFolder(folder: string, ops: FileOps = realFileOps): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await ops.open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error))) throw error
  } finally {
    await handle.close()
  }
}

/** Makes a folder and what is missing above it, each name forced to the disk. */
export async function makeFolderDurably(folder: string, ops: FileOps = realFileOps): Promise<void> {
  const parent = dirname(folder)
  if (!(await orMissing(stat(folder)))) {
    if (parent !== folder) await makeFolderIfMissing(parent, ops)
    await mkdir(folder).catch(unlessThere)
  }
  // Also where it was there already: whoever made it may have died before this.
  await syncFolder(parent, ops)
}

async function makeFolderIfMissing(folder: string, ops: FileOps): Promise<void> {
  if (!(await orMissing(stat(folder)))) await makeFolderDurably(folder, ops)
}

function unlessThere(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error
}
