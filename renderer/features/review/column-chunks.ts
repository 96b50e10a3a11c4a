import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import { type Lines, lineStart, linesOf } from '#shared/domain/lines.ts'
import { type Span, spanLength, spansOverlap } from '#shared/domain/span.ts'

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

/** The indexes of those that a span reaches into. */
function chunksOver(spans: readonly Span[], { start, end }: Span): readonly number[] {
  const over: number[] = []
  let at = Math.max(0, countBelow(spans.length, (i) => (spans[i] as Span).start <= start) - 1)
  for (; at < spans.length && (spans[at] as Span).start < end; at++) over.push(at)
  return over
}

/** `marks` in reading order. */
export function chunksOf(text: string, marks: readonly ColumnMark[]): Chunks {
  const lines = linesOf(text)
  const spans = spansOf(lines)
  const held: ColumnMark[][] = spans.map(() => [])
  const places = new Map<string, Set<number>>()
  for (const mark of marks) {
    for (const at of chunksOver(spans, mark.annotation)) {
      held[at]?.push(mark)
      places.set(mark.stop, (places.get(mark.stop) ?? new Set()).add(at))
    }
  }
  return { lines, places, chunks: spans.map((span, i) => ({ ...span, marks: held[i] ?? [] })) }
}

export type Drafted = Pick<Chunks, 'chunks'> & {
  /** The indexes of the chunks that the draft's stop lies in. */
  readonly drafted: ReadonlySet<number>
}

/** With a draft in place of all marks of its stop. Chunks that neither is in are the same objects. */
export function withDraft({ chunks, places }: Chunks, draft: ColumnMark): Drafted {
  const now = chunks.slice()
  const drafted = new Set<number>()
  for (const i of [...(places.get(draft.stop) ?? []), ...chunksOver(chunks, draft.annotation)]) {
    const chunk = chunks[i] as Chunk
    const marks = chunk.marks.filter(({ stop }) => stop !== draft.stop)
    if (spansOverlap(draft.annotation, chunk)) {
      drafted.add(i)
      const at = marks.findIndex(({ annotation }) => compareAnnotations(draft.annotation, annotation) < 0)
      marks.splice(at < 0 ? marks.length : at, 0, draft)
    }
    now[i] = { ...chunk, marks }
  }
  return { chunks: now, drafted }
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
