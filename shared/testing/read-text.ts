import type { Adapter, ReadAnnotation, ReadEvent } from '../format/interchange/adapter.ts'
import { utf8Bytes } from '../format/utf8.ts'
import { fileIn } from './round-trip.ts'

/** What a format's reader finds in a file of this text; lines that are objects are written as JSON. */
export async function eventsIn(
  adapter: Adapter,
  ...lines: readonly unknown[]
): Promise<readonly ReadEvent[]> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const files = new Map([['marks', utf8Bytes(text)]])
  const events: ReadEvent[] = []
  for await (const event of adapter.read?.([fileIn(files, 'marks')]) ?? []) events.push(event)
  return events
}

/** The annotations in a file of one part. */
export async function annotationsIn(
  adapter: Adapter,
  ...lines: readonly unknown[]
): Promise<readonly ReadAnnotation[]> {
  const [event, ...others] = await eventsIn(adapter, ...lines)
  if (event?.kind !== 'article' || others.length > 0)
    throw new Error(`one article was expected, not ${JSON.stringify([event, ...others])}`)
  return event.annotations
}

/** Why the only record of a file is refused. */
export async function reasonFor(adapter: Adapter, ...lines: readonly unknown[]): Promise<string> {
  const [event] = await eventsIn(adapter, ...lines)
  if (event?.kind !== 'refused') throw new Error(`a refusal was expected, not ${JSON.stringify(event)}`)
  return `${event.line}: ${event.reason}`
}
