import type { Actor } from '#shared/domain/actor.ts'
import type { UnitedRegistry } from '#shared/domain/united-registry.ts'

/** What each part of an actor's page is given. */
export type ActorPartProps = {
  readonly actor: Actor
  readonly united: UnitedRegistry
  readonly canEdit: boolean
}
