import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { spanLength } from './span.ts'

/** The annotations at an offset, the innermost first. A caret right behind a mark still counts as on it. */
export function stackAt(annotations: AnnotationSet, offset: number): readonly Annotation[] {
  const under = annotations.overlapping({ start: offset, end: offset + 1 })
  const found =
    under.length > 0 || offset === 0 ? under : annotations.overlapping({ start: offset - 1, end: offset })
  return found.toSorted((a, b) => spanLength(a) - spanLength(b))
}
