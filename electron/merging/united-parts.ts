import { type Actor, sortedNames } from '#shared/domain/actor.ts'
import type { Cleaning } from '#shared/domain/cleaning-rule.ts'
import type { Registry } from '#shared/domain/registry.ts'
import type { Review } from '#shared/domain/review.ts'
import type { Team } from '#shared/domain/team.ts'
import { fieldsSaidLast, saidLast, unitedById } from './said-last.ts'

/** What one annotator has said in two workspaces besides the annotations: all of either, and of both what was said last. */

export const unitedRegistry = (a: Registry, b: Registry): Registry => ({
  actors: unitedById(a.actors, b.actors, unitedActor),
  skips: sortedNames([...a.skips, ...b.skips]),
})

function unitedActor(a: Actor, b: Actor): Actor {
  const of = <T>(one: T, other: T) =>
    [
      { value: one, at: a.updated },
      { value: other, at: b.updated },
    ] as const
  const said = fieldsSaidLast(...of(a, b))
  return {
    ...said,
    aliases: sortedNames([...a.aliases, ...b.aliases]).filter((name) => name !== said.name),
    members: sortedNames([...a.members, ...b.members]),
    externalIds: fieldsSaidLast(...of(a.externalIds, b.externalIds)),
    settled: fieldsSaidLast(...of(a.settled, b.settled)),
    updated: a.updated > b.updated ? a.updated : b.updated,
  }
}

type Created = { readonly created: string }
const createdLast = <T extends Created>(a: T, b: T): T =>
  saidLast({ value: a, at: a.created }, { value: b, at: b.created })

export const unitedCleaning = (a: Cleaning, b: Cleaning): Cleaning => ({
  rules: unitedById(a.rules, b.rules, createdLast),
})

export const unitedReview = (a: Review, b: Review): Review => ({
  judgements: unitedById(a.judgements, b.judgements, createdLast),
  comments: unitedById(a.comments, b.comments, createdLast),
})

/** How others see each other’s marks stays as it is here; who shall do what adds up. */
export const unitedTeam = (ours: Team, theirs: Team): Team => ({
  sight: ours.sight,
  assignments: unitedById(ours.assignments, theirs.assignments, (a, b) => sortedNames([...a, ...b])),
})
