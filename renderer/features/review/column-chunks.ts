import type { Annotation } from '#shared/domain/annotation.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import { type Lines, lineStart, linesOf } from '#shared/domain/lines.ts'
import { type Span, spanLength } from '#shared/domain/span.ts'

/**
 * A text is shown in chunks of whole lines, so that the browser leaves out what is out of sight, and a chunk is drawn anew
 * only when something in it has changed.
 */
export type ColumnMark = {
  readonly annotation: Annotation
  /** Id of the stop that it belongs to. */
  readonly stop: string
  /** The stop's sign stands behind another mark of its. */
  readonly isUnsigned?: true
}

export type Chunk = Span & { readonly marks: readonly ColumnMark[] }
export type Chunks = {
  readonly lines: Lines
  readonly chunks: readonly Chunk[]
  /** By a stop’s id, the indexes of the chunks that its marks lie in. */
  readonly places: ReadonlyMap<string, ReadonlySet<number>>
}

const MOST_LINES = 40
const MOST_CHARACTERS = 4_000

/** `marks` in reading order. */
export function chunksOf(text: string, marks: readonly ColumnMark[]): Chunks {
  const lines = linesOf(text)
  const spans = spansOf(lines)
  const held: ColumnMark[][] = spans.map(() => [])
  const places = new Map<string, Set<number>>()
  for (const mark of marks) {
    const { start, end } = mark.annotation
    let at = Math.max(0, countBelow(spans.length, (i) => (spans[i] as Span).start <= start) - 1)
    for (; at < spans.length && (spans[at] as Span).start < end; at++) {
      held[at]?.push(mark)
      places.set(mark.stop, (places.get(mark.stop) ?? new Set()).add(at))
    }
  }
  return { lines, places, chunks: spans.map((span, i) => ({ ...span, marks: held[i] ?? [] })) }
}

function spansOf(lines: Lines): readonly Span[] {
  const spans: Span[] = []
  const count = lines.starts.length
  for (let first = 0; first < count; ) {
    const start = lineStart(lines, first)
    let next = first + 1
    while (next < count && next - first < MOST_LINES && isShort({ start, end: lineStart(lines, next + 1) }))
      next++
    spans.push({ start, end: Math.min(lineStart(lines, next), lines.textLength) })
    first = next
  }
  return spans
}

const isShort = (span: Span): boolean => spanLength(span) <= MOST_CHARACTERS
