import type { ArticleDraft } from '#electron/library/add-article.ts'
import type { Result } from '#shared/domain/result.ts'
import type { ReadEvent } from '#shared/format/interchange/adapter.ts'
import type { EncodingPreview } from './preview-encodings.ts'
import type { SourceFile, TableSample } from './reading.ts'

/** What crosses between the process that reads files and the one that asked it to; all of it data. */
export type ToParser =
  /** `from`: how many members of an archive are passed over. */
  | { readonly kind: 'read'; readonly file: SourceFile; readonly from: number }
  /** The last part has arrived: the next one may come. So no more than one is ever on its way. */
  | { readonly kind: 'next' }
  | { readonly kind: 'sample'; readonly file: SourceFile }
  | { readonly kind: 'encodings'; readonly file: SourceFile }
  /** Annotations, out of files that belong together. */
  | { readonly kind: 'annotations'; readonly format: string; readonly paths: readonly string[] }
  /** What was wanted of a file; nothing where it ends. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

export type FromParser =
  | { readonly kind: 'ready' }
  /** It begins with that member of an archive. */
  | { readonly kind: 'member'; readonly place: number; readonly name: string }
  | { readonly kind: 'part'; readonly part: ParsedPart }
  | { readonly kind: 'event'; readonly event: ReadEvent }
  /** A piece of a file, from the byte `at` on: files of annotations may be larger than memory. */
  | { readonly kind: 'wants'; readonly path: string; readonly at: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'sample'; readonly sample: Result<TableSample> | null }
  | { readonly kind: 'encodings'; readonly previews: readonly EncodingPreview[] }

/** One article of a file, or why there is none; see `Part`. */
export type ParsedPart = { readonly part: string | null; readonly draft: Result<ArticleDraft> }
