import type { Annotation } from './annotation.ts'
import type { Scheme } from './scheme.ts'
import type { ItemKind } from './scheme-items.ts'

/** How many annotations say something with a part of a scheme: the annotator's own, and all others'. */
export type SchemeUse = {
  readonly kind: ItemKind | 'value'
  /** Of which attribute it is a value, null for all that is none. */
  readonly attribute: string | null
  readonly id: string
  readonly own: number
  readonly others: number
}

type Said = Pick<Annotation, 'label' | 'roles' | 'attributes' | 'links'>
type Part = Pick<SchemeUse, 'kind' | 'attribute' | 'id'>

/** Counts what annotations say, whether a scheme knows of it or not. */
export class UseCount {
  readonly #uses = new Map<string, { part: Part; own: number; others: number }>()

  add(annotations: Iterable<Said>, whose: 'own' | 'others'): void {
    for (const annotation of annotations) {
      for (const part of partsOf(annotation)) this.#of(part)[whose]++
    }
  }

  get uses(): readonly SchemeUse[] {
    return Array.from(this.#uses.values(), ({ part, own, others }) => ({ ...part, own, others }))
  }

  #of(part: Part) {
    const key = JSON.stringify([part.kind, part.attribute, part.id])
    const use = this.#uses.get(key) ?? { part, own: 0, others: 0 }
    this.#uses.set(key, use)
    return use
  }
}

/** Each once, however often an annotation says it. */
function partsOf({ label, roles, attributes, links = [] }: Said): readonly Part[] {
  const item =
    (kind: ItemKind) =>
    (id: string): Part => ({ kind, attribute: null, id })
  return [
    item('label')(label),
    ...Object.keys(roles).map(item('role')),
    ...Object.keys(attributes).map(item('attribute')),
    ...Object.entries(attributes).map(([attribute, id]): Part => ({ kind: 'value', attribute, id })),
    ...[...new Set(links.map(({ kind }) => kind))].map(item('link')),
  ]
}

export const countOf = (
  uses: readonly SchemeUse[],
  { kind, attribute, id }: Part,
): Pick<SchemeUse, 'own' | 'others'> =>
  uses.find((use) => use.kind === kind && use.attribute === attribute && use.id === id) ?? NO_USE

const NO_USE = { own: 0, others: 0 }

/** What the annotator's own annotations say that the scheme does not know, by kind in the scheme's order. */
export function unknownUses(scheme: Scheme, uses: readonly SchemeUse[]): readonly SchemeUse[] {
  return uses.filter((use) => use.own > 0 && !isKnown(scheme, use))
}

/** How many annotations have labels that the scheme does not know, by the counts of the articles they are in. */
export function unknownLabelled(
  { labels }: Scheme,
  articles: Iterable<{ readonly counts: Readonly<Record<string, number>> }>,
): number {
  const known = new Set(labels.map(({ id }) => id))
  let unknown = 0
  for (const { counts } of articles) {
    for (const label in counts) if (!known.has(label)) unknown += counts[label] ?? 0
  }
  return unknown
}

function isKnown({ labels, roles, attributes, links }: Scheme, { kind, attribute, id }: Part): boolean {
  const has = (items: readonly { readonly id: string }[]) => items.some((item) => item.id === id)
  switch (kind) {
    case 'label':
      return has(labels)
    case 'role':
      return has(roles)
    case 'attribute':
      return has(attributes)
    case 'link':
      return has(links)
    case 'value': {
      const of = attributes.find((one) => one.id === attribute)
      // Where the attribute itself is not known, that alone is worth a word.
      return !of || of.values.includes(id)
    }
  }
}
