import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import { type Lines, lineAt, lineEnd, lineStart } from '#shared/domain/lines.ts'
import { type Span, spanLength, spansOverlap } from '#shared/domain/span.ts'

/**
 * How marks that overlap are drawn without hiding each other. Every run of text between two edges of marks becomes one
 * piece per mark that covers it, and each piece knows whether its mark begins or ends there. Marks of one shape that
 * overlap are given different levels, the shorter the nearer to the text, so that their lines lie below one another.
 */
export type Piece = Span & {
  readonly annotation: Annotation
  readonly level: number
  readonly starts: boolean
  readonly ends: boolean
}

export type PieceContext = {
  /** Nothing outside is drawn. */
  readonly window: Span
  readonly lines: Lines
  readonly shapeOf: (label: string) => string
  /** Further offsets to cut at, where something else begins or ends. */
  readonly cuts: readonly number[]
}

/** The pieces of `annotations`, which come in reading order: where several cover one run, the outer come first. */
export function markPieces(annotations: readonly Annotation[], context: PieceContext): Piece[] {
  const levels = levelsOf(annotations, context.shapeOf)
  const edges = edgesOf(annotations, context.cuts)
  return annotations.flatMap((annotation) =>
    fragmentsOf(annotation).flatMap((fragment) =>
      runsWithin(fragment, edges, context).map((run, i, runs) => ({
        ...run,
        annotation,
        level: levels.get(annotation.id) ?? 0,
        // The outermost runs, not equal offsets: a mark that begins or ends with a line feed has none there.
        starts: i === 0 && fragment.start >= context.window.start,
        ends: i === runs.length - 1 && fragment.end <= context.window.end,
      })),
    ),
  )
}

/** The lowest level that no overlapping mark of the same shape has taken, shorter marks first. */
function levelsOf(
  annotations: readonly Annotation[],
  shapeOf: (label: string) => string,
): Map<string, number> {
  const levels = new Map<string, number>()
  const placed: Annotation[] = []
  for (const annotation of annotations.toSorted((a, b) => spanLength(a) - spanLength(b))) {
    const taken = placed
      .filter(
        (other) =>
          spansOverlap(other, annotation) && sameLane(shapeOf(other.label), shapeOf(annotation.label)),
      )
      .map(({ id }) => levels.get(id))
    let level = 0
    while (taken.includes(level)) level++
    levels.set(annotation.id, level)
    placed.push(annotation)
  }
  return levels
}

/** Tints lie behind the text, all lines below it. */
const sameLane = (a: string, b: string): boolean => (a === 'tint') === (b === 'tint')

function edgesOf(annotations: readonly Annotation[], cuts: readonly number[]): readonly number[] {
  const edges = new Set(cuts)
  for (const annotation of annotations) {
    for (const { start, end } of fragmentsOf(annotation)) edges.add(start).add(end)
  }
  return [...edges].sort((a, b) => a - b)
}

/** What of `span` lies in the window, cut at every edge and at line ends. */
function runsWithin(span: Span, edges: readonly number[], { window, lines }: PieceContext): Span[] {
  const runs: Span[] = []
  const last = Math.min(span.end, window.end)
  for (let line = lineAt(lines, Math.max(span.start, window.start)); lineStart(lines, line) < last; line++) {
    const end = Math.min(last, lineEnd(lines, line))
    let start = Math.max(span.start, window.start, lineStart(lines, line))
    let next = countBelow(edges.length, (i) => (edges[i] as number) <= start)
    while (start < end) {
      const stop = Math.min(edges[next++] ?? end, end)
      runs.push({ start, end: stop })
      start = stop
    }
  }
  return runs
}
