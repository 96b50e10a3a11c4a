import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACA_1 } from './aca-1.ts'
import { equalJson } from './equal.ts'
import type { Scheme } from './scheme.ts'
import { addItem, changeItem, moveItem } from './scheme-edits.ts'
import { ITEM_KINDS, type ItemKind, itemOf, itemsOf, withItems } from './scheme-items.ts'
import { mergeSchemes } from './scheme-merge.ts'

type Change = (scheme: Scheme) => Scheme

const kinds = fc.constantFrom(...ITEM_KINDS)
const titles = fc.stringMatching(/^[A-Z][a-z]{2,6}$/)
const someItem = kinds.chain((kind) =>
  fc.record({ kind: fc.constant(kind), id: fc.constantFrom(...itemsOf(ACA_1, kind).map(({ id }) => id)) }),
)

const adding = fc.record({ kind: kinds, title: titles }).map(
  ({ kind, title }): Change =>
    (scheme) => {
      const added = addItem(scheme, kind, title)
      return added.ok ? added.value.scheme : scheme
    },
)
const renaming = fc.tuple(someItem, titles).map(
  ([{ kind, id }, title]): Change =>
    (scheme) => {
      const changed = itemOf(scheme, kind, id) ? changeItem(scheme, kind, id, { title }) : null
      return changed?.ok ? changed.value : scheme
    },
)
const removing = someItem.map(
  ({ kind, id }): Change =>
    (scheme) =>
      withItems(
        scheme,
        kind,
        itemsOf<ItemKind>(scheme, kind).filter((item) => item.id !== id),
      ),
)
const moving = someItem.map(
  ({ kind, id }): Change =>
    (scheme) =>
      moveItem(scheme, kind, id, 1),
)
const writing = titles.map(
  (guidelines): Change =>
    (scheme) => ({ ...scheme, guidelines }),
)

/** What somebody makes of ACA-1. */
const versions = fc
  .array(fc.oneof(adding, renaming, removing, moving, writing), { maxLength: 5 })
  .map((changes) => changes.reduce((scheme, change) => change(scheme), ACA_1))

const sorted = (scheme: Scheme) => ({
  ...scheme,
  ...Object.fromEntries(
    (['labels', 'roles', 'attributes', 'links'] as const).map((part) => [
      part,
      [...scheme[part]].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  ),
})

describe('merging a scheme that was changed in two places', () => {
  it('has all that one side alone changed, up to the order of items', () =>
    fc.assert(
      fc.property(versions, (changed) => {
        expect(sorted(mergeSchemes(ACA_1, changed, ACA_1))).toEqual(sorted(changed))
        expect(sorted(mergeSchemes(ACA_1, ACA_1, changed))).toEqual(sorted(changed))
      }),
    ))

  it('is the same whichever side is ours, where they changed different things', () =>
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        fc.pre(areApart(a, b))
        expect(sorted(mergeSchemes(ACA_1, a, b))).toEqual(sorted(mergeSchemes(ACA_1, b, a)))
      }),
    ))

  it.each(ITEM_KINDS)('keeps every %s that either side added or changed', (kind) =>
    fc.assert(
      fc.property(versions, versions, (ours, theirs) => {
        const merged = mergeSchemes(ACA_1, ours, theirs)
        const ourItems = changedIn(ours, kind).filter((id) => itemOf(ours, kind, id))
        const theirItems = changedIn(theirs, kind).filter((id) => itemOf(theirs, kind, id))
        for (const id of ourItems) expect(itemOf(merged, kind, id)).toEqual(itemOf(ours, kind, id))
        for (const id of theirItems) expect(itemOf(merged, kind, id)).toBeDefined()
      }),
    ),
  )

  it('takes our form of what both changed, and puts what they added behind ours', () => {
    const title = (scheme: Scheme, name: string) => {
      const changed = changeItem(scheme, 'label', 'actor', { title: name })
      return changed.ok ? changed.value : scheme
    }
    const add = (scheme: Scheme, name: string) => {
      const added = addItem(scheme, 'label', name)
      return added.ok ? added.value.scheme : scheme
    }
    const merged = mergeSchemes(ACA_1, add(title(ACA_1, 'Ours'), 'A'), add(title(ACA_1, 'Theirs'), 'B'))
    expect(merged.labels.map((label) => label.title)).toEqual(['Ours', 'Commitment', 'Accusation', 'A', 'B'])
  })
})

/** Ids of the items that are other ones than ACA-1's, or gone. */
const changedIn = (scheme: Scheme, kind: ItemKind): readonly string[] =>
  [...itemsOf(scheme, kind), ...itemsOf(ACA_1, kind)]
    .map(({ id }) => id)
    .filter((id) => !equalJson(itemOf(scheme, kind, id), itemOf(ACA_1, kind, id)))

/** True when no part is another one than ACA-1's on both sides. */
const areApart = (a: Scheme, b: Scheme): boolean =>
  (a.guidelines === ACA_1.guidelines || b.guidelines === ACA_1.guidelines) &&
  ITEM_KINDS.every((kind) => changedIn(a, kind).every((id) => !changedIn(b, kind).includes(id)))
