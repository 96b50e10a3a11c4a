import type { Annotation } from './annotation.ts'
import type { Sought } from './occurrences.ts'
import { actorsCalled, resolvedId, type UnitedRegistry } from './united-registry.ts'

/** What texts call an actor, under whatever id it was known before it was merged: each name once, sorted. */
export function namesOf(union: UnitedRegistry, actor: string): readonly string[] {
  const meant = resolvedId(union, actor)
  const versions = [...union.actors.values()].filter(({ id }) => resolvedId(union, id) === meant)
  return [...new Set(versions.flatMap(({ name, aliases }) => [name, ...aliases]))].sort()
}

type Asked = { readonly mark: Annotation; readonly forms: readonly string[] }

/** What is looked for on behalf of a mark: `forms` in the order in which they are shown. */
export function soughtFor({ mark, forms }: Asked, union: UnitedRegistry): Sought {
  const { id, label, actor = null } = mark
  const meant = actor && resolvedId(union, actor)
  // Of a mark that names nobody yet, one actor of that name may well be the one it will name.
  const isNamesake = (form: string) => {
    const others = actorsCalled(union, form).filter((one) => one !== meant)
    return others.length > (meant === null ? 1 : 0)
  }
  return { label, actor, by: id, forms, namesakes: forms.filter(isNamesake), skips: union.skips }
}
