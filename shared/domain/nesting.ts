import { type Annotation, fragmentsOf } from './annotation.ts'
import type { Span } from './span.ts'

/**
 * How marks lie in one another, told in one pass over them sorted by where they begin, the longer first: a mark lies in
 * another one if one that came before it reaches as far. A mark in fragments holds what lies in one of them, and not what
 * lies in its gaps.
 */
export type Nesting = {
  /** Marks that lie wholly in another one; of two in the same place, one. */
  readonly nested: number
  /** The most marks on one character. */
  readonly deepest: number
}

type Marked = Pick<Annotation, 'start' | 'end' | 'fragments'>

export function nestingOf(marks: readonly Marked[]): Nesting {
  return { nested: nestedAmong(marks), deepest: deepestOf(marks.flatMap((mark) => runsOf(mark))) }
}

const runsOf = (mark: Marked): readonly Span[] => fragmentsOf(mark as Annotation)

type Entry = Span & { readonly isMark: boolean; readonly isRun: boolean }

function nestedAmong(marks: readonly Marked[]): number {
  const entries = marks.flatMap((mark): Entry[] =>
    mark.fragments
      ? [
          ...mark.fragments.map(({ start, end }) => ({ start, end, isMark: false, isRun: true })),
          { start: mark.start, end: mark.end, isMark: true, isRun: false },
        ]
      : [{ start: mark.start, end: mark.end, isMark: true, isRun: true }],
  )
  // In one place, what holds comes before what is held.
  entries.sort(
    (a, b) =>
      a.start - b.start ||
      b.end - a.end ||
      Number(b.isRun) - Number(a.isRun) ||
      Number(a.isMark) - Number(b.isMark),
  )
  let reach = -1
  let nested = 0
  for (const { end, isMark, isRun } of entries) {
    if (isMark && reach >= end) nested++
    if (isRun) reach = Math.max(reach, end)
  }
  return nested
}

function deepestOf(runs: readonly Span[]): number {
  const ends = runs.map(({ end }) => end).sort((a, b) => a - b)
  let [deepest, over] = [0, 0]
  const starts = runs.map(({ start }) => start).sort((a, b) => a - b)
  starts.forEach((start, begun) => {
    while ((ends[over] ?? Number.POSITIVE_INFINITY) <= start) over++
    deepest = Math.max(deepest, begun + 1 - over)
  })
  return deepest
}
