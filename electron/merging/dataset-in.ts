import { stat } from 'node:fs/promises'
import { openRegularFile } from '#electron/library/regular-file.ts'

/** The formats of ours that hold all of a workspace. */
export type DatasetFormat = 'glosswright' | 'glosswright-jsonl'

/** What names the format lies behind all actors in the one, and behind all articles in the other: in the first or last of so many bytes. */
const LOOKED_AT = 1024 * 1024
const SIGN = /"glosswright\/dataset(-lines)?"/

/** Which of our datasets a file is; null where it is none. */
export async function datasetFormatOf(path: string): Promise<DatasetFormat | null> {
  const { size } = await stat(path)
  const file = await openRegularFile(path)
  try {
    const piece = async (at: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, at)
      return buffer.toString('utf8', 0, bytesRead)
    }
    const beginning = await piece(0)
    if (!/^\s*\{/.test(beginning)) return null
    const sign = SIGN.exec(beginning) ?? SIGN.exec(await piece(Math.max(0, size - LOOKED_AT)))
    return sign && (sign[1] ? 'glosswright-jsonl' : 'glosswright')
  } finally {
    await file.close()
  }
}
