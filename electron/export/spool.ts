import { join } from 'node:path'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import type { ExportedArticleSummary } from '#shared/format/export-manifest.ts'
import type { ExportSettings } from '#shared/format/export-settings.ts'
import type { Adapter } from '#shared/format/interchange/adapter.ts'
import { countFrame } from '#shared/format/interchange/beside.ts'
import { carriedArticle } from '#shared/format/interchange/carry.ts'
import { linesIn } from '#shared/format/interchange/in-file.ts'
import { type Beside, type Loss, LossTally } from '#shared/format/interchange/losses.ts'
import { openBuffered } from './buffered-file.ts'
import { fileAt } from './file-at.ts'
import type { Selection } from './selection.ts'

/**
 * The articles of an export as its format will hold them, in a file of their own, one a line: whatever happens to the
 * workspace meanwhile, they can be gone through as often as need be, and memory holds one of them at a time.
 */
export type Spool = {
  readonly articles: () => AsyncGenerator<DatasetArticle>
  /** What the manifest says of each article. */
  readonly summaries: () => AsyncGenerator<ExportedArticleSummary>
  readonly count: { readonly articles: number; readonly annotations: number }
  readonly loss: readonly Loss[]
  readonly beside: readonly Beside[]
}

export type Spooling = {
  readonly adapter: Adapter
  readonly settings: Pick<ExportSettings, 'options' | 'rule' | 'precedence'>
  readonly signal: AbortSignal | undefined
  readonly onProgress: (done: number) => void
}

/** @throws {ExportStopped} */
export async function spooled(selection: Selection, folder: string, spooling: Spooling): Promise<Spool> {
  const [articles, summaries] = [join(folder, 'articles.jsonl'), join(folder, 'summaries.jsonl')]
  const tally = new LossTally()
  const files = [await openBuffered(articles), await openBuffered(summaries)] as const
  try {
    for await (const article of carriedArticles(selection, tally, spooling)) {
      const { id, sha256, annotations } = article
      await files[0].write(`${JSON.stringify(article)}\n`)
      await files[1].write(`${JSON.stringify({ id, sha256, annotations: annotations.length })}\n`)
    }
    for (const file of files) await file.close()
  } finally {
    for (const file of files) await file.abandon()
  }
  return {
    articles: () => valuesIn<DatasetArticle>(articles),
    summaries: () => valuesIn<ExportedArticleSummary>(summaries),
    count: tally.held,
    loss: tally.losses,
    beside: tally.beside,
  }
}

/** The selected articles, each as the format will hold it; what it cannot hold is told to `tally`. */
export async function* carriedArticles(
  selection: Selection,
  tally: LossTally,
  { adapter, settings, signal, onProgress }: Spooling,
): AsyncGenerator<DatasetArticle> {
  countFrame(selection.frame, { carries: adapter.format.carries, tally })
  const loss = { rule: settings.rule, labels: settings.precedence }
  for await (const article of selection.articles({ tally, signal, onProgress })) {
    const carried = carriedArticle(article, { adapter, options: settings.options, loss, tally })
    if (carried) yield carried
  }
}

async function* valuesIn<T>(path: string): AsyncGenerator<T> {
  for await (const { text } of linesIn(fileAt(path, path))) yield JSON.parse(text) as T
}
