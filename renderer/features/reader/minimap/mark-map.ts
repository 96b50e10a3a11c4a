import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import type { Span } from '#shared/domain/span.ts'

/**
 * How many marks of each label lie in each row of the minimap. Counts, not drawings, so that an edit changes the rows of
 * one mark and never asks which others lie there.
 */
export type MarkMap = {
  readonly rows: number
  /** Length of the text in UTF-16 units. */
  readonly length: number
  /** For each lane, by label, its count in each row. */
  readonly lanes: ReadonlyMap<string, Uint32Array>
}

export type MapSize = { readonly rows: number; readonly length: number; readonly labels: readonly string[] }

export const emptyMap = ({ rows, length, labels }: MapSize): MarkMap => ({
  rows,
  length,
  lanes: new Map(labels.map((label) => [label, new Uint32Array(rows)])),
})

/** Counts `annotation` in (`1`) or out (`-1`), and adds the rows that changed to `changed`. */
export function count(map: MarkMap, annotation: Annotation, by: 1 | -1, changed: Set<number>): void {
  const lane = map.lanes.get(annotation.label)
  if (!lane) return
  for (const fragment of fragmentsOf(annotation)) {
    const { start, end } = rowsOf(map, fragment)
    for (let row = start; row < end; row++) {
      lane[row] = (lane[row] as number) + by
      changed.add(row)
    }
  }
}

/** The rows that `span` lies in, at least one; half-open as the span is. */
export function rowsOf({ rows, length }: Pick<MarkMap, 'rows' | 'length'>, { start, end }: Span): Span {
  const rowAt = (offset: number) => Math.min(rows - 1, Math.floor((offset / Math.max(1, length)) * rows))
  return { start: rowAt(start), end: rowAt(Math.max(start, end - 1)) + 1 }
}
