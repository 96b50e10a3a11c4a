import type { Attribute, Label, LinkKind, Role, Scheme } from './scheme.ts'

/** What a scheme is made of: each kind is a list of items with ids of their own, in the order in which they are shown. */
export type SchemeItems = {
  readonly label: Label
  readonly role: Role
  readonly attribute: Attribute
  readonly link: LinkKind
}
export type ItemKind = keyof SchemeItems

export const ITEM_KINDS = ['label', 'role', 'attribute', 'link'] as const satisfies readonly ItemKind[]

const LIST_OF = { label: 'labels', role: 'roles', attribute: 'attributes', link: 'links' } as const

/** What a person calls an item of each kind. */
export const NOUN = {
  label: 'label',
  role: 'role',
  attribute: 'attribute',
  link: 'kind of link',
} as const satisfies Record<ItemKind, string>

export const itemsOf = <K extends ItemKind>(scheme: Scheme, kind: K): readonly SchemeItems[K][] =>
  scheme[LIST_OF[kind]] as unknown as readonly SchemeItems[K][]

export const itemOf = <K extends ItemKind>(scheme: Scheme, kind: K, id: string): SchemeItems[K] | undefined =>
  itemsOf(scheme, kind).find((item) => item.id === id)

export const withItems = <K extends ItemKind>(
  scheme: Scheme,
  kind: K,
  items: readonly SchemeItems[K][],
): Scheme => ({ ...scheme, [LIST_OF[kind]]: items })

export const withItem = <K extends ItemKind>(scheme: Scheme, kind: K, item: SchemeItems[K]): Scheme =>
  withItems(
    scheme,
    kind,
    itemsOf(scheme, kind).map((one) => (one.id === item.id ? item : one)),
  )

/** What stands at `index`, moved by one to the front (`-1`) or to the back (`1`); at an end it stays. */
export function stepped<T>(items: readonly T[], index: number, by: 1 | -1): readonly T[] {
  const [item, other] = [items[index], items[index + by]]
  if (item === undefined || other === undefined) return items
  return items.map((one, i) => (i === index ? other : i === index + by ? item : one))
}

const ID = /^[\p{L}\p{N}]+([-_.][\p{L}\p{N}]+)*$/u
const LONGEST_ID = 60

/** Why something cannot be an id, in one sentence; null when it can. */
export function idFault(id: string): string | null {
  if (id.length > LONGEST_ID) return `An id has at most ${LONGEST_ID} characters.`
  return ID.test(id) ? null : 'An id is letters and digits, with hyphens between them.'
}
