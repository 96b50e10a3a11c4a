import type { Assignments } from '#shared/domain/assigning.ts'
import type { Result } from '#shared/domain/result.ts'
import { GOLD } from '#shared/domain/review.ts'
import type { TeamProgress } from '#shared/ipc/team.ts'
import { annotatorNow } from '../../../state/team.ts'

/** Everybody who annotates here, or shall, by name. */
export function peopleIn(progress: Result<TeamProgress> | null, assignments: Assignments): readonly string[] {
  const known = progress?.ok ? progress.value.annotators.map(({ annotator }) => annotator) : []
  const assigned = known.length > 0 ? [] : [...assignments.values()].flat()
  return [...new Set([annotatorNow(), ...known, ...assigned])].sort()
}

/** What is wrong with a name for somebody who shall annotate; null where nothing is. */
export function nameFault(typed: string): string | null {
  const name = typed.trim()
  if (name === '') return 'Please type a name.'
  return name.toLowerCase() === GOLD
    ? `“${name}” is the name of what is settled in adjudication; please take another.`
    : null
}
