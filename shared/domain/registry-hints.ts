import type { Actor } from './actor.ts'
import {
  actorsCalled,
  type Contradiction,
  resolvedId,
  standingActors,
  type UnitedRegistry,
} from './united-registry.ts'

export type RegistryHint = {
  readonly kind: 'contradiction' | 'circle' | 'same-name' | 'no-actor'
  readonly actors: readonly string[]
  readonly sentence: string
}

/** What in the registry its annotators would want to look at again. */
export const registryHints = (union: UnitedRegistry): readonly RegistryHint[] => [
  ...contradictions(union),
  ...circles(union),
  ...sameNames(union),
  ...namesOfNobody(union),
]

function contradictions(union: UnitedRegistry): readonly RegistryHint[] {
  return [...union.contradictions.values()].flat().map(({ actorId, field, said }) => ({
    kind: 'contradiction',
    actors: [actorId],
    sentence: `Of “${nameOf(union, actorId)}” annotators say different things for “${field}”: ${wordsOf(said)}.`,
  }))
}

const wordsOf = (said: Contradiction['said']): string =>
  said.map(({ annotator, value }) => `${annotator} ${value === null ? 'nothing' : `“${value}”`}`).join(', ')

/** Actors that were merged into one another: the first of a circle stands for all of it. */
function circles(union: UnitedRegistry): readonly RegistryHint[] {
  return [...union.actors.values()]
    .filter(({ id, mergedInto }) => mergedInto !== null && resolvedId(union, id) === id)
    .filter(({ mergedInto }) => union.actors.has(mergedInto as string))
    .map((actor) => {
      const ids = [actor.id, ...wayRound(union, actor)]
      const names = ids.map((id) => `“${nameOf(union, id)}”`).join(', ')
      return { kind: 'circle', actors: ids, sentence: `These actors are merged into one another: ${names}.` }
    })
}

function wayRound({ actors }: UnitedRegistry, { id, mergedInto }: Actor): readonly string[] {
  const way: string[] = []
  for (let at = mergedInto; at !== null && at !== id; at = actors.get(at)?.mergedInto ?? null) way.push(at)
  return way
}

function sameNames(union: UnitedRegistry): readonly RegistryHint[] {
  return standingActors(union).flatMap((actor) => {
    const ids = actorsCalled(union, actor.name).filter(
      (id) => id === actor.id || isNamed(union, id, actor.name),
    )
    if (ids.length < 2 || ids[0] !== actor.id) return []
    const sentence = `${ids.length} actors are called “${actor.name}”: ${ids.join(', ')}.`
    return [{ kind: 'same-name', actors: ids, sentence }]
  })
}

/** By its own name, not one of its others. */
const isNamed = (union: UnitedRegistry, id: string, name: string): boolean =>
  union.actors.get(id)?.name.toLowerCase() === name.toLowerCase()

function namesOfNobody(union: UnitedRegistry): readonly RegistryHint[] {
  return [...union.actors.values()].flatMap(({ id, name, mergedInto, members }) => {
    const lost = [...members, ...(mergedInto === null ? [] : [mergedInto])].filter(
      (one) => !union.actors.has(one),
    )
    return lost.map((one) => ({
      kind: 'no-actor',
      actors: [id],
      sentence: `“${name}” speaks of the actor “${one}”, who is not in the registry.`,
    }))
  })
}

const nameOf = ({ actors }: UnitedRegistry, id: string): string => actors.get(id)?.name ?? id
