import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Nobody has said any more whom the mentions of an annotator mean. */
export async function forgetWhoIsMeant(root: string, annotator: string): Promise<void> {
  const folder = join(root, 'annotators', annotator)
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const record = JSON.parse(await readFile(path, 'utf8'))
    if (!Array.isArray(record.annotations)) continue
    const annotations = record.annotations.map(({ actor: _, ...rest }: { actor?: string }) => rest)
    await writeFile(path, JSON.stringify({ ...record, annotations }))
  }
}
