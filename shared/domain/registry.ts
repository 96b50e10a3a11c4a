import type { Actor } from './actor.ts'
import { equalJson } from './equal.ts'

/** One annotator's part of the actor registry: the content of one file. The registry that is shown is the union. */
export type Registry = {
  /** By id. */
  readonly actors: ReadonlyMap<string, Actor>
  /** Words that marking all occurrences leaves alone, each once, sorted. */
  readonly skips: readonly string[]
}

export const emptyRegistry: Registry = { actors: new Map(), skips: [] }

/**
 * Three-way merge of one annotator's registry, for a file that changed underneath. Field by field the side that changed
 * wins, and ours where both did; an actor that one side removed and the other changed stays; names that either side added
 * stay, and those that either removed go.
 */
export function mergeRegistries(base: Registry, ours: Registry, theirs: Registry): Registry {
  const ids = [...new Set([...ours.actors.keys(), ...theirs.actors.keys()])].sort()
  const actors = ids.flatMap((id) => {
    const merged = mergeActor(base.actors.get(id), ours.actors.get(id), theirs.actors.get(id))
    return merged ? [[id, merged] as const] : []
  })
  return { actors: new Map(actors), skips: mergeLists(base.skips, ours.skips, theirs.skips) }
}

type Maybe = Actor | undefined

function mergeActor(base: Maybe, ours: Maybe, theirs: Maybe): Maybe {
  if (equalJson(ours, theirs) || equalJson(base, theirs)) return ours
  if (equalJson(base, ours)) return theirs
  if (!ours || !theirs) return ours ?? theirs
  return {
    ...pickFields(base, ours, theirs),
    aliases: mergeLists(base?.aliases ?? [], ours.aliases, theirs.aliases),
    members: mergeLists(base?.members ?? [], ours.members, theirs.members),
    updated: ours.updated > theirs.updated ? ours.updated : theirs.updated,
  }
}

function pickFields(base: Maybe, ours: Actor, theirs: Actor): Actor {
  const keys = Object.keys(ours) as (keyof Actor)[]
  const picked = keys.map((key) => [key, equalJson(ours[key], base?.[key]) ? theirs[key] : ours[key]])
  return Object.fromEntries(picked) as Actor
}

function mergeLists(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const all = [...new Set([...ours, ...theirs])].sort()
  return all.filter((one) => !base.includes(one) || (ours.includes(one) && theirs.includes(one)))
}
