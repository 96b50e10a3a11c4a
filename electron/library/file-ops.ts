import { renameSync } from 'node:fs'
import { open, unlink } from 'node:fs/promises'

/** An open file, as far as the durable writer uses one. */
export type OpenFile = {
  /** May write less than it was given, as the system call may; resolves to how much it wrote. */
  readonly write: (
    buffer: Uint8Array,
    offset: number,
    length: number,
  ) => Promise<{ readonly bytesWritten: number }>
  readonly sync: () => Promise<void>
  readonly stat: () => Promise<{ readonly size: number }>
  readonly close: () => Promise<void>
}

/** The system calls that can fail under the durable writer; tests put failing ones in their place. */
export type FileOps = {
  readonly open: (path: string, flags: 'wx' | 'r') => Promise<OpenFile>
  /** At once, so that nothing happens between the last look at a file and its replacement. */
  readonly rename: (from: string, to: string) => void
  readonly unlink: (path: string) => Promise<void>
}

export const realFileOps: FileOps = { open, rename: renameSync, unlink }

/** The code of a system error (`ENOENT`), else an empty string. */
export function errorCode(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** What `reading` resolves to, or null when there is no such file or folder. */
export async function orMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null
    throw error
  }
}
