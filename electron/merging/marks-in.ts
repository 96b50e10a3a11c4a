import { equalJson } from '#shared/domain/equal.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Pair } from './paired.ts'

/** How many of their annotations are new here, changed there since, the same, or tell something else that is kept beside ours. */
export function marksIn({ ours, theirs, merged }: Pair<AnnotationRecord>) {
  const all = theirs.annotations.size
  let added = 0
  for (const { id } of theirs.annotations) if (!ours.annotations.get(id)) added++
  // Each that differs is kept twice, unless it was already.
  const differing = merged.annotations.size - ours.annotations.size - added
  let changed = 0
  // Where both versions are kept, whichever has the id.
  if (differing === 0)
    for (const mark of ours.annotations) if (!equalJson(mark, merged.annotations.get(mark.id))) changed++
  return { all, added, changed, differing, same: all - added - changed - differing }
}
