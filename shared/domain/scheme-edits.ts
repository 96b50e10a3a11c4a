import { isKey } from './accelerator.ts'
import { HOLDS_UNSAID } from './migrated-scheme.ts'
import { plainId } from './plain-id.ts'
import { failed, ok, type Result } from './result.ts'
import { type Attribute, type Label, labelOf, type Scheme } from './scheme.ts'
import {
  ITEM_KINDS,
  type ItemKind,
  idFault,
  itemOf,
  itemsOf,
  NOUN,
  type SchemeItems,
  stepped,
  withItem,
  withItems,
} from './scheme-items.ts'

/**
 * Changes of a scheme that no annotation has to follow. An item's id is made of its title once and then stays, so that
 * another title is only another title. What annotations say is changed by a migration (scheme-migration.ts).
 */

type Added = { readonly scheme: Scheme; readonly id: string }

/** Adds an item at the end, with what can be guessed of it. */
export function addItem(scheme: Scheme, kind: ItemKind, title: string): Result<Added> {
  const name = title.trim()
  if (!name) return failed(NO_TITLE(kind))
  const id = plainId(name, kind, (other) => itemOf(scheme, kind, other) !== undefined)
  const item = { id, title: name, ...FRESH[kind](scheme) } as SchemeItems[ItemKind]
  const fault = itemFault(scheme, kind, item)
  return fault ? failed(fault) : ok({ scheme: withItems(scheme, kind, [...itemsOf(scheme, kind), item]), id })
}

const NO_TITLE = (kind: ItemKind): string => `A ${NOUN[kind]} needs a title.`

type Fresh = { readonly [K in ItemKind]: (scheme: Scheme) => Omit<SchemeItems[K], 'id' | 'title'> }

const FRESH: Fresh = {
  label: (scheme) => ({
    key: freeDigit(scheme),
    shape: 'underline',
    hue: freeHue(scheme.labels),
    description: '',
    guideline: '',
    isMention: false,
    lead: '',
  }),
  role: () => ({ on: [], isEssential: false, lead: '', side: 'after' }),
  attribute: () => ({ on: [], key: '', values: ['yes', 'no'] }),
  link: () => ({ on: [], key: '', expectedWith: null }),
}

function freeDigit({ labels }: Scheme): string {
  const digits = Array.from({ length: 9 }, (_, i) => String(i + 1))
  return digits.find((digit) => labels.every(({ key }) => key !== digit)) ?? ''
}

/** The hue, of every tenth degree, that is farthest from those in use. */
function freeHue(labels: readonly Label[]): number {
  const nearest = (hue: number) => Math.min(360, ...labels.map((label) => hueDistance(hue, label.hue)))
  const hues = Array.from({ length: 36 }, (_, i) => i * 10)
  return hues.reduce((best, hue) => (nearest(hue) > nearest(best) ? hue : best))
}

function hueDistance(a: number, b: number): number {
  const apart = Math.abs(a - b) % 360
  return Math.min(apart, 360 - apart)
}

export type ItemChange<K extends ItemKind> = Partial<Omit<SchemeItems[K], 'id'>>

/** Changes what an item says of itself; the answer to what cannot be is why not. @throws where there is no such item. */
export function changeItem<K extends ItemKind>(
  scheme: Scheme,
  kind: K,
  id: string,
  change: ItemChange<K>,
): Result<Scheme> {
  const before = itemOf(scheme, kind, id)
  if (!before) throw new Error(`The scheme has no ${kind} “${id}”`)
  const after: SchemeItems[K] = { ...before, ...change }
  const fault = itemFault(scheme, kind, after) ?? unsaidFault(before, after)
  // What two who merged their schemes brought in must not keep the rest from being changed.
  const isNew = fault !== null && fault !== itemFault(scheme, kind, before)
  return isNew ? failed(fault) : ok(withItem(scheme, kind, after))
}

/** What annotations mean that say nothing is changed by a migration, not by the way. */
function unsaidFault(before: object, after: object): string | null {
  if (!('values' in before && 'values' in after)) return null
  const [[was], [is]] = [before.values as string[], after.values as string[]]
  return was === undefined || was === is ? null : HOLDS_UNSAID(was)
}

