import { equalJson } from './equal.ts'
import type { Scheme } from './scheme.ts'
import { ITEM_KINDS, type ItemKind, itemsOf } from './scheme-items.ts'

/** What another scheme has otherwise than ours. */
export type SchemeDifference = {
  readonly change: 'added' | 'changed' | 'removed'
  readonly kind: ItemKind | 'guidelines' | 'actorTypes' | 'title'
  /** Empty for what a scheme has one of. */
  readonly id: string
  readonly title: string
}

/** By kind, and then what goes before what changes and what comes. */
export function schemeDifferences(before: Scheme, after: Scheme): readonly SchemeDifference[] {
  return [
    ...ITEM_KINDS.flatMap((kind) => differencesOf(kind, before, after)),
    ...wholeDifferences(before, after),
  ]
}

function differencesOf(kind: ItemKind, before: Scheme, after: Scheme): readonly SchemeDifference[] {
  const [ours, theirs] = [itemsOf(before, kind), itemsOf(after, kind)]
  const said = (change: SchemeDifference['change'], items: readonly { id: string; title: string }[]) =>
    items.map(({ id, title }) => ({ change, kind, id, title }))
  return [
    ...said(
      'removed',
      ours.filter(({ id }) => theirs.every((item) => item.id !== id)),
    ),
    ...said(
      'changed',
      theirs.filter((item) => ours.some((one) => one.id === item.id && !equalJson(one, item))),
    ),
    ...said(
      'added',
      theirs.filter(({ id }) => ours.every((item) => item.id !== id)),
    ),
  ]
}

const WHOLE = { title: 'Title', actorTypes: 'Types of actor', guidelines: 'Guidelines' } as const

function wholeDifferences(before: Scheme, after: Scheme): readonly SchemeDifference[] {
  const kinds = Object.keys(WHOLE) as (keyof typeof WHOLE)[]
  return kinds
    .filter((kind) => !equalJson(before[kind], after[kind]))
    .map((kind) => ({ change: 'changed', kind, id: '', title: WHOLE[kind] }))
}
