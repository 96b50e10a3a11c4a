import type { Actor } from '#shared/domain/actor.ts'
import { actorsMatching } from '#shared/domain/linking.ts'
import { resolvedId, standingActors, type UnitedRegistry } from '#shared/domain/united-registry.ts'
import type { SurveyCount } from '#shared/ipc/survey.ts'
import { type ActorsEntry, type ActorsShown, desk } from './desk.ts'

/** Shows an actor in the actors view. */
export function showActor(id: string): void {
  setActorsShown({ chosen: { kind: 'actor', id }, filter: '' })
  desk.setState({ view: 'actors' })
}

export function setActorsShown(change: Partial<ActorsShown>): void {
  desk.setState(({ actorsShown }) => ({ actorsShown: { ...actorsShown, ...change } }))
}

export const chooseEntry = (chosen: ActorsEntry): void => setActorsShown({ chosen })

/** How often an actor is mentioned, and has a role in acts, itself or by what was merged into it. */
export type ActorCount = SurveyCount['actors'][string]

const none: ActorCount = { mentions: 0, acts: 0 }

export const countFor = (count: SurveyCount | null, id: string): ActorCount =>
  count && Object.hasOwn(count.actors, id) ? (count.actors[id] as ActorCount) : none

/** By ids of actors that were merged into another, that one's. */
export const mergedIds = (union: UnitedRegistry): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...union.actors.keys()]
      .map((id) => [id, resolvedId(union, id)] as const)
      .filter(([id, now]) => id !== now),
  )

/** The actors that the list shows. */
export function listedActors(
  union: UnitedRegistry,
  { filter, sort }: Pick<ActorsShown, 'filter' | 'sort'>,
  count: SurveyCount | null,
): readonly Actor[] {
  if (filter.trim() !== '')
    return actorsMatching(union, filter, Number.POSITIVE_INFINITY).map(({ actor }) => actor)
  const byName = standingActors(union)
  if (sort === 'name' || !count) return byName
  return byName.toSorted((a, b) => countFor(count, b.id).mentions - countFor(count, a.id).mentions)
}

/** Ids that mean an actor: its own, and those of the actors that were merged into it, at once or one by one. */
export const idsMeaning = (union: UnitedRegistry, id: string): readonly string[] => [
  ...new Set([id, ...[...union.actors.keys()].filter((other) => resolvedId(union, other) === id)]),
]