/** Moves an item one place up (`-1`) or down (`1`). */
export function moveItem(scheme: Scheme, kind: ItemKind, id: string, by: 1 | -1): Scheme {
  const items = itemsOf(scheme, kind)
  const index = items.findIndex((item) => item.id === id)
  return withItems(scheme, kind, stepped(items, index, by))
}

/** Adds a value at the end of an attribute's. */
export function addValue(scheme: Scheme, attribute: Attribute, value: string): Result<Scheme> {
  const name = value.trim()
  if (!name) return failed('A value needs a name.')
  return changeItem(scheme, 'attribute', attribute.id, { values: [...attribute.values, name] })
}

export function changeActorTypes(scheme: Scheme, actorTypes: readonly string[]): Result<Scheme> {
  if (actorTypes.some((type) => !type.trim())) return failed('A type of actor needs a name.')
  const twice = repeated(actorTypes)
  return twice === undefined ? ok({ ...scheme, actorTypes }) : failed(`There is a type “${twice}” already.`)
}

/** Why a whole scheme, out of a file, cannot be worked with. */
export function schemeFault(scheme: Scheme): string | null {
  if (scheme.labels.length === 0) return 'A scheme has at least one label.'
  const faults = ITEM_KINDS.flatMap((kind) =>
    itemsOf(scheme, kind).map((item) => idFault(item.id) ?? itemFault(scheme, kind, item)),
  )
  return faults.find((fault) => fault !== null) ?? null
}

/** Why an item cannot stand in a scheme as it is, in one sentence; null when it can. Its own former self does not count. */
export function itemFault<K extends ItemKind>(scheme: Scheme, kind: K, item: SchemeItems[K]): string | null {
  if (!item.title.trim()) return NO_TITLE(kind)
  return (
    titleFault(scheme, kind, item) ??
    onFault(scheme, item) ??
    valuesFault(item) ??
    keyFault(scheme, kind, item)
  )
}

/** Two labels of one name could not be told apart where they are chosen. */
function titleFault(scheme: Scheme, kind: ItemKind, { id, title }: SchemeItems[ItemKind]): string | null {
  const isTwin = scheme.labels.some((label) => label.id !== id && sameWords(label.title, title))
  return kind === 'label' && isTwin ? `There is a label “${title.trim()}” already.` : null
}

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

function onFault(scheme: Scheme, item: SchemeItems[ItemKind]): string | null {
  const stranger = 'on' in item ? item.on.find((label) => !labelOf(scheme, label)) : undefined
  return stranger === undefined ? null : `The scheme has no label “${stranger}”.`
}

function valuesFault(item: SchemeItems[ItemKind]): string | null {
  if (!('values' in item)) return null
  if (item.values.length === 0) return 'The last value of an attribute stays.'
  if (item.values.some((value) => !value.trim())) return 'A value needs a name.'
  const twice = repeated(item.values)
  return twice === undefined ? null : `There is a value “${twice}” already.`
}

const repeated = (words: readonly string[]): string | undefined =>
  words.find((word, i) => words.indexOf(word) !== i)

/** A label's key works on every annotation; that of an attribute or a link on those that can have it. */
export function keyFault<K extends ItemKind>(scheme: Scheme, kind: K, item: SchemeItems[K]): string | null {
  if (!('key' in item) || item.key === '') return null
  const { key } = item
  if (key.length !== 1 || !isKey(key)) return 'A key is one character that can be seen.'
  const other = keyed(scheme).find(
    (one) => one.key === key && !(one.kind === kind && one.id === item.id) && canMeet(one.on, onOf(item)),
  )
  return other ? `${key} is the key of “${other.title}”.` : null
}

type Keyed = {
  readonly kind: ItemKind
  readonly id: string
  readonly title: string
  readonly key: string
  readonly on: readonly string[] | null
}

/** All that can have a key; `on` is null for what holds everywhere. */
const keyed = (scheme: Scheme): readonly Keyed[] =>
  (['label', 'attribute', 'link'] as const).flatMap((kind) =>
    itemsOf(scheme, kind).map((item) => ({
      kind,
      id: item.id,
      title: item.title,
      key: item.key,
      on: onOf(item),
    })),
  )

const onOf = (item: SchemeItems[ItemKind]): readonly string[] | null => ('on' in item ? item.on : null)

const canMeet = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a === null || b === null || a.some((label) => b.includes(label))
