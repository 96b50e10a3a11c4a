import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '#electron/library/durable-write.ts'
import type { ExportedFile } from '#shared/format/export-manifest.ts'
import type { Sink } from '#shared/format/interchange/adapter.ts'
import { type BufferedFile, openBuffered } from './buffered-file.ts'

export type DiskSink = Sink & {
  /** All files, by their paths; each of them has to be closed. */
  readonly files: () => readonly ExportedFile[]
  /** Forces the names of all files to the disk. */
  readonly sync: () => Promise<void>
  /** Closes what was left open. */
  readonly abandon: () => Promise<void>
}

/** Writes an export's files into a folder that is there and empty. `single` is the name of a format's only file. */
export function diskSink(folder: string, single: string | null): DiskSink {
  const opened = new Map<string, BufferedFile>()
  const folders = new Set([folder])
  return {
    open: async (named) => {
      const path = checkedPath(named, single)
      if (opened.has(path)) throw new Error(`“${path}” is written twice`)
      const place = join(folder, path)
      if (!folders.has(dirname(place))) await mkdir(dirname(place), { recursive: true })
      for (let at = dirname(place); !folders.has(at); at = dirname(at)) folders.add(at)
      const file = await openBuffered(place)
      opened.set(path, file)
      return file
    },
    files: () =>
      Array.from(opened, ([path, file]) => ({ path, ...file.sum() })).sort((a, b) =>
        a.path < b.path ? -1 : 1,
      ),
    sync: async () => {
      for (const made of folders) await syncFolder(made)
    },
    abandon: async () => {
      for (const file of opened.values()) await file.abandon()
    },
  }
}

/** Paths are made by our own adapters: one that leads elsewhere is a fault of theirs. */
function checkedPath(path: string, single: string | null): string {
  if (single !== null && path === '') return single
  const isInside = path.split('/').every((step) => !['', '.', '..'].includes(step))
  if (single === null && isInside && !/[\\\0]/.test(path)) return path
  throw new Error(`an export cannot have a file “${path}”`)
}
