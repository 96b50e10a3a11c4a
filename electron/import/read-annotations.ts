import {
  type InFile,
  type ReadEvent,
  type Refusal,
  UnreadableFile,
} from '#shared/format/interchange/adapter.ts'
import { adapterOf } from '#shared/format/interchange/adapters.ts'
import { refused } from '#shared/format/interchange/read-values.ts'

/** What the files of one group say, in the format with that id; a file that cannot be read is a refusal. */
export async function* annotationEvents(format: string, files: readonly InFile[]): AsyncGenerator<ReadEvent> {
  const read = adapterOf(format)?.read
  if (!read) throw new Error(`There is nothing that reads “${format}”`)
  try {
    yield* read(files)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    yield unreadableGroup(files, error)
  }
}

function unreadableGroup(files: readonly InFile[], { message, line }: UnreadableFile): Refusal {
  const named = files.find(({ path }) => message.includes(`“${path}”`)) ?? files[0]
  const place = { file: named?.path ?? '' }
  return refused(line === undefined ? place : { ...place, line }, message)
}

/** A piece of one of the files, from the byte `at` on; empty at its end. */
export type PieceOf = (path: string, at: number) => Promise<Uint8Array>

export const fileInPieces = (path: string, piece: PieceOf): InFile => ({
  path,
  chunks: async function* () {
    let bytes = await piece(path, 0)
    for (let at = bytes.length; bytes.length > 0; at += bytes.length) {
      yield bytes
      bytes = await piece(path, at)
    }
  },
})
