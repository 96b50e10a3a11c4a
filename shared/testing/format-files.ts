import type { Adapter, InFile, ReadArticle, ReadEvent, Refusal } from '../format/interchange/adapter.ts'
import { UnreadableFile } from '../format/interchange/adapter.ts'
import { groupsOf } from '../format/interchange/proving.ts'
import { utf8Bytes } from '../format/utf8.ts'
import { fileIn } from './round-trip.ts'

/** What a format's reader makes of files that are given by their paths. */
export type FoundInFiles = {
  readonly articles: readonly ReadArticle[]
  readonly refusals: readonly Refusal[]
  readonly frames: readonly ReadEvent[]
  /** What the files as a whole were refused for. */
  readonly unreadable: UnreadableFile | null
}

export type FileContents = Readonly<Record<string, string | Uint8Array>>

export async function foundIn(adapter: Adapter, contents: FileContents): Promise<FoundInFiles> {
  const events: ReadEvent[] = []
  let unreadable: UnreadableFile | null = null
  try {
    for (const group of groupsOf(filesOf(contents), adapter.groups))
      for await (const event of adapter.read?.(group) ?? []) events.push(event)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    unreadable = error
  }
  const articles = events.filter((event) => event.kind === 'article')
  const refusals = events.filter((event) => event.kind === 'refused')
  return { articles, refusals, frames: events.filter(({ kind }) => kind === 'frame'), unreadable }
}

function filesOf(contents: FileContents): readonly InFile[] {
  const bytes = new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === 'string' ? utf8Bytes(content) : content,
    ]),
  )
  return [...bytes.keys()].map((path) => fileIn(bytes, path, 13))
}
