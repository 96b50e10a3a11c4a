import { resolvedId } from '#shared/domain/united-registry.ts'
import { desk } from './desk.ts'

const MOST_RECENT = 9

/** Those who were taken lately are likely to be taken again. */
export function rememberActor(id: string): void {
  desk.setState(({ recentActors, registry }) => {
    const actor = resolvedId(registry.united, id)
    return { recentActors: [actor, ...recentActors.filter((other) => other !== actor)].slice(0, MOST_RECENT) }
  })
}
