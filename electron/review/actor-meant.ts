import { lookedAt } from '#electron/library/looked-at.ts'
import { readableParts, readRegistries, unreadSentences } from '#electron/library/registries.ts'
import type { Workspace } from '#electron/library/workspace.ts'
import { unite } from '#shared/domain/united-registry.ts'
import { actorMeant } from '#shared/review/actor-meant.ts'
import type { ActorMeant } from '#shared/review/codings.ts'

export type MeantRead = {
  readonly actorMeant: ActorMeant
  /** Why parts of the registry are missing, as sentences. */
  readonly unread: readonly string[]
}

/** Whom actors' ids mean, by the registries of all annotators. Throws system errors. */
export async function readActorMeant(workspace: Workspace): Promise<MeantRead> {
  const registries = await readRegistries(lookedAt(workspace))
  const parts = readableParts(registries)
  return { actorMeant: actorMeant(unite(parts), parts), unread: unreadSentences(registries) }
}
