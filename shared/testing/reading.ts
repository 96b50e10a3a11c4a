import {
  type Adapter,
  type InFile,
  type ReadAnnotation,
  type ReadArticle,
  type ReadEvent,
  type Refusal,
  UnreadableFile,
} from '../format/interchange/adapter.ts'
import { groupsOf } from '../format/interchange/proving.ts'
import { utf8Bytes } from '../format/utf8.ts'
import { fileIn } from './round-trip.ts'

/** Files by their paths. */
export type FileContents = Readonly<Record<string, string | Uint8Array>>
/** One file that has no name of its own, or several. */
export type Content = string | Uint8Array | FileContents

/** Lines, those that are no texts as JSON. */
export const linesOf = (...lines: readonly unknown[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')

/** All that a format's reader says. @throws {UnreadableFile} */
export async function eventsIn(adapter: Adapter, content: Content): Promise<readonly ReadEvent[]> {
  const { events, unreadable } = await foundIn(adapter, content)
  if (unreadable) throw unreadable
  return events
}

/** What is read must be one article. */
export async function articleIn(adapter: Adapter, content: Content): Promise<ReadArticle> {
  const [event, ...more] = await eventsIn(adapter, content)
  if (event?.kind !== 'article' || more.length > 0)
    throw new Error(`not one article: ${JSON.stringify([event, ...more])}`)
  return event
}

/** Those of the one article that is read. */
export const annotationsIn = async (adapter: Adapter, content: Content): Promise<readonly ReadAnnotation[]> =>
  (await articleIn(adapter, content)).annotations

export const articlesIn = async (adapter: Adapter, content: Content): Promise<readonly ReadArticle[]> =>
  (await eventsIn(adapter, content)).filter((event) => event.kind === 'article')

/** What a reader refuses, each as “line: reason”; of a file as a whole, too. */
export async function refusalsIn(adapter: Adapter, content: Content): Promise<readonly string[]> {
  const { refusals, unreadable } = await foundIn(adapter, content)
  const said = refusals.map(({ line, reason }) => `${line ?? '-'}: ${reason}`)
  return unreadable ? [...said, `${unreadable.line ?? '-'}: ${unreadable.message}`] : said
}

export type Found = {
  readonly events: readonly ReadEvent[]
  readonly articles: readonly ReadArticle[]
  readonly refusals: readonly Refusal[]
  /** What the files as a whole were refused for. */
  readonly unreadable: UnreadableFile | null
}

export async function foundIn({ format, read, groups }: Adapter, content: Content): Promise<Found> {
  if (!read) throw new Error(`“${format.id}” has no reader`)
  const events: ReadEvent[] = []
  let unreadable: UnreadableFile | null = null
  try {
    for (const group of groupsIn(content, groups)) for await (const event of read(group)) events.push(event)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    unreadable = error
  }
  const articles = events.filter((event) => event.kind === 'article')
  const refusals = events.filter((event) => event.kind === 'refused')
  return { events, articles, refusals, unreadable }
}

const isNamed = (content: Content): content is FileContents =>
  typeof content !== 'string' && !(content instanceof Uint8Array)

const groupsIn = (content: Content, groups: Adapter['groups']): readonly (readonly InFile[])[] =>
  isNamed(content) ? groupsOf(filesOf(content), groups) : [filesOf({ 'a-file': content })]

function filesOf(contents: FileContents): readonly InFile[] {
  const files = new Map(
    Object.entries(contents).map(([path, one]) => [path, typeof one === 'string' ? utf8Bytes(one) : one]),
  )
  return [...files.keys()].sort().map((path) => fileIn(files, path))
}

/** Label and words of each annotation, `words|words` where it is in pieces. */
export const wordsIn = ({ annotations, text }: ReadArticle): readonly string[] => {
  const characters = Array.from(text ?? '')
  return annotations.map(({ label, start, end, fragments }) => {
    const runs = fragments ?? [{ start, end }]
    return `${label}: ${runs.map((run) => characters.slice(run.start, run.end).join('')).join('|')}`
  })
}
