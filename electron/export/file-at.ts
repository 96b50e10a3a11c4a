import { createReadStream } from 'node:fs'
import type { InFile } from '#shared/format/interchange/adapter.ts'

/** A file on the disk, to be read piece by piece. */
export const fileAt = (place: string, path: string): InFile => ({
  path,
  chunks: () => createReadStream(place, { highWaterMark: 256 * 1024 }),
})
