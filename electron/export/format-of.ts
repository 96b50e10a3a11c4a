import { orMissing } from '#electron/library/file-ops.ts'
import { openRegularFile } from '#electron/library/regular-file.ts'

/** What a JSON file of ours says it is, by its beginning; null for others, and where there is none. */
export async function formatOf(path: string): Promise<string | null> {
  const handle = await orMissing(openRegularFile(path))
  if (!handle) return null
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0)
    return /^\{\s*"format":\s*"([^"\\]+)"/.exec(buffer.toString('utf8', 0, bytesRead))?.[1] ?? null
  } finally {
    await handle.close()
  }
}
