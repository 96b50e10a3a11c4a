import { draftOf } from '#electron/import/draft.ts'
import type { Parser } from '#electron/import/parser-process.ts'
import { partsOf } from '#electron/import/parts-of.ts'
import { previewEncodings } from '#electron/import/preview-encodings.ts'
import { annotationEvents, fileInPieces } from '#electron/import/read-annotations.ts'
import { readerOf } from '#electron/import/readers.ts'
import { ok } from '#shared/domain/result.ts'

/** Reads files in the test's own process. */
export const parserHere: Parser = {
  read: async function* (file) {
    for await (const { part, reading } of partsOf(file))
      yield { part, draft: reading.ok ? ok(draftOf(reading.value)) : reading }
  },
  sample: async (file) => (await readerOf(file.name)?.sample?.(file)) ?? null,
  encodings: async ({ bytes }) => ok(previewEncodings(bytes)),
  annotations: ({ format, paths, piece }) =>
    annotationEvents(
      format,
      paths.map((path) => fileInPieces(path, piece)),
    ),
  close: () => undefined,
}
