import { type Actor, actorId, newActor } from '#shared/domain/actor.ts'
import type { Change } from '#shared/domain/edit.ts'
import type { Part } from '#shared/domain/united-registry.ts'
import type { DatasetActor } from '#shared/format/dataset.ts'
import { editSchema } from '#shared/format/edit-schema.ts'
import type { ReadActor } from '#shared/format/interchange/adapter.ts'

export type BroughtActors = {
  /** What puts those that are not known here into an annotator's part of the registry. */
  readonly changes: readonly Change[]
  /** The id here of an actor of the files; null for one that nobody knows. */
  readonly actorOf: (id: string) => string | null
}

/** What files say of actors. */
export type ReadActors = {
  readonly actors: readonly ReadActor[]
  /** Actors that marks point to, with the words of one of them, where a file may say nothing else of them. */
  readonly mentioned: ReadonlyMap<string, string>
}

/**
 * Actors of the same id and name are the same; one of the same id and another name gets an id of its own. One of whom the id
 * alone is known is whoever has it here, else somebody who is called as the text calls them.
 */
export function broughtActors(
  { actors: read, mentioned }: ReadActors,
  parts: readonly Part[],
  now: string,
): BroughtActors {
  const known = namesById(parts)
  const { ids, added } = enrolled(
    read.map((actor) => ({ ...entryOf(actor, now), ...actor })),
    known,
  )
  for (const [id, name] of mentioned) {
    if (ids.has(id) || known.has(id)) continue
    ids.set(id, id)
    added.push(entryOf({ id, name }, now))
  }
  const actorOf = (id: string): string | null => ids.get(id) ?? (known.has(id) ? id : null)
  const changes = added.flatMap((actor) => changeFor(actor, actorOf))
  const refused = new Set(added.map(({ id }) => actorOf(id)))
  for (const change of changes) refused.delete(change.id)
  return { changes, actorOf: (id) => unless(refused, actorOf(id)) }
}

/** The ids here of those that files tell of, and who of them is new. */
function enrolled(read: readonly DatasetActor[], known: NamesById) {
  const ids = new Map<string, string>()
  const added: DatasetActor[] = []
  const taken = new Set([...known.keys(), ...read.map(({ id }) => id)])
  const isCalled = (id: string, name: string): boolean => known.get(id)?.has(name) ?? false
  for (const actor of read) {
    if (ids.has(actor.id)) continue
    const isOther = known.has(actor.id) && !isCalled(actor.id, actor.name)
    const id = isOther ? actorId(actor.name, (one) => taken.has(one) && !isCalled(one, actor.name)) : actor.id
    taken.add(id)
    ids.set(actor.id, id)
    if (!isCalled(id, actor.name)) added.push(actor)
  }
  return { ids, added }
}

const unless = (refused: ReadonlySet<string | null>, id: string | null): string | null =>
  refused.has(id) ? null : id

/** That of an actor of whom no more is known. */
function entryOf({ id, name }: ReadActor, now: string): DatasetActor {
  const { settled: _, ...entry } = newActor({ id, name, now })
  return { ...entry, aliases: [], externalIds: {}, members: [] }
}

/** The names that each actor is known by. */
type NamesById = ReadonlyMap<string, ReadonlySet<string>>

function namesById(parts: readonly Part[]): NamesById {
  const names = new Map<string, Set<string>>()
  for (const { registry } of parts)
    for (const { id, name, aliases } of registry.actors.values())
      names.set(id, new Set([...(names.get(id) ?? []), name, ...aliases]))
  return names
}

type ActorChange = Extract<Change, { readonly kind: 'actor' }>

function changeFor(read: DatasetActor, actorOf: (id: string) => string | null): readonly ActorChange[] {
  const id = actorOf(read.id) ?? read.id
  const members = read.members.flatMap((member) => actorOf(member) ?? []).sort()
  const mergedInto = read.mergedInto === null ? null : actorOf(read.mergedInto)
  const after: Actor = { ...read, id, members, mergedInto, settled: {} }
  const change: ActorChange = { kind: 'actor', id, before: null, after }
  return editSchema.safeParse({ name: '', changes: [change] }).success ? [change] : []
}
