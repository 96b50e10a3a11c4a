import type { Adapter, ReadEvent } from './adapter.ts'
import { linesIn } from './in-file.ts'
import type { RecordPlace } from './read-values.ts'

/** The reader of a file that has a record a line; empty lines are none. */
export const recordLines = (
  eventsOf: (place: RecordPlace, line: string) => readonly ReadEvent[],
): NonNullable<Adapter['read']> =>
  async function* ([file]) {
    if (!file) return
    for await (const { number, text } of linesIn(file))
      if (text.trim() !== '') yield* wholeSaid(eventsOf({ file: file.path, line: number }, text))
  }

/** A refusal alone is one of the whole record, which is said: most of it may be good. */
export const wholeSaid = (events: readonly ReadEvent[]): readonly ReadEvent[] =>
  events.some(({ kind }) => kind === 'article') ? events : events.map(withWhole)

const withWhole = (event: ReadEvent): ReadEvent =>
  event.kind === 'refused' ? { ...event, reason: `${event.reason} ${WHOLE}` } : event

const WHOLE = 'Nothing of this record is taken.'
