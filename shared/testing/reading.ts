import type { Adapter, ReadArticle, ReadEvent } from '../format/interchange/adapter.ts'
import { groupsOf } from '../format/interchange/proving.ts'
import { utf8Bytes } from '../format/utf8.ts'
import { fileIn } from './round-trip.ts'

/** All that a format's reader says of files given by their texts. */
export async function eventsIn(
  { read, groups, format }: Adapter,
  texts: Readonly<Record<string, string>>,
): Promise<readonly ReadEvent[]> {
  if (!read) throw new Error(`“${format.id}” has no reader`)
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, utf8Bytes(text)]))
  const events: ReadEvent[] = []
  const all = [...files.keys()].sort().map((path) => fileIn(files, path))
  for (const group of groupsOf(all, groups)) for await (const event of read(group)) events.push(event)
  return events
}

/** What its reader says of one file, which must be one article. */
export async function articleIn(
  adapter: Adapter,
  texts: Readonly<Record<string, string>>,
): Promise<ReadArticle> {
  const [event, ...more] = await eventsIn(adapter, texts)
  if (event?.kind !== 'article' || more.length > 0)
    throw new Error(`not one article: ${JSON.stringify(event)}`)
  return event
}

/** Label and words of each annotation, `words|words` where it is in pieces. */
export const wordsIn = ({ annotations, text }: ReadArticle): readonly string[] => {
  const characters = Array.from(text ?? '')
  return annotations.map(({ label, start, end, fragments }) => {
    const runs = fragments ?? [{ start, end }]
    return `${label}: ${runs.map((run) => characters.slice(run.start, run.end).join('')).join('|')}`
  })
}
