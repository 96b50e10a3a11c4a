import { failed, ok, type Result } from './result.ts'
import type { LinkKind, Scheme } from './scheme.ts'
import { idFault, itemOf, itemsOf, NOUN, withItems } from './scheme-items.ts'
import type { Migration } from './scheme-migration.ts'

/**
 * The scheme after a migration, or why it cannot be. What the scheme does not have to begin with can be migrated too:
 * annotations may have it from before, and then the scheme stays as it is.
 */
export function migratedScheme(scheme: Scheme, migration: Migration): Result<Scheme> {
  if (migration.from === migration.to) return failed(`It is called “${migration.from}” already.`)
  return migration.kind === 'value' ? migratedValue(scheme, migration) : migratedItem(scheme, migration)
}

/** Annotations that say nothing would mean something else from then on. */
export const HOLDS_UNSAID = (value: string): string =>
  `“${value}” holds where nothing is said, so it stays first; rename it, or merge it into another.`

type OfValue = Extract<Migration, { kind: 'value' }>
type OfItem = Exclude<Migration, { kind: 'value' }>

/** What two become stands where the first of them stood, so that the default stays what it was. */
function migratedValue(scheme: Scheme, { attribute: id, from, to }: OfValue): Result<Scheme> {
  const attribute = itemOf(scheme, 'attribute', id)
  const name = to?.trim() ?? null
  if (!attribute) return failed(`The scheme has no attribute “${id}”.`)
  if (name === '') return failed('A value needs a name.')
  const isThere = attribute.values.includes(from)
  if (!isThere && name !== null && !attribute.values.includes(name))
    return failed(`“${attribute.title}” has no value “${name}”.`)
  if (!isThere) return ok(scheme)
  if (name === null && attribute.values[0] === from) return failed(HOLDS_UNSAID(from))
  const values = replaced(attribute.values, from, name)
  const attributes = scheme.attributes.map((one) => (one.id === id ? { ...one, values } : one))
  const links = expecting(scheme.links, (expected) => {
    if (expected.attribute !== id || expected.value !== from) return expected
    return name === null ? null : { ...expected, value: name }
  })
  return ok({ ...scheme, attributes, links })
}

type Expected = NonNullable<LinkKind['expectedWith']>

const expecting = (
  links: readonly LinkKind[],
  now: (expected: Expected) => Expected | null,
): readonly LinkKind[] =>
  links.map((link) => (link.expectedWith ? { ...link, expectedWith: now(link.expectedWith) } : link))

/** `words` with `to` for `from`, each once. */
function replaced(words: readonly string[], from: string, to: string | null): readonly string[] {
  const renamed = words.flatMap((word) => (word !== from ? word : to === null ? [] : to))
  return [...new Set(renamed)]
}

function migratedItem(scheme: Scheme, { kind, from, to }: OfItem): Result<Scheme> {
  const items = itemsOf(scheme, kind)
  const isThere = items.some(({ id }) => id === from)
  const hasTarget = to === null || items.some(({ id }) => id === to)
  if (!isThere) return hasTarget ? ok(scheme) : failed(`The scheme has no ${NOUN[kind]} “${to}”.`)
  if (to === null && kind === 'label' && items.length === 1)
    return failed('The last label of a scheme stays.')
  const fault = to === null ? null : idFault(to)
  if (fault) return failed(fault)
  return ok(withReferences(withItems(scheme, kind, joined(items, from, to)), { kind, from, to }))
}

type Item = { readonly id: string; readonly on?: readonly string[]; readonly values?: readonly string[] }

/** Without `from`, or with it under its new id, or with what it says taken over by the one that is there. */
function joined<T extends Item>(items: readonly T[], from: string, to: string | null): readonly T[] {
  const source = items.find(({ id }) => id === from) as T
  if (to === null) return items.filter((item) => item !== source)
  if (items.every(({ id }) => id !== to))
    return items.map((item) => (item === source ? { ...item, id: to } : item))
  return items
    .filter((item) => item !== source)
    .map((item) => (item.id === to ? takingOver(item, source) : item))
}

/** What either could be on and say, one that takes both over can. */
const takingOver = <T extends Item>(item: T, source: T): T => ({
  ...item,
  ...(item.on && { on: union(item.on, source.on) }),
  ...(item.values && { values: union(item.values, source.values) }),
})

const union = (a: readonly string[], b: readonly string[] = []): readonly string[] => [
  ...new Set([...a, ...b]),
]

/** What else in the scheme names the item. */
function withReferences(scheme: Scheme, { kind, from, to }: OfItem): Scheme {
  if (kind === 'attribute') {
    const links = expecting(scheme.links, (expected) => {
      if (expected.attribute !== from) return expected
      return to === null ? null : { ...expected, attribute: to }
    })
    return { ...scheme, links }
  }
  if (kind !== 'label') return scheme
  const follow = <T extends { readonly on: readonly string[] }>(items: readonly T[]): readonly T[] =>
    items.map((item) => (item.on.includes(from) ? { ...item, on: replaced(item.on, from, to) } : item))
  return {
    ...scheme,
    roles: follow(scheme.roles),
    attributes: follow(scheme.attributes),
    links: follow(scheme.links),
  }
}
