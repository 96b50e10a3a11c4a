import type { Adapter, ReadEvent } from './adapter.ts'
import { linesIn } from './in-file.ts'
import type { RecordPlace } from './read-values.ts'

/** The reader of a file that has a record a line; empty lines are none. */
export const recordLines = (
  eventOf: (place: RecordPlace, line: string) => ReadEvent,
): NonNullable<Adapter['read']> =>
  async function* ([file]) {
    if (!file) return
    for await (const { number, text } of linesIn(file))
      if (text.trim() !== '') yield eventOf({ file: file.path, line: number }, text)
  }
