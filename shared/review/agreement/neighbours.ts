import { countBelow } from '#shared/domain/count-below.ts'
import type { Unit } from './continuum.ts'
import { dissimilarity, reachOf } from './dissimilarity.ts'

/** For each of `units` the indices of those of `others` that it is less unlike than `limit`; both are sorted by start. */
export function neighboursOf(
  units: readonly Unit[],
  others: readonly Unit[],
  limit: number,
): readonly (readonly number[])[] {
  const longest = others.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  const reach = reachOf(limit)
  return units.map((unit) => {
    const near: number[] = []
    const away = reach * (unit.end - unit.start + longest)
    const first = countBelow(others.length, (i) => (others[i] as Unit).start < unit.start - away)
    for (let i = first; i < others.length; i++) {
      const other = others[i] as Unit
      if (other.start > unit.start + away) break
      if (dissimilarity(unit, other) < limit) near.push(i)
    }
    return near
  })
}
