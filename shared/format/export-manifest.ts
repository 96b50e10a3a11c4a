import * as z from 'zod'
import type { ExportSettings } from './export-settings.ts'
import { type ExportFrame, type InFile, UnreadableFile } from './interchange/adapter.ts'
import type { OffsetUnit } from './interchange/format.ts'
import { jsonPieces } from './interchange/json-pieces.ts'
import type { Beside, Loss } from './interchange/losses.ts'
import { readRecord } from './interchange/read-values.ts'
import { stableLine } from './json.ts'

/**
 * What stands beside an export: what it is, how it was made, what is not in it, and the hash of each of its files and
 * texts. JSON, laid out so that it can be written and read a line at a time: each file and each article has one.
 */
export const EXPORT_FORMAT = 'glosswright/export'
export const EXPORT_VERSION = 1

/** What it is called in an export that is a folder. */
export const MANIFEST_FILE = 'glosswright-export.json'

export type ExportAccount = {
  readonly frame: Pick<ExportFrame, 'tool' | 'workspace'>
  readonly offsets: OffsetUnit
  readonly settings: ExportSettings
  readonly loss: readonly Loss[]
  readonly beside: readonly Beside[]
  /** Read back and compared with what was meant, before it got its name. */
  readonly isProven: boolean
  readonly files: readonly ExportedFile[]
  readonly articles: () => AsyncIterable<ExportedArticleSummary>
}

/** `path`: from where the manifest lies, with `/`. */
export type ExportedFile = { readonly path: string; readonly bytes: number; readonly sha256: string }

/** `sha256`: of the text that was exported; `annotations`: how many are in the export, each piece one where one was cut. */
export type ExportedArticleSummary = {
  readonly id: string
  readonly sha256: string
  readonly annotations: number
}

/** The manifest's text, piece by piece; equal exports give equal bytes. */
export async function* manifestText(account: ExportAccount): AsyncGenerator<string> {
  const { frame, offsets, settings, loss, beside, isProven, files } = account
  const head = {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    tool: frame.tool,
    workspace: frame.workspace,
    offsets: { unit: offsets, end: 'exclusive' },
    newlines: 'as in the article',
    settings,
    loss,
    beside,
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

const fileSchema = z.object({ path: z.string() })
const headSchema = z.object({ format: z.literal(EXPORT_FORMAT), version: z.literal(EXPORT_VERSION) })

/** The paths that a manifest lists; null where it is none that we know, or cannot be read. */
export async function listedFiles(manifest: InFile): Promise<ReadonlySet<string> | null> {
  const paths = new Set<string>()
  try {
    for await (const piece of jsonPieces(manifest, 'files')) {
      if (piece.kind === 'frame') return readRecord(headSchema, piece.text).ok ? paths : null
      const file = readRecord(fileSchema, piece.text)
      if (!file.ok) return null
      paths.add(file.value.path)
    }
    return null
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}

/** The format of an export, from the beginning of its manifest, whose settings have a line; null where it is none of ours. */
export function saidFormat(beginning: string): string | null {
  if (!beginning.includes(`"${EXPORT_FORMAT}"`)) return null
  const [, settings = ''] = /^ {2}"settings": (\{.*\}),$/m.exec(beginning) ?? []
  const said = readRecord(z.object({ format: z.string() }), settings)
  return said.ok ? said.value.format : null
}
