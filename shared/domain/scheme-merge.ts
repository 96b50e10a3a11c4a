import { equalJson } from './equal.ts'
import type { Scheme } from './scheme.ts'

type Item = { readonly id: string }

/**
 * Three-way merge of a scheme that was changed in two places. Labels, roles, attributes and links are merged one by one:
 * what one side alone changed takes that side's form, ours where both did; what one side removed and the other changed
 * stays. Their order is ours, with what they added behind it.
 */
export function mergeSchemes(base: Scheme, ours: Scheme, theirs: Scheme): Scheme {
  return {
    ...pick(base, ours, theirs),
    id: pick(base.id, ours.id, theirs.id),
    title: pick(base.title, ours.title, theirs.title),
    guidelines: pick(base.guidelines, ours.guidelines, theirs.guidelines),
    actorTypes: pick(base.actorTypes, ours.actorTypes, theirs.actorTypes),
    labels: mergeItems(base.labels, ours.labels, theirs.labels),
    roles: mergeItems(base.roles, ours.roles, theirs.roles),
    attributes: mergeItems(base.attributes, ours.attributes, theirs.attributes),
    links: mergeItems(base.links, ours.links, theirs.links),
  }
}

function pick<T>(base: T, ours: T, theirs: T): T {
  return equalJson(ours, base) ? theirs : ours
}

function mergeItems<T extends Item>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
): readonly T[] {
  const of = (items: readonly T[], id: string) => items.find((item) => item.id === id)
  const ids = [...new Set([...ours, ...theirs].map(({ id }) => id))]
  return ids.flatMap((id) => mergeItem(of(base, id), of(ours, id), of(theirs, id)) ?? [])
}

function mergeItem<T>(base: T | undefined, ours: T | undefined, theirs: T | undefined): T | undefined {
  if (equalJson(base, theirs)) return ours
  if (equalJson(base, ours)) return theirs
  return ours ?? theirs
}
