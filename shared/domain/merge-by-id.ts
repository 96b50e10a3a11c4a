import { equalJson } from './equal.ts'

/** Three-way merge of things by their ids, sorted by them: one by one, ours where both sides changed one. */
export function mergeById<T>(
  base: ReadonlyMap<string, T>,
  ours: ReadonlyMap<string, T>,
  theirs: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const ids = [...new Set([...ours.keys(), ...theirs.keys()])].sort()
  const merged = ids.flatMap((id) => {
    const [before, mine, other] = [base.get(id), ours.get(id), theirs.get(id)]
    const one = equalJson(before, mine) ? other : (mine ?? (equalJson(before, other) ? undefined : other))
    return one ? [[id, one] as const] : []
  })
  return new Map(merged)
}
