import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { now } from '../testing/samples.ts'
import { migrations, schemedAnnotations } from '../testing/schemes.ts'
import { ACA_1 } from './aca-1.ts'
import type { Annotation } from './annotation.ts'
import { AnnotationSet } from './annotation-set.ts'
import { applyTo, type Edit, invertEdit } from './edit.ts'
import { migratedScheme } from './migrated-scheme.ts'
import { emptyRecord } from './record.ts'
import type { Scheme } from './scheme.ts'
import { type Migration, migrated, migrationChanges } from './scheme-migration.ts'
import { UseCount, unknownUses } from './scheme-uses.ts'

const schemeFor = (migration: Migration): Scheme => {
  const result = migratedScheme(ACA_1, migration)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}

/** All that an annotation says, by the names of the scheme's parts. */
const saysFrom = (annotation: Annotation, migration: Migration): boolean => {
  const { kind, from } = migration
  if (kind === 'label') return annotation.label === from
  if (kind === 'role') return from in annotation.roles
  if (kind === 'attribute') return from in annotation.attributes
  if (kind === 'value') return annotation.attributes[migration.attribute] === from
  return annotation.links?.some((link) => link.kind === from) ?? false
}

const performed = (annotations: AnnotationSet, migration: Migration): AnnotationSet => {
  const changes = migrationChanges(annotations, migration, { schemeAfter: schemeFor(migration), now })
  return applyTo('record', { ...emptyRecord, annotations }, { name: '', changes }).annotations
}

describe('a migration of annotations', () => {
  it('leaves the very object where nothing is said with what is migrated', () =>
    fc.assert(
      fc.property(schemedAnnotations, migrations, (annotations, migration) => {
        for (const annotation of annotations) {
          const result = migrated(annotation, migration, schemeFor(migration))
          expect(result === annotation).toBe(!saysFrom(annotation, migration))
        }
      }),
    ))

  it('leaves nothing said that the scheme does not have, and nothing of anyone who is gone', () =>
    fc.assert(
      fc.property(schemedAnnotations, migrations, (annotations, migration) => {
        const left = performed(annotations, migration)
        const count = new UseCount()
        count.add(left, 'own')
        expect(unknownUses(schemeFor(migration), count.uses)).toEqual([])
        for (const { roles, links = [] } of left) {
          const mentions = Object.values(roles).flatMap((fillers) =>
            fillers.flatMap((filler) => ('mention' in filler ? filler.mention : [])),
          )
          for (const id of [...mentions, ...links.map(({ to }) => to)]) expect(left.get(id)).toBeDefined()
        }
      }),
    ))

  it('is taken back by the inverse of its edit', () =>
    fc.assert(
      fc.property(schemedAnnotations, migrations, (annotations, migration) => {
        const changes = migrationChanges(annotations, migration, { schemeAfter: schemeFor(migration), now })
        const edit: Edit = { name: '', changes }
        const there = applyTo('record', { ...emptyRecord, annotations }, edit)
        const back = applyTo('record', there, invertEdit(edit))
        expect([...back.annotations]).toEqual([...annotations])
      }),
    ))

  it('keeps the fillers of two roles that become one, each once', () =>
    fc.assert(
      fc.property(schemedAnnotations, (annotations) => {
        const migration: Migration = { kind: 'role', from: 'victim', to: 'target' }
        for (const annotation of annotations) {
          const result = migrated(annotation, migration, schemeFor(migration)) as Annotation
          const { victim = [], target = [] } = annotation.roles
          const said = new Set([...victim, ...target].map((filler) => JSON.stringify(filler)))
          const kept = (result.roles.target ?? []).map((filler) => JSON.stringify(filler))
          expect(kept.toSorted()).toEqual([...said].sort())
          expect(result.roles.victim).toBeUndefined()
        }
      }),
    ))

  const [mention, act] = [
    { ...annotationOf('m', 'actor'), actor: 'norland' },
    { ...annotationOf('a', 'accusation'), roles: { accuser: [{ mention: 'm' }, { actor: 'norland' }] } },
  ]

  it('lets the actor of a mention that goes stand in for it', () => {
    const left = performed(AnnotationSet.from([mention, act]), { kind: 'label', from: 'actor', to: null })
    expect([...left].map(({ id }) => id)).toEqual(['a'])
    expect(left.get('a')?.roles).toEqual({ accuser: [{ actor: 'norland' }] })
  })

  it('keeps what is said with an attribute that another one is merged into', () => {
    const both = { ...act, attributes: { 'accusation-force': 'charged', voice: 'quoted' } }
    const migration: Migration = { kind: 'attribute', from: 'accusation-force', to: 'voice' }
    expect(migrated(both, migration, schemeFor(migration))?.attributes).toEqual({ voice: 'quoted' })
    const one = { ...act, attributes: { 'accusation-force': 'charged' } }
    expect(migrated(one, migration, schemeFor(migration))?.attributes).toEqual({ voice: 'charged' })
  })
})

function annotationOf(id: string, label: string): Annotation {
  return {
    id,
    label,
    start: 0,
    end: 1,
    attributes: {},
    roles: {},
    certainty: 'sure',
    origin: { kind: 'manual' },
    created: now,
    updated: now,
  }
}
