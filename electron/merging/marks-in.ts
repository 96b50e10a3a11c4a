import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Pair } from './paired.ts'

/** How many of their annotations are new here, the same, or tell something else that is kept beside ours. */
export function marksIn({ ours, theirs, merged }: Pair<AnnotationRecord>) {
  const all = theirs.annotations.size
  let added = 0
  for (const { id } of theirs.annotations) if (!ours.annotations.get(id)) added++
  // Each that differs is kept twice, unless it was already.
  const differing = merged.annotations.size - ours.annotations.size - added
  return { all, added, differing, same: all - added - differing }
}
