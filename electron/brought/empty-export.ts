import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { MANIFEST_FILE, readManifest } from '#shared/format/export-manifest.ts'
import type { SourceFiles } from './source-files.ts'

/** Whether a folder is an export in that format without any article: no file of the format need be in it then. */
export async function isEmptyExport(
  { folder, files, isFolder }: SourceFiles,
  format: string,
): Promise<boolean> {
  if (!isFolder || !files.some(({ path }) => path === MANIFEST_FILE)) return false
  const chunks = () => createReadStream(join(folder, MANIFEST_FILE))
  const manifest = await readManifest({ path: MANIFEST_FILE, chunks })
  return manifest?.format === format && manifest.articles === 0
}
