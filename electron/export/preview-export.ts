import { unreadableSentence } from '#electron/library/disk-problem.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import type { ExportSettings } from '#shared/format/export-settings.ts'
import type { Adapter, ExportFrame } from '#shared/format/interchange/adapter.ts'
import { adapterOf } from '#shared/format/interchange/adapters.ts'
import { optionFault } from '#shared/format/interchange/format.ts'
import { LossTally } from '#shared/format/interchange/losses.ts'
import type { ExportPreview } from '#shared/ipc/exchange.ts'
import { ExportStopped } from './export-stopped.ts'
import { memorySink } from './memory-sink.ts'
import { type Selection, selectionOf } from './selection.ts'
import { carriedArticles } from './spool.ts'
import { textSample } from './text-sample.ts'

/**
 * What an export would hold and lose, without writing it: all articles are read and counted, but only the first ones are
 * laid out, in memory, to see how large it will be and what it will look like. Null once it was aborted.
 */
export async function previewExport(
  workspace: Workspace,
  settings: ExportSettings,
  { signal }: { readonly signal: AbortSignal },
): Promise<Result<ExportPreview> | null> {
  const adapter = adapterOf(settings.format)
  return adapter
    ? previewWith(adapter, workspace, { settings, signal })
    : failed(`There is no format “${settings.format}”.`)
}

/** The same by a given adapter, whatever the settings call it. */
export async function previewWith(
  adapter: Adapter,
  workspace: Workspace,
  { settings, signal }: Omit<Looking, 'adapter'>,
): Promise<Result<ExportPreview> | null> {
  const fault = optionFault(adapter.format, settings.options)
  if (fault) return failed(fault)
  try {
    const selection = await selectionOf(workspace, settings, signal)
    return ok(await preview(selection, { adapter, settings, signal }))
  } catch (error) {
    if (signal.aborted) return null
    if (error instanceof ExportStopped) return failed(error.message)
    return failed(unreadableSentence(error, workspace.root))
  }
}

type Looking = {
  readonly adapter: Adapter
  readonly settings: ExportSettings
  readonly signal: AbortSignal
}

async function preview(selection: Selection, looking: Looking): Promise<ExportPreview> {
  const { adapter, settings, signal } = looking
  const tally = new LossTally()
  const seen = new Seen()
  const spooling = { adapter, settings, signal, onProgress: () => undefined }
  for await (const article of carriedArticles(selection, tally, spooling)) seen.add(article)
  return {
    ...tally.held,
    loss: tally.losses,
    beside: tally.beside,
    bytes: await bytesOf(seen, selection.frame, looking),
    sample: await sampleOf(seen.sample, selection.frame, looking),
  }
}

/** About so much of an export is laid out to see how large all of it will be. */
const ENOUGH = 2_000_000

/** What was seen of the articles, of which only the first ones are kept. */
class Seen {
  /** About how large all of them are, in a unit of its own, and the first ones of them. */
  weight = 0
  weightOfFirst = 0
  readonly first: DatasetArticle[] = []
  /** The first one that has annotations, else the first one. */
  sample: DatasetArticle | null = null

  add(article: DatasetArticle): void {
    const weight = article.text.length + 300 * article.annotations.length + 300
    this.weight += weight
    const hadNone = this.sample === null || this.sample.annotations.length === 0
    if (this.sample === null || (hadNone && article.annotations.length > 0)) this.sample = article
    if (this.weightOfFirst >= ENOUGH) return
    this.weightOfFirst += weight
    this.first.push(article)
  }
}

async function bytesOf(
  { first, weight, weightOfFirst }: Seen,
  frame: ExportFrame,
  looking: Looking,
): Promise<number> {
  const empty = sizeOf(await laidOut([], frame, looking))
  const some = sizeOf(await laidOut(first, frame, looking))
  const share = weightOfFirst > 0 ? weight / weightOfFirst : 1
  return Math.round(empty + Math.max(0, some - empty) * share)
}

type Files = ReadonlyMap<string, Uint8Array>

const sizeOf = (files: Files): number => [...files.values()].reduce((sum, { length }) => sum + length, 0)

async function laidOut(
  articles: readonly DatasetArticle[],
  frame: ExportFrame,
  { adapter, settings: { options } }: Looking,
): Promise<Files> {
  const { sink, files } = memorySink()
  async function* each(): AsyncGenerator<DatasetArticle> {
    yield* articles
  }
  await adapter.write({ frame, articles: each, options }, sink)
  return files()
}

async function sampleOf(
  article: DatasetArticle | null,
  frame: ExportFrame,
  looking: Looking,
): Promise<ExportPreview['sample']> {
  if (!article) return []
  // Among thousands of actors nobody would find the article.
  const actors = frame.actors.filter(({ id }) => isNamedIn(article, id))
  const files = await laidOut([article], { ...frame, actors }, looking)
  const bare = await laidOut([{ ...article, annotations: [] }], { ...frame, actors }, looking)
  return [...files.keys()].sort().map((path) => ({ path, text: textSample(files.get(path), bare.get(path)) }))
}

const isNamedIn = ({ annotations }: DatasetArticle, actor: string): boolean =>
  annotations.some(
    (one) =>
      one.actor === actor ||
      Object.values(one.roles)
        .flat()
        .some((filler) => 'actor' in filler && filler.actor === actor),
  )
