import type * as z from 'zod'
import { compareText } from '../../domain/compare-text.ts'
import { type DatasetActor, datasetActorSchema } from '../dataset.ts'
import type { ExportFrame, ReadActor, ReadAnnotation } from './adapter.ts'
import { readRecord } from './read-values.ts'

/**
 * A format that has no place for the registry still says of each actor that its marks name who that is: an id alone would
 * make somebody new of them wherever they are not known. With them go those whom they turned out to be and their members.
 */
export type ActorsById<A extends ReadActor = DatasetActor> = ReadonlyMap<string, A>

export const registryOf = ({ actors }: Pick<ExportFrame, 'actors'>): ActorsById =>
  new Map(actors.map((actor) => [actor.id, actor]))

/** JSON has no `undefined`, so what is absent is absent. */
export const readActorSchema = datasetActorSchema
  .partial()
  .required({ id: true, name: true }) as unknown as z.ZodType<ReadActor>

type Naming = Pick<ReadAnnotation, 'actor' | 'roles'>

/** Ids of the actors that a mark names: whom it means, and who fills its roles. */
export function actorIdsIn({ actor, roles = {} }: Naming): readonly string[] {
  const fillers = Object.values(roles).flat()
  const filling = fillers.flatMap((filler) => ('actor' in filler ? [filler.actor] : []))
  return actor === undefined ? filling : [actor, ...filling]
}

/** By id. Ids that the registry does not know are left out. */
export function actorsReached<A extends ReadActor>(
  ids: readonly string[],
  registry: ActorsById<A>,
): readonly A[] {
  const reached = new Map<string, A>()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const actor = registry.get(id)
    if (!actor || reached.has(id)) continue
    reached.set(id, actor)
    waiting.push(...(actor.members ?? []), ...(actor.mergedInto == null ? [] : [actor.mergedInto]))
  }
  return [...reached.values()].sort((a, b) => compareText(a.id, b.id))
}

export const namedActors = <A extends ReadActor>(
  marks: readonly Naming[],
  registry: ActorsById<A>,
): readonly A[] => actorsReached(marks.flatMap(actorIdsIn), registry)

/** What a reader adds to its article: nothing where there is none. */
export const withActors = (
  actors: readonly ReadActor[] | undefined,
): { readonly actors?: readonly ReadActor[] } => (actors && actors.length > 0 ? { actors } : {})

/**
 * An actor of whom a tool shows id and name, and keeps our whole entry: what the tool shows holds. What is no entry, as people
 * write in such places too, says nothing. Null where nobody is named.
 */
export function actorSaid(
  { id, name }: { readonly id: string | undefined; readonly name: string | undefined },
  entry: string,
): ReadActor | null {
  const read = readRecord(readActorSchema, entry)
  const isMeant = read.ok && (id === undefined || read.value.id === id)
  if (isMeant) return { ...read.value, ...(name ? { name } : {}) }
  return id && name ? { id, name } : null
}
