import type { ReadActor } from '../../adapter.ts'
import { type ActorsById, actorSaid } from '../../named-actors.ts'
import { WELL_KNOWN } from './guid.ts'

type Code = { readonly name: string; readonly parent: string | null; readonly description: string }

/** The actors of a project of ours: each is a code, called as they are, whose description says the rest. */
export function actorsInCodes(codes: ReadonlyMap<string, Code>): ActorsById<ReadActor> {
  const actors = new Map<string, ReadActor>()
  for (const [guid, { name, parent, description }] of codes) {
    if (parent !== WELL_KNOWN.actors) continue
    const [id = '', ...entry] = description.split('\n')
    // A name that XML cannot hold is in the entry alone.
    const shown = name.toUpperCase() === guid ? undefined : name
    const actor = id === '' ? null : actorSaid({ id, name: shown }, entry.join('\n'))
    if (actor) actors.set(id, actor)
  }
  return actors
}
