import type { DatasetArticle } from '../format/dataset.ts'
import type { Adapter, ExportSource, InFile, Sink } from '../format/interchange/adapter.ts'
import { carriedArticle } from '../format/interchange/carry.ts'
import type { OptionValues } from '../format/interchange/format.ts'
import { joinedBytes } from '../format/interchange/joined-bytes.ts'
import { type Loss, LossTally } from '../format/interchange/losses.ts'
import type { LossSettings } from '../format/interchange/overlaps.ts'
import { faultIn } from '../format/interchange/proving.ts'
import { utf8Bytes } from '../format/utf8.ts'
import { someFrame } from './datasets.ts'

export type Exported = {
  readonly carried: readonly DatasetArticle[]
  readonly losses: readonly Loss[]
  readonly files: ReadonlyMap<string, Uint8Array>
}

export type Choices = { readonly options: OptionValues; readonly loss: LossSettings }

export const LONGEST: LossSettings = { rule: 'longest', labels: [] }

/** Writes articles as a format has them, into memory. */
export async function exported(
  adapter: Adapter,
  articles: readonly DatasetArticle[],
  { options, loss }: Choices = { options: {}, loss: LONGEST },
): Promise<Exported> {
  const tally = new LossTally()
  const carried = articles.flatMap(
    (article) => carriedArticle(article, { adapter, options, loss, tally }) ?? [],
  )
  const { sink, files } = memorySink()
  await adapter.write(sourceOf(carried, options), sink)
  return { carried, losses: tally.losses, files: files() }
}

export const sourceOf = (articles: readonly DatasetArticle[], options: OptionValues = {}): ExportSource => ({
  frame: someFrame,
  options,
  articles: async function* () {
    yield* articles
  },
})

/** What the format's reader finds wrong with what was written; null when nothing is. */
export const readBack = (adapter: Adapter, { carried, files }: Exported): Promise<string | null> =>
  faultIn(
    adapter,
    sourceOf(carried),
    [...files.keys()].sort().map((path) => fileIn(files, path)),
  )

/** A file in chunks of a few bytes, so that they end wherever a reader might stumble. */
export const fileIn = (files: ReadonlyMap<string, Uint8Array>, path: string, size = 61): InFile => ({
  path,
  chunks: async function* () {
    const bytes = files.get(path) ?? new Uint8Array()
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  },
})

function memorySink(): { sink: Sink; files: () => ReadonlyMap<string, Uint8Array> } {
  const parts = new Map<string, Uint8Array[]>()
  const open: Sink['open'] = async (path) => {
    if (parts.has(path)) throw new Error(`“${path}” is written twice`)
    const written: Uint8Array[] = []
    parts.set(path, written)
    return {
      write: async (data) => void written.push(typeof data === 'string' ? utf8Bytes(data) : data.slice()),
      close: async () => undefined,
    }
  }
  return {
    sink: { open },
    files: () => new Map(Array.from(parts, ([path, all]) => [path, joinedBytes(all)])),
  }
}
