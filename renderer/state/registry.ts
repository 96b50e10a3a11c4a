import type { Actor } from '#shared/domain/actor.ts'
import { applyTo, type Edit } from '#shared/domain/edit.ts'
import type { Registry } from '#shared/domain/registry.ts'
import { type Part, unite, uniteAgain } from '#shared/domain/united-registry.ts'
import type { RegistryView } from '#shared/ipc/contract.ts'
import { desk } from './desk.ts'
import type { OpenRegistry } from './open-registry.ts'

type RegistryObject = { readonly actors: readonly Actor[]; readonly skips: readonly string[] }

export function registryFrom({ own, others, ...rest }: RegistryView): OpenRegistry {
  const mine = registryOf(JSON.parse(own) as RegistryObject)
  const theirs = (JSON.parse(others) as (RegistryObject & { readonly annotator: string })[]).map(
    ({ annotator, ...rest }): Part => ({ annotator, registry: registryOf(rest) }),
  )
  return { own: mine, others: theirs, united: unite([partOf(mine), ...theirs]), ...rest }
}

const registryOf = ({ actors, skips }: RegistryObject): Registry => ({
  actors: new Map(actors.map((actor) => [actor.id, actor])),
  skips,
})

/** @throws {StaleEdit} */
export function editedRegistry(registry: OpenRegistry, edit: Edit): OpenRegistry {
  const own = applyTo('registry', registry.own, edit)
  const ids = edit.changes.flatMap((change) => (change.kind === 'actor' ? [change.id] : []))
  return { ...registry, own, united: uniteAgain(registry.united, [partOf(own), ...registry.others], ids) }
}

/** The annotator's own part goes under the annotator's name, so that the union is the one that others see. */
function partOf(registry: Registry): Part {
  const { preferences, suggestedAnnotator } = desk.getState()
  return { annotator: preferences.annotator ?? suggestedAnnotator, registry }
}
