import type { Unit } from './continuum.ts'
import { dissimilarity, reachOf } from './dissimilarity.ts'

/**
 * Calls back for each of `others` that `unit` is less unlike than `limit`, with its index, in their order.
 *
 * @param others sorted by start, the longest of them as long as `longest`
 */
export function eachNeighbour(
  unit: Unit,
  { units: others, longest }: Row,
  limit: number,
  take: (index: number, unlike: number) => void,
): void {
  const away = reachOf(limit) * (unit.end - unit.start + longest)
  for (let i = firstFrom(others, unit.start - away); i < others.length; i++) {
    const other = others[i] as Unit
    if (other.start > unit.start + away) break
    const unlike = dissimilarity(unit, other)
    if (unlike < limit) take(i, unlike)
  }
}

/** One annotator's units, sorted by start, and how long the longest is. */
export type Row = { readonly units: readonly Unit[]; readonly longest: number }

export const rowOf = (units: readonly Unit[]): Row => ({
  units,
  longest: units.reduce((most, { start, end }) => Math.max(most, end - start), 0),
})

/** The index of the first unit that starts at `start` or behind it. */
function firstFrom(units: readonly Unit[], start: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle] as Unit).start < start) low = middle + 1
    else high = middle
  }
  return low
}
