import type { Actor } from '#shared/domain/actor.ts'
import type { Part, UnitedRegistry } from '#shared/domain/united-registry.ts'

/** What each part of an actor's page is given. */
export type ActorPartProps = {
  readonly actor: Actor
  readonly united: UnitedRegistry
  readonly canEdit: boolean
}

/** Whose it is what the annotator did not say, and so cannot take back. */
export function saidBy(others: readonly Part[], id: string, says: (actor: Actor) => boolean): string {
  const saying = others.filter(({ registry }) => {
    const actor = registry.actors.get(id)
    return actor !== undefined && says(actor)
  })
  return saying.length === 0
    ? 'Your name for it'
    : `Said by ${saying.map(({ annotator }) => annotator).join(', ')}`
}
