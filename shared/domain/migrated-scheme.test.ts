import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrations } from '../testing/schemes.ts'
import { ACA_1 } from './aca-1.ts'
import { migratedScheme } from './migrated-scheme.ts'
import type { Scheme } from './scheme.ts'
import { schemeFault } from './scheme-edits.ts'
import type { Migration } from './scheme-migration.ts'

const migrate = (migration: Migration, scheme: Scheme = ACA_1): Scheme | string => {
  const result = migratedScheme(scheme, migration)
  return result.ok ? result.value : result.problem.sentence
}
const scheme = (migration: Migration): Scheme => {
  const result = migrate(migration)
  if (typeof result === 'string') throw new Error(result)
  return result
}

describe('a scheme after a migration', () => {
  it('names only what it has, and is one that a file can have, but for keys that now meet', () =>
    fc.assert(
      fc.property(migrations, (migration) => {
        const { labels, roles, attributes, links } = scheme(migration)
        const known = new Set(labels.map(({ id }) => id))
        for (const { on } of [...roles, ...attributes, ...links]) {
          expect(on.filter((label) => !known.has(label))).toEqual([])
          expect(new Set(on).size).toBe(on.length)
        }
        for (const { expectedWith } of links) {
          const attribute = attributes.find(({ id }) => id === expectedWith?.attribute)
          if (expectedWith) expect(attribute?.values).toContain(expectedWith.value)
        }
      }),
    ))

  it('gives a label another id without another place', () => {
    const renamed = scheme({ kind: 'label', from: 'commitment', to: 'promise' })
    expect(renamed.labels.map(({ id }) => id)).toEqual(['actor', 'promise', 'accusation'])
    expect(renamed.roles[0]).toMatchObject({ id: 'committer', on: ['promise'] })
    expect(schemeFault(renamed)).toBeNull()
  })

  it('lets what either label could say be said of the two merged', () => {
    const merged = scheme({ kind: 'label', from: 'commitment', to: 'accusation' })
    expect(merged.labels.map(({ id }) => id)).toEqual(['actor', 'accusation'])
    expect(merged.roles.find(({ id }) => id === 'committer')?.on).toEqual(['accusation'])
    expect(merged.roles.find(({ id }) => id === 'source')?.on).toEqual(['accusation'])
  })

  it('keeps the default of an attribute where its value is merged into another', () => {
    const merged = scheme({ kind: 'value', attribute: 'polarity', from: 'asserted', to: 'retracted' })
    expect(merged.attributes.find(({ id }) => id === 'polarity')?.values).toEqual(['retracted', 'denied'])
  })

  it('no longer expects a link with a value that is gone', () => {
    const without = scheme({ kind: 'value', attribute: 'polarity', from: 'denied', to: null })
    expect(without.links[0]?.expectedWith).toBeNull()
    const renamed = scheme({ kind: 'value', attribute: 'polarity', from: 'denied', to: 'rejected' })
    expect(renamed.links[0]?.expectedWith).toEqual({ attribute: 'polarity', value: 'rejected' })
  })

  it('stays as it is where annotations are freed of what it never had', () => {
    expect(migrate({ kind: 'label', from: 'claim', to: 'accusation' })).toBe(ACA_1)
    expect(migrate({ kind: 'label', from: 'claim', to: 'evidence' })).toBe(
      'The scheme has no label “evidence”.',
    )
  })

  it.each<[string, Migration, string]>([
    [
      'an id of words',
      { kind: 'role', from: 'victim', to: 'who suffers' },
      'An id is letters and digits, with hyphens between them.',
    ],
    ['the same id', { kind: 'role', from: 'victim', to: 'victim' }, 'It is called “victim” already.'],
    [
      'a value without a name',
      { kind: 'value', attribute: 'voice', from: 'quoted', to: '  ' },
      'A value needs a name.',
    ],
    [
      'a value of nothing',
      { kind: 'value', attribute: 'tone', from: 'quoted', to: null },
      'The scheme has no attribute “tone”.',
    ],
  ])('refuses %s', (_, migration, sentence) => {
    expect(migrate(migration)).toBe(sentence)
  })

  it('keeps the last label, and the value that holds where nothing is said', () => {
    const one = { ...ACA_1, labels: ACA_1.labels.slice(0, 1) }
    expect(migrate({ kind: 'label', from: 'actor', to: null }, one)).toBe('The last label of a scheme stays.')
    const attributes = [{ id: 'tone', title: 'Tone', on: [], key: '', values: ['calm'] }]
    const lone: Migration = { kind: 'value', attribute: 'tone', from: 'calm', to: null }
    expect(migrate(lone, { ...ACA_1, attributes })).toMatch(/^“calm” holds where nothing is said/)
  })
})
