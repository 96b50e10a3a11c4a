import { compareText } from '#shared/domain/compare-text.ts'
import { nameKey, type Part, resolvedId, type UnitedRegistry } from '#shared/domain/united-registry.ts'
import type { ActorMeant } from './codings.ts'

/**
 * Two annotators who each registered an actor of the same name mean the same one, under whatever ids; the ids of actors
 * that were merged mean the one that they were merged into. Actors of one name are told apart where somebody has
 * registered two of them: then the name alone says nothing.
 */
export function actorMeant(union: UnitedRegistry, parts: readonly Part[]): ActorMeant {
  const first = new Map<string, string>()
  for (const ids of idsByName(union).values()) {
    if (parts.some((part) => tellsApart(part, ids, union))) continue
    const [least] = ids
    for (const id of ids) first.set(id, least as string)
  }
  return (id) => {
    const resolved = resolvedId(union, id)
    return first.get(resolved) ?? resolved
  }
}

/** Ids of the actors that stand for themselves, sorted, by the key of their names. */
function idsByName(union: UnitedRegistry): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>()
  for (const { id, name } of [...union.actors.values()].sort((a, b) => compareText(a.id, b.id))) {
    if (resolvedId(union, id) !== id) continue
    const key = nameKey(name)
    ids.set(key, [...(ids.get(key) ?? []), id])
  }
  return ids
}

function tellsApart({ registry }: Part, ids: readonly string[], union: UnitedRegistry): boolean {
  const own = ids.filter((id) => registry.actors.has(id))
  return new Set(own.map((id) => resolvedId(union, id))).size > 1
}
