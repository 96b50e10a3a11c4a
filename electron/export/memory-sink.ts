import type { Sink } from '#shared/format/interchange/adapter.ts'
import { utf8Bytes } from '#shared/format/utf8.ts'

/** Keeps in memory what is written. */
export function memorySink(): {
  readonly sink: Sink
  readonly files: () => ReadonlyMap<string, Uint8Array>
} {
  const parts = new Map<string, Uint8Array[]>()
  const open: Sink['open'] = async (path) => {
    const written: Uint8Array[] = []
    parts.set(path, written)
    return {
      write: async (data) => void written.push(typeof data === 'string' ? utf8Bytes(data) : data.slice()),
      close: async () => undefined,
    }
  }
  return {
    sink: { open },
    files: () => new Map(Array.from(parts, ([path, all]) => [path, Buffer.concat(all)])),
  }
}
