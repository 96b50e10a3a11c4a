import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageAssets } from '#shared/format/review-page.ts'

/** The page's script and style, as they were built. Throws system errors. */
export async function readPageAssets(folder: string): Promise<PageAssets> {
  const [script, style] = await Promise.all(
    ['review-page.js', 'review-page.css'].map((name) => readFile(join(folder, name), 'utf8')),
  )
  return { script: script ?? '', style: style ?? '' }
}
