import { join } from 'node:path'
import type { ExportSettings } from '#shared/format/export-preset.ts'
import type { ExportFrame } from '#shared/format/interchange/adapter.ts'
import type { OffsetUnit } from '#shared/format/interchange/format.ts'
import type { Loss } from '#shared/format/interchange/losses.ts'
import { stableLine } from '#shared/format/json.ts'
import type { ExportedFile } from './disk-sink.ts'
import type { ArticleSummary } from './spool.ts'

/**
 * What stands beside an export: what it is, how it was made, what is not in it, and the hash of each of its files and
 * texts. JSON, laid out so that it can be written and read a line at a time: each file and each article has one.
 */
export const EXPORT_FORMAT = 'glosswright/export'
export const EXPORT_VERSION = 1

export type ExportAccount = {
  readonly frame: Pick<ExportFrame, 'tool' | 'workspace'>
  readonly offsets: OffsetUnit
  readonly settings: ExportSettings
  readonly loss: readonly Loss[]
  /** Read back and compared with what was meant, before it got its name. */
  readonly isProven: boolean
  readonly files: readonly ExportedFile[]
  readonly articles: () => AsyncIterable<ArticleSummary>
}

/** Where the manifest of what is exported to `out` lies. */
export const manifestPlace = (out: string, shape: 'file' | 'folder'): string =>
  shape === 'file' ? `${out}.export.json` : join(out, MANIFEST_FILE)
export const MANIFEST_FILE = 'glosswright-export.json'

/** The manifest's text, piece by piece; equal exports give equal bytes. */
export async function* manifestText(account: ExportAccount): AsyncGenerator<string> {
  const { frame, offsets, settings, loss, isProven, files } = account
  const head = {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    tool: frame.tool,
    workspace: frame.workspace,
    offsets: { unit: offsets, end: 'exclusive' },
    newlines: 'as in the article',
    settings,
    loss,
    proven: isProven,
  }
  yield '{\n'
  for (const [key, value] of Object.entries(head)) yield `  ${JSON.stringify(key)}: ${stableLine(value)},\n`
  yield* list('files', files)
  yield ',\n'
  yield* list('articles', account.articles())
  yield '\n}\n'
}

async function* list(key: string, values: Iterable<object> | AsyncIterable<object>): AsyncGenerator<string> {
  yield `  ${JSON.stringify(key)}: [`
  let count = 0
  for await (const value of values) yield `${count++ > 0 ? ',' : ''}\n    ${stableLine(value)}`
  yield count > 0 ? '\n  ]' : ']'
}
