import { statSync } from 'node:fs'
import { errorCode, orMissing } from './file-ops.ts'
import { sha256 } from './hash.ts'
import { openRegularFile } from './regular-file.ts'

/** A file's content at one moment, and what tells whether it is still the same file. */
export type Look = { readonly bytes: Uint8Array; readonly hash: string; readonly stamp: string }

/** Reads a file; null when there is none. */
export async function lookAt(file: string): Promise<Look | null> {
  const handle = await orMissing(openRegularFile(file))
  if (!handle) return null
  try {
    const stamp = stampOf(await handle.stat({ bigint: true }))
    const bytes = await handle.readFile()
    return { bytes, hash: sha256(bytes), stamp }
  } finally {
    await handle.close()
  }
}

/** Whether a file is still what `look` found. At once, so that it can be asked right before the file is replaced. */
export function isStill(file: string, look: Look | null): boolean {
  try {
    return stampOf(statSync(file, { bigint: true })) === look?.stamp
  } catch (error) {
    return look === null && ['ENOENT', 'ENOTDIR'].includes(errorCode(error))
  }
}

type Times = {
  readonly ino: bigint
  readonly size: bigint
  readonly mtimeNs: bigint
  readonly ctimeNs: bigint
}

const stampOf = ({ ino, size, mtimeNs, ctimeNs }: Times): string => [ino, size, mtimeNs, ctimeNs].join(' ')
