import type { Annotation } from '#shared/domain/annotation.ts'
import { equalJson } from '#shared/domain/equal.ts'
import type { AnnotationRecord } from '#shared/domain/record.ts'
import type { Pair } from './paired.ts'

/** How many of their annotations are new here, changed there since, the same, or tell something else that is kept beside ours. */
export function marksIn({ ours, theirs, merged }: Pair<AnnotationRecord>) {
  const all = theirs.annotations.size
  const fresh = [...theirs.annotations].filter(
    ({ id }) => !ours.annotations.get(id) && merged.annotations.get(id),
  )
  // Said the same under another id there, which stays.
  const gone = [...ours.annotations].filter(({ id }) => !merged.annotations.get(id))
  const added = fresh.length - gone.length
  // Each that differs is kept twice, unless it was already.
  const differing = merged.annotations.size - ours.annotations.size - added
  // Where both versions are kept, whichever has the id.
  const changed = differing > 0 ? 0 : [...ours.annotations].filter((mark) => isOther(mark, merged)).length
  return { all, added, changed, differing, same: all - added - changed - differing }
}

/** When it was changed last is no change. */
function isOther(mark: Annotation, { annotations }: AnnotationRecord): boolean {
  const now = annotations.get(mark.id)
  return now !== undefined && !equalJson(mark, { ...now, updated: mark.updated })
}
