import type { DatasetArticle } from '../dataset.ts'
import type { ExportFrame } from './adapter.ts'
import type { Carries } from './format.ts'
import type { LossTally } from './losses.ts'

/** What a format leaves out beside the annotations themselves. */
export type CountingBeside = { readonly carries: Carries; readonly tally: LossTally }

export const METADATA = [
  'byline',
  'source',
  'publisher',
  'published',
  'dateline',
  'language',
  'url',
] as const satisfies readonly (keyof DatasetArticle)[]

/** @param annotations how many of the article's are in the export. */
export function countBeside(
  article: DatasetArticle,
  annotations: number,
  { carries, tally }: CountingBeside,
): void {
  const hasMetadata = METADATA.some((field) => article[field] !== null)
  if (!carries.metadata && hasMetadata) tally.addBeside('metadata', 1)
  if (!carries.status && article.status !== 'new') tally.addBeside('status', 1)
  if (!carries.boilerplate) tally.addBeside('boilerplate', article.boilerplate.length)
  if (!carries.text) tally.addBeside('texts', 1)
  if (!carries.ids) tally.addBeside('ids', annotations)
  if (!carries.history) tally.addBeside('history', annotations)
}

/** The same of what stands above all articles. */
export function countFrame(
  { actors }: Pick<ExportFrame, 'actors'>,
  { carries, tally }: CountingBeside,
): void {
  if (!carries.registry) tally.addBeside('registry', actors.length)
  if (!carries.scheme) tally.addBeside('scheme', 1)
}
