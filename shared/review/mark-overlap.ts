import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { type Span, spanLength } from '#shared/domain/span.ts'

/** How much of what two marks cover both cover: 1 where they cover the same, 0 where they share no character. */
export function overlapOf(a: Annotation, b: Annotation): number {
  const shared = sharedLength(fragmentsOf(a), fragmentsOf(b))
  return shared === 0 ? 0 : shared / (lengthOf(a) + lengthOf(b) - shared)
}

const lengthOf = (mark: Annotation): number =>
  fragmentsOf(mark).reduce((sum, fragment) => sum + spanLength(fragment), 0)

/** How many characters lie in both; each is sorted and disjoint. */
export function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] as Span, b[j] as Span]
    shared += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))
    if (left.end < right.end) i++
    else j++
  }
  return shared
}
