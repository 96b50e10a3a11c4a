import { equalJson } from '#shared/domain/equal.ts'
import { stableLine } from '#shared/format/json.ts'

/** What was said, and when. */
export type Told<T> = { readonly value: T; readonly at: string }

/**
 * Of two versions the later one; of two of the same time the one that sorts last, so that whoever merges whose work into
 * whose, the same is chosen.
 */
export function saidLast<T>(a: Told<T>, b: Told<T>): T {
  if (a.at !== b.at) return a.at > b.at ? a.value : b.value
  return stableLine(a.value ?? null) >= stableLine(b.value ?? null) ? a.value : b.value
}

/** All fields that either has; of those that both have what was said last. */
export function fieldsSaidLast<T extends object>(a: Told<T>, b: Told<T>): T {
  const keys = new Set([...Object.keys(a.value), ...Object.keys(b.value)]) as Set<keyof T>
  const fields = Array.from(keys, (key) => {
    if (!Object.hasOwn(a.value, key)) return [key, b.value[key]] as const
    if (!Object.hasOwn(b.value, key)) return [key, a.value[key]] as const
    return [key, saidLast({ value: a.value[key], at: a.at }, { value: b.value[key], at: b.at })] as const
  })
  return Object.fromEntries(fields) as T
}

/** All things by id that either has, sorted; of those that both have and tell differently what `choose` makes of the two. */
export function unitedById<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  choose: (a: T, b: T) => T,
): ReadonlyMap<string, T> {
  const ids = [...new Set([...a.keys(), ...b.keys()])].sort()
  return new Map(
    ids.map((id) => {
      const [one, other] = [a.get(id), b.get(id)]
      const areBoth = one !== undefined && other !== undefined && !equalJson(one, other)
      return [id, areBoth ? choose(one, other) : ((one ?? other) as T)]
    }),
  )
}
