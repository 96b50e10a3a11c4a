import { createHash } from 'node:crypto'
import { writeAll } from '#electron/library/durable-write.ts'
import { type FileOps, realFileOps } from '#electron/library/file-ops.ts'
import type { OutFile } from '#shared/format/interchange/adapter.ts'
import { utf8Bytes } from '#shared/format/utf8.ts'

/** What was written: so many bytes, and their hash. */
export type Sum = { readonly bytes: number; readonly sha256: string }

export type BufferedFile = OutFile & {
  /** Known once it is closed. */
  readonly sum: () => Sum
  /** Closes it as it is, for it will be thrown away. */
  readonly abandon: () => Promise<void>
}

const ENOUGH = 256 * 1024

/** A new file that gathers what is written to it in pieces that are worth a call, and is on the disk once it is closed. */
export async function openBuffered(path: string, ops: FileOps = realFileOps): Promise<BufferedFile> {
  const handle = await ops.open(path, 'wx')
  const hash = createHash('sha256')
  let [waiting, length, bytes, isOpen]: [Uint8Array[], number, number, boolean] = [[], 0, 0, true]
  const flush = async (): Promise<void> => {
    const block = waiting.length === 1 ? (waiting[0] as Uint8Array) : Buffer.concat(waiting)
    ;[waiting, length] = [[], 0]
    hash.update(block)
    bytes += await writeAll(handle, block)
  }
  const abandon = async (): Promise<void> => {
    if (isOpen) await handle.close()
    isOpen = false
  }
  return {
    write: async (data) => {
      // A copy: whoever gives bytes may write over them.
      const block = typeof data === 'string' ? utf8Bytes(data) : data.slice()
      waiting.push(block)
      length += block.length
      if (length >= ENOUGH) await flush()
    },
    close: async () => {
      await flush()
      await handle.sync()
      await abandon()
    },
    sum: () => ({ bytes, sha256: hash.copy().digest('hex') }),
    abandon,
  }
}
