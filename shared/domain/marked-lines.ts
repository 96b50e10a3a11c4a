import type { Annotation } from './annotation.ts'
import { type Lines, lineAt, lineEnd, lineStart } from './lines.ts'
import { markPieces, type Piece } from './mark-pieces.ts'
import { isEmptySpan, type Span } from './span.ts'

/**
 * Marked text as a tree, for where it leaves the reader: paper and the clipboard. Trees nest and marks need not, so where
 * two cross, the one that began later is closed with the other and opened again: its parts know that they go on.
 */
export type MarkedNode =
  | { readonly kind: 'text'; readonly text: string }
  | (MarkedPart & { readonly kind: 'mark'; readonly children: readonly MarkedNode[] })

export type MarkedPart = {
  /** Its first piece; whether the part `ends` is for the whole of it. */
  readonly piece: Piece
  readonly ends: boolean
  /** Not the first part of its mark here. */
  readonly isContinued: boolean
  /** The last part of its mark here. */
  readonly isLast: boolean
}

export type MarkedText = {
  readonly text: string
  readonly lines: Lines
  /** What of the text is wanted. */
  readonly window: Span
  /** Those that overlap the window, in reading order. */
  readonly annotations: readonly Annotation[]
  readonly shapeOf: (label: string) => string
}

type Run = Span & { readonly marks: readonly Piece[] }

/** The lines of the window, each a row of nodes. */
export function markedLines(marked: MarkedText): readonly (readonly MarkedNode[])[] {
  const pieces = markPieces(marked.annotations, marked)
  const nest = nester(marked.text, pieces)
  return runsByLine(marked, pieces).map((runs) => nest(runs, 0))
}

function runsByLine({ lines, window }: MarkedText, pieces: readonly Piece[]): readonly (readonly Run[])[] {
  const first = lineAt(lines, window.start)
  const count = isEmptySpan(window) ? 0 : lineAt(lines, window.end - 1) - first + 1
  const byLine = Array.from({ length: count }, (_, i) => ({
    marked: new Map<number, Piece[]>(),
    start: Math.max(window.start, lineStart(lines, first + i)),
    end: Math.min(window.end, lineEnd(lines, first + i)),
  }))
  for (const piece of pieces) {
    const { marked } = byLine[lineAt(lines, piece.start) - first] as (typeof byLine)[number]
    marked.set(piece.start, [...(marked.get(piece.start) ?? []), piece])
  }
  return byLine.map(({ marked, ...line }) => runsIn(line, marked))
}

/** Marked runs and the unmarked ones between them. */
function runsIn(line: Span, marked: ReadonlyMap<number, readonly Piece[]>): readonly Run[] {
  const runs: Run[] = []
  let at = line.start
  for (const start of [...marked.keys()].sort((a, b) => a - b)) {
    const marks = marked.get(start) as readonly Piece[]
    if (start > at) runs.push({ start: at, end: start, marks: [] })
    at = (marks[0] as Piece).end
    runs.push({ start, end: at, marks })
  }
  if (at < line.end) runs.push({ start: at, end: line.end, marks: [] })
  return runs
}

/** Makes trees of the runs of one line after another. */
function nester(text: string, pieces: readonly Piece[]) {
  const begun = new Set<string>()
  const ends = new Map<string, number>()
  for (const { annotation, end, isGap } of pieces) if (!isGap) ends.set(annotation.id, end)

  const part = (piece: Piece, last: Piece): MarkedPart => {
    const { id } = piece.annotation
    const isContinued = begun.has(id)
    if (!piece.isGap) begun.add(id)
    return { piece, ends: last.ends, isContinued, isLast: ends.get(id) === last.end }
  }
  const nest = (runs: readonly Run[], depth: number): MarkedNode[] =>
    groupsOf(runs, depth).map((group) => {
      const [first, last] = [group[0] as Run, group.at(-1) as Run]
      const piece = first.marks[depth]
      if (!piece) return { kind: 'text', text: text.slice(first.start, last.end) }
      const parts = part(piece, last.marks[depth] as Piece)
      return { kind: 'mark', ...parts, children: nest(group, depth + 1) }
    })
  return nest
}

/** Neighbours that have the same mark at `depth`, or none. */
function groupsOf(runs: readonly Run[], depth: number): readonly (readonly Run[])[] {
  const keyOf = ({ marks }: Run) => marks[depth] && `${marks[depth].isGap} ${marks[depth].annotation.id}`
  const groups: Run[][] = []
  for (const run of runs) {
    const group = groups.at(-1)
    if (group && keyOf(group[0] as Run) === keyOf(run)) group.push(run)
    else groups.push([run])
  }
  return groups
}
