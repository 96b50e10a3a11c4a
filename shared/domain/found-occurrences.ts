import type { Occurrence } from './occurrence-risk.ts'
import type { OccurrenceFinder, Scene } from './occurrences.ts'

/** An occurrence with the words around it, as far as they are in its line. */
export type FoundOccurrence = Occurrence & {
  readonly words: string
  readonly before: string
  readonly behind: string
}

/** What was found in an article, in reading order. */
export type FoundArticle = {
  readonly articleId: string
  readonly title: string
  readonly found: readonly FoundOccurrence[]
}

/** Occurrences of an article that were chosen, by where they begin. */
export type ChosenArticle = { readonly articleId: string; readonly starts: readonly number[] }

export const foundIn = (finder: OccurrenceFinder, scene: Scene): readonly FoundOccurrence[] =>
  finder.find(scene).map((occurrence) => inContext(scene.text, occurrence))

const BEFORE = 70
const BEHIND = 100

function inContext(text: string, occurrence: Occurrence): FoundOccurrence {
  const { start, end } = occurrence
  const line = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(Math.max(start > 0 ? line : 0, start - BEFORE), start)
  const behind = text.slice(end, end + BEHIND).split('\n', 1)[0] as string
  const isCut = start - before.length > line
  return {
    ...occurrence,
    words: text.slice(start, end),
    before: isCut ? before.replace(/^\S*/u, '…') : before,
    behind: behind.length === BEHIND ? behind.replace(/\S*$/u, '…') : behind,
  }
}
