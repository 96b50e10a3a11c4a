/** Half-open range `[start, end)` of UTF-16 offsets into a canonical text. */
export type Span = { readonly start: number; readonly end: number }

export const spanLength = ({ start, end }: Span): number => end - start

export const isEmptySpan = ({ start, end }: Span): boolean => end <= start

export const spansEqual = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** True when the two share at least one character; touching spans do not. */
export const spansOverlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const spanContains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** Reading order: earlier start first, and of two that start together the longer (the outer) first. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The smallest span that covers all of `spans`, which must not be empty. */
export function hullOf(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  }
}
