import { type Annotation, fragmentsOf } from './annotation.ts'
import { withSpans } from './fragments.ts'
import type { Course } from './motions.ts'
import type { Span } from './span.ts'
import { nextEnd, nextStart, previousEnd, previousStart } from './units.ts'

/** The offsets at which an annotation begins and ends, fragment by fragment: even ones begin, odd ones end. */
export const edgesOf = (annotation: Annotation): readonly number[] =>
  fragmentsOf(annotation).flatMap(({ start, end }) => [start, end])

export const lastEdgeOf = (annotation: Annotation): number => 2 * fragmentsOf(annotation).length - 1

export const isStartEdge = (edge: number): boolean => edge % 2 === 0

/** Where an edge goes by a key: a start from start to start, an end from end to end, so that it never holds bare space. */
export function edgeAfter(
  text: string,
  offset: number,
  isStart: boolean,
  { isForward, unit }: Course,
): number {
  if (unit === 'all') return isForward ? text.length : 0
  if (isStart) return isForward ? nextStart(text, offset, unit) : previousStart(text, offset, unit)
  const to = isForward ? nextEnd(text, offset, unit) : previousEnd(text, offset, unit)
  return unit === 'word' ? withoutPossessive(text, offset, to) : to
}

/** An end stops before a possessive ’s, which belongs to no name; from there on it goes over it. */
function withoutPossessive(text: string, from: number, to: number): number {
  const owner = to - 2
  return /\p{L}['’]s$/iu.test(text.slice(Math.max(0, to - 3), to)) && owner !== from ? owner : to
}

/** An annotation one of whose edges was moved, and which of its edges that is now. */
export type Moved = { readonly annotation: Annotation; readonly edge: number }

/**
 * `annotation` with its edge number `edge` at `to`. An edge that runs into another fragment joins it; undefined where it
 * would pass the other end of its own.
 */
export function moveEdge(annotation: Annotation, edge: number, to: number): Moved | undefined {
  const fragments = fragmentsOf(annotation)
  const own = fragments[edge >> 1] as Span
  const moved = isStartEdge(edge) ? { start: to, end: own.end } : { start: own.start, end: to }
  if (moved.start >= moved.end) return undefined
  const after = withSpans(annotation, fragments.with(edge >> 1, moved))
  const index = fragmentsOf(after).findIndex(({ start, end }) => start <= moved.start && moved.end <= end)
  return { annotation: after, edge: 2 * index + (edge % 2) }
}
