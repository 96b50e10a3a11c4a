import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { spanLength } from './span.ts'

/**
 * The annotations at an offset, the innermost first. A caret right behind a mark is on it still, but rather on one that
 * begins there.
 */
export function stackAt(annotations: AnnotationSet, offset: number): readonly Annotation[] {
  const here = annotations
    .overlapping({ start: Math.max(0, offset - 1), end: offset + 1 })
    .filter(({ start, end }) => start <= offset && offset <= end)
  const beginning = Math.max(0, ...here.filter(({ start }) => start === offset).map(spanLength))
  const rank = (one: Annotation) => spanLength(one) + (one.end === offset ? beginning : 0)
  return here.sort((a, b) => rank(a) - rank(b))
}
