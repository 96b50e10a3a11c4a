import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrations } from '../testing/schemes.ts'
import { ACA_1 } from './aca-1.ts'
import { stillKnowing } from './kept-in-scheme.ts'
import { migratedScheme } from './migrated-scheme.ts'
import { attributesOf, labelOf, linksOf, rolesOf } from './scheme.ts'
import { ITEM_KINDS, itemOf, itemsOf } from './scheme-items.ts'
import type { Migration } from './scheme-migration.ts'

const kept = (migration: Migration) => {
  const after = migratedScheme(ACA_1, migration)
  if (!after.ok) throw new Error(after.problem.sentence)
  return { after: after.value, known: stillKnowing(ACA_1, after.value, migration) }
}
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)

describe('a scheme that others still say old things by', () => {
  it('knows all that it knew, and all that is new', () =>
    fc.assert(
      fc.property(migrations, (migration) => {
        const { after, known } = kept(migration)
        for (const kind of ITEM_KINDS) {
          const all = ids(itemsOf(known, kind))
          expect(all).toEqual(expect.arrayContaining(ids(itemsOf(ACA_1, kind))))
          expect(all).toEqual(expect.arrayContaining(ids(itemsOf(after, kind))))
        }
        for (const { id, values } of ACA_1.attributes)
          if (!(migration.kind === 'attribute' && migration.from === id))
            expect(itemOf(known, 'attribute', id)?.values).toEqual(expect.arrayContaining([...values]))
      }),
    ))

  it('lets annotations of an old label say what they could say, and gives it no key', () => {
    const { known } = kept({ kind: 'label', from: 'accusation', to: 'charge' })
    expect(labelOf(known, 'accusation')).toMatchObject({ title: 'Accusation (old)', key: '' })
    expect(labelOf(known, 'charge')).toMatchObject({ title: 'Accusation', key: '3' })
    for (const of of [rolesOf, attributesOf, linksOf])
      expect(ids(of(known, 'accusation'))).toEqual(ids(of(ACA_1, 'accusation')))
  })

  it('is as it was where nothing went', () => {
    const { after } = kept({ kind: 'label', from: 'promise', to: 'commitment' })
    expect(stillKnowing(ACA_1, after, { kind: 'label', from: 'promise', to: 'commitment' })).toBe(after)
  })
})
