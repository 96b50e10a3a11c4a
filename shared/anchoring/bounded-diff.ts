import { diff } from 'fast-myers-diff'

/** A run of `length` items that is the same at `old` of one row and at `now` of the other. */
export type Run = { readonly old: number; readonly now: number; readonly length: number }

/** How many comparisons there may be; shared by all that is compared for one answer. */
export type Budget = { left: number }

class Exhausted extends Error {}

/**
 * The runs that Myers' difference leaves as equal, in order; null where finding them would take more than the budget.
 * What texts that have nothing to do with each other would cost is their product: nobody waits for that.
 */
export function equalRuns(old: Int32Array, now: Int32Array, budget: Budget): readonly Run[] | null {
  const eq = (i: number, j: number): boolean => {
    if (budget.left-- <= 0) throw new Exhausted()
    return old[i] === now[j]
  }
  try {
    return runsBetween(diff(old, now, eq), old.length)
  } catch (error) {
    if (error instanceof Exhausted) return null
    throw error
  }
}

function runsBetween(changes: Iterable<readonly [number, number, number, number]>, length: number): Run[] {
  const runs: Run[] = []
  let [old, now] = [0, 0]
  for (const [oldStart, oldEnd, , nowEnd] of changes) {
    if (oldStart > old) runs.push({ old, now, length: oldStart - old })
    old = oldEnd
    now = nowEnd
  }
  if (length > old) runs.push({ old, now, length: length - old })
  return runs
}
