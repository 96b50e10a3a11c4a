import { failed, type Result } from '#shared/domain/result.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import { ADAPTERS } from '#shared/format/interchange/adapters.ts'
import type { BroughtPreview } from '#shared/ipc/exchange.ts'
import { type Gathered, type GatheringParts, gathered } from './gathering.ts'
import type { SourceFiles } from './source-files.ts'
import { guessedLabel } from './taking.ts'

/** Reads files in the format with that id. Changes nothing. */
export async function readBrought(
  source: SourceFiles,
  format: string,
  parts: GatheringParts,
): Promise<Result<Gathered>> {
  const readers = ADAPTERS.filter(({ read }) => read)
  const adapter = readers.find((one) => one.format.id === format)
  if (adapter) return gathered(source, adapter, parts)
  const ids = readers.map((one) => one.format.id).join(', ')
  if (format === 'html') return failed(HTML)
  return failed(`There is no format “${format}” that can be read. There are: ${ids}.`)
}

export const HTML = 'HTML is only written, not read.'

export const isHtml = ({ isFolder, name }: SourceFiles): boolean => !isFolder && /\.html?$/i.test(name)

export const nothingIn = (source: SourceFiles): string =>
  isHtml(source) ? HTML : `“${source.name}” holds nothing of a format that can be read.`

/** Nothing could be read in that format, and why; there may be others. */
export const refusedPreview = (
  { name }: SourceFiles,
  format: string,
  candidates: readonly string[],
  reason: string,
): BroughtPreview => ({
  ...{ name, format, candidates },
  ...{ articles: [], labels: [], annotators: [] },
  refused: [{ file: name, line: null, reason }],
})

/** What is shown of it, before anything is taken. */
export const previewOf = (
  { name, format, articles, labels, annotators, refusals }: Gathered,
  candidates: readonly string[],
  scheme: Scheme,
): BroughtPreview => ({
  name,
  format,
  candidates,
  articles,
  labels: Array.from(labels, ([label, count]) => ({ label, count, as: guessedLabel(scheme, label) ?? null })),
  annotators: Array.from(annotators, ([name, annotations]) => ({ name, annotations })),
  refused: refusals.all,
})
