import type { Scheme } from './scheme.ts'
import { itemOf, itemsOf, type SchemeItems, withItem, withItems } from './scheme-items.ts'
import type { Migration } from './scheme-migration.ts'

/**
 * The scheme after a migration of one annotator's work, with what others still say in it: called old, without a key,
 * last of its kind. Else their annotations would have what the scheme does not know, and nobody could export.
 */
export function stillKnowing(before: Scheme, after: Scheme, migration: Migration): Scheme {
  if (migration.kind === 'value') return withValue(after, migration.attribute, migration.from)
  const { kind, from } = migration
  const item = itemOf(before, kind, from)
  if (!item || itemOf(after, kind, from)) return after
  const old = {
    ...item,
    title: `${item.title} (old)`,
    ...('key' in item ? { key: '' } : {}),
  } as SchemeItems[typeof kind]
  const known = withItems(after, kind, [...itemsOf(after, kind), old])
  return kind === 'label' ? withPlaces(before, known, from) : known
}

function withValue(scheme: Scheme, id: string, value: string): Scheme {
  const attribute = itemOf(scheme, 'attribute', id)
  if (!attribute || attribute.values.includes(value)) return scheme
  return withItem(scheme, 'attribute', { ...attribute, values: [...attribute.values, value] })
}

/** What annotations with the label could say they still can. */
function withPlaces(before: Scheme, after: Scheme, label: string): Scheme {
  type Placed = { readonly id: string; readonly on: readonly string[] }
  const placed = <T extends Placed>(items: readonly T[], were: readonly T[]): readonly T[] =>
    items.map((item) => {
      const wasOn = were.find(({ id }) => id === item.id)?.on.includes(label) ?? false
      return wasOn && !item.on.includes(label) ? { ...item, on: [...item.on, label] } : item
    })
  return {
    ...after,
    roles: placed(after.roles, before.roles),
    attributes: placed(after.attributes, before.attributes),
    links: placed(after.links, before.links),
  }
}
