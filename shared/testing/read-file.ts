import type { Adapter, ReadArticle, ReadEvent } from '../format/interchange/adapter.ts'
import { UnreadableFile } from '../format/interchange/adapter.ts'
import { utf8Bytes } from '../format/utf8.ts'
import { fileIn } from './round-trip.ts'

/** What a format's reader says of one file, given as text or bytes. */
export async function eventsIn(
  { read }: Adapter,
  content: string | Uint8Array,
  path = 'a-file',
): Promise<ReadEvent[]> {
  const bytes = typeof content === 'string' ? utf8Bytes(content) : content
  const events: ReadEvent[] = []
  for await (const event of read?.([fileIn(new Map([[path, bytes]]), path)]) ?? []) events.push(event)
  return events
}

export async function articlesIn(adapter: Adapter, content: string | Uint8Array): Promise<ReadArticle[]> {
  const events = await eventsIn(adapter, content)
  return events.filter((event) => event.kind === 'article')
}

/** What a reader refuses, each as “line: reason”; of a file as a whole, too. */
export async function refusalsIn(adapter: Adapter, content: string | Uint8Array): Promise<string[]> {
  try {
    const events = await eventsIn(adapter, content)
    return events.flatMap((event) =>
      event.kind === 'refused' ? [`${event.line ?? '-'}: ${event.reason}`] : [],
    )
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return [`${error.line ?? '-'}: ${error.message}`]
  }
}
