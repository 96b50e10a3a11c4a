import { type Annotation, fragmentsOf } from './annotation.ts'
import { hullOf, isEmptySpan, type Span } from './span.ts'

/**
 * An annotation's fragments are a set of characters, written as sorted runs that do not touch: adding a run is union,
 * cutting one out is difference, and what makes one run again is no longer fragments.
 */

/** `spans` as sorted runs that do not touch, and nothing but spans; empty ones fall away. */
export function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = []
  const sorted = spans.filter((one) => !isEmptySpan(one)).sort((a, b) => a.start - b.start)
  for (const { start, end } of sorted) {
    const last = runs.at(-1)
    if (last && start <= last.end) runs[runs.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else runs.push({ start, end })
  }
  return runs
}

/** What of `spans` lies outside `cut`. */
export function cutSpans(spans: readonly Span[], cut: Span): readonly Span[] {
  return mergedSpans(
    spans.flatMap(({ start, end }) => [
      { start, end: Math.min(end, cut.start) },
      { start: Math.max(start, cut.end), end },
    ]),
  )
}

/** `annotation` over `spans` in the place of its own, which must hold at least one character. */
export function withSpans(annotation: Annotation, spans: readonly Span[]): Annotation {
  const { fragments: _, ...rest } = annotation
  const runs = mergedSpans(spans)
  return { ...rest, ...hullOf(runs), ...(runs.length > 1 ? { fragments: runs } : {}) }
}

/** The fragment that holds the character at `offset`, or ends there. */
export const fragmentAt = (annotation: Annotation, offset: number): Span | undefined =>
  fragmentsOf(annotation).find(({ start, end }) => start <= offset && offset < end) ??
  fragmentsOf(annotation).find(({ end }) => end === offset)
