import type { Annotation } from '#shared/domain/annotation.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import type { Standing } from '#shared/review/mark-standing.ts'
import type { Thread } from '#shared/review/threads.ts'

/** Which marks are gone through. */
export const SHOWN_STATES = ['all', 'open', 'accepted', 'changed', 'rejected', 'commented'] as const
export type ShownState = (typeof SHOWN_STATES)[number]

export type Filter = {
  readonly state: ShownState
  /** A label's id, an annotator's name; empty: all. */
  readonly label: string
  readonly annotator: string
  readonly words: string
}

export const everything: Filter = { state: 'all', label: '', annotator: '', words: '' }

export type FilteredMark = {
  readonly annotator: string
  readonly mark: Annotation
  readonly standing: Standing
  readonly thread: Thread | undefined
}

/** True for a mark that `filter` lets through; `text` is its article's. */
export function isShown(
  { annotator, mark, standing, thread }: FilteredMark,
  filter: Filter,
  text: string,
): boolean {
  if (filter.label !== '' && mark.label !== filter.label) return false
  if (filter.annotator !== '' && annotator !== filter.annotator) return false
  if (!hasWords(mark, filter.words, text)) return false
  if (filter.state === 'all') return true
  if (filter.state === 'commented') return thread !== undefined
  return standing.outcome === filter.state
}

function hasWords(mark: Annotation, words: string, text: string): boolean {
  const sought = words.trim().toLowerCase()
  if (sought === '') return true
  const said = `${shortQuoteOf(text, mark)} ${text.slice(mark.start, mark.end)} ${mark.note ?? ''}`
  return said.toLowerCase().includes(sought)
}
