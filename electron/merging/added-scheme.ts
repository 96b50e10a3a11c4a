import { equalJson } from '#shared/domain/equal.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
import {
  ITEM_KINDS,
  type ItemKind,
  itemOf,
  itemsOf,
  NOUN,
  type SchemeItems,
  withItems,
} from '#shared/domain/scheme-items.ts'

export type AddedScheme = {
  readonly scheme: Scheme
  /** What was added, and what is kept as it is here although they have it otherwise, in words. */
  readonly words: readonly string[]
}

type Item = SchemeItems[ItemKind]

/**
 * Our scheme with what theirs has and ours has not: labels, roles, attributes and their values, links, types of actor. What
 * has the same id in both stays as it is here, whatever they say of it.
 */
export function addedScheme(ours: Scheme, theirs: Scheme): AddedScheme {
  const types = theirs.actorTypes.filter((type) => !ours.actorTypes.includes(type))
  const words: string[] = []
  let scheme: Scheme = types.length > 0 ? { ...ours, actorTypes: [...ours.actorTypes, ...types] } : ours
  for (const kind of ITEM_KINDS) {
    for (const item of itemsOf(theirs, kind)) {
      const known = itemOf(ours, kind, item.id)
      if (known) scheme = widened(scheme, kind, known, item)
      else scheme = withItems(scheme, kind, [...itemsOf(scheme, kind), withFreeKey(item, scheme)])
      words.push(...wordsFor(known, item, nameOf(kind, item, [ours, theirs])))
    }
  }
  return { scheme, words: [...words, ...types.map((type) => `New type of actor: ${type}`)] }
}

/** It can be given for all that it can be given for there, and have all values that it has there. */
function widened<K extends ItemKind>(
  scheme: Scheme,
  kind: K,
  ours: SchemeItems[K],
  theirs: SchemeItems[K],
): Scheme {
  const on = 'on' in ours ? { on: joined(ours.on, (theirs as { on: readonly string[] }).on) } : {}
  const values =
    'values' in ours ? { values: joined(ours.values, (theirs as { values: readonly string[] }).values) } : {}
  const wide = { ...ours, ...on, ...values }
  if (equalJson(wide, ours)) return scheme
  return withItems(
    scheme,
    kind,
    itemsOf(scheme, kind).map((one) => (one.id === ours.id ? wide : one)),
  )
}

const joined = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])]

/** A key that means something here already stays with that. */
function withFreeKey<T extends Item>(item: T, scheme: Scheme): T {
  if (!('key' in item) || item.key === '') return item
  const taken = ITEM_KINDS.flatMap((kind) => itemsOf(scheme, kind)).some(
    (one) => 'key' in one && one.key.toLowerCase() === item.key.toLowerCase(),
  )
  return taken ? { ...item, key: '' } : item
}

/** With its id, where something else of its kind has the same title. */
function nameOf(kind: ItemKind, { id, title }: Item, schemes: readonly Scheme[]): string {
  const isShared = schemes.some((scheme) =>
    itemsOf(scheme, kind).some((one) => one.id !== id && one.title === title),
  )
  return `${NOUN[kind]} “${title || id}”${title && isShared ? ` (${id})` : ''}`
}

function wordsFor(ours: Item | undefined, theirs: Item, name: string): readonly string[] {
  if (!ours) return [`New ${name}`]
  const values =
    'values' in ours && 'values' in theirs
      ? theirs.values.filter((value) => !ours.values.includes(value))
      : []
  const isOther = MEANINGS.some((field) => fieldOf(ours, field) !== fieldOf(theirs, field))
  return [
    ...values.map((value) => `New value of the ${name}: ${value}`),
    ...(isOther ? [`The ${name} means something else there; it stays as it is here`] : []),
  ]
}

/** What says what an item means; keys, colours and shapes are everybody's own. */
const MEANINGS = ['title', 'description', 'guideline', 'isMention']

const fieldOf = (item: Item, field: string): unknown => (item as unknown as Record<string, unknown>)[field]
