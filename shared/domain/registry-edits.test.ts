import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actorSchema, registryToFile } from '../format/actors-file.ts'
import { baseOf, registriesWithEdits } from '../testing/registries.ts'
import { now } from '../testing/samples.ts'
import { type Actor, newActor } from './actor.ts'
import { applyTo, type Change, invertEdit } from './edit.ts'
import { emptyRegistry, type Registry } from './registry.ts'
import {
  forgetAlias,
  mergeActors,
  type RegistryBase,
  registerActor,
  removeActor,
  renameActor,
  setField,
  settle,
  splitNames,
  splitOff,
  teachAlias,
} from './registry-edits.ts'
import { actorsCalled, type Part, resolvedId } from './united-registry.ts'

const later = '2026-02-03T04:05:06.789Z'

const actor = (name: string, said: Partial<Actor> = {}): Actor => ({
  ...newActor({ id: name.toLowerCase(), name, now }),
  ...said,
})
const registryOf = (...actors: readonly Actor[]): Registry => ({
  ...emptyRegistry,
  actors: new Map(actors.map((one) => [one.id, one])),
})
const ben = (...actors: readonly Actor[]): Part => ({ annotator: 'Ben', registry: registryOf(...actors) })

/** What there is once `make` has been done. */
function done(base: RegistryBase, make: (base: RegistryBase) => readonly Change[]): RegistryBase {
  const own = applyTo('registry', base.own, { name: 'Change', changes: make(base) })
  return baseOf(own, base.others, later)
}
const shown = ({ united }: RegistryBase, id: string) => united.actors.get(id) as Actor

describe('any edits of actors', () => {
  it('leave the file as it was, byte for byte, once all of them are undone', () =>
    fc.assert(
      fc.property(registriesWithEdits, ({ registry, edits }) => {
        const edited = edits.reduce((own, edit) => applyTo('registry', own, edit), registry)
        const undone = edits
          .toReversed()
          .reduce((own, edit) => applyTo('registry', own, invertEdit(edit)), edited)
        expect(registryToFile(undone, 'Ana')).toBe(registryToFile(registry, 'Ana'))
      }),
    ))

  it('put nothing into the registry that could not be read again', () =>
    fc.assert(
      fc.property(registriesWithEdits, ({ edits }) => {
        for (const change of edits.flatMap(({ changes }) => changes))
          if (change.kind === 'actor' && change.after) actorSchema.parse(change.after)
      }),
    ))

  it('never merge an actor into itself, by whatever way', () =>
    fc.assert(
      fc.property(registriesWithEdits, ({ registry, others, edits }) => {
        const edited = edits.reduce((own, edit) => applyTo('registry', own, edit), registry)
        const { united } = baseOf(edited, others)
        for (const id of united.actors.keys()) {
          const stays = resolvedId(united, id)
          expect(resolvedId(united, stays)).toBe(stays)
        }
      }),
    ))
})

describe('a new actor', () => {
  it('has an id of its own even where others have its name', () => {
    const base = baseOf(registryOf(actor('Norland')), [])
    const { id, changes } = registerActor(base, { name: ' Norland\n', type: 'state' })
    expect(id).toBe('norland-2')
    expect(
      shown(
        done(base, () => changes),
        id,
      ),
    ).toMatchObject({ name: 'Norland', type: 'state' })
  })
})

describe('what only others have spoken of', () => {
  const base = baseOf(emptyRegistry, [ben(actor('Norland', { type: 'state', aliases: ['NL'] }))])

  it('is taken over by its name alone', () => {
    const { own, united } = done(base, (now) => teachAlias(now, 'norland', 'Port Casse'))
    expect(own.actors.get('norland')).toMatchObject({ name: 'Norland', type: null, aliases: ['Port Casse'] })
    expect(united.actors.get('norland')).toMatchObject({ type: 'state', aliases: ['NL', 'Port Casse'] })
    expect(united.contradictions.size).toBe(0)
  })

  it('needs no teaching of what it is called already, be it with another article', () => {
    expect(teachAlias(base, 'norland', 'the NL')).toEqual([])
  })

  it('contradicts nobody when it is renamed, and texts call it by both names', () => {
    const renamed = done(base, (now) => renameActor(now, 'norland', 'Republic of Norland'))
    expect(shown(renamed, 'norland').name).toBe('Republic of Norland')
    expect(actorsCalled(renamed.united, 'Norland')).toEqual(['norland'])
    expect(renamed.united.contradictions.size).toBe(0)
  })

  it('is not what they say any more once it is said to be nothing', () => {
    const cleared = done(base, (now) => setField(now, 'norland', 'type', null))
    expect(shown(cleared, 'norland').type).toBeNull()
    expect(cleared.united.contradictions.size).toBe(0)
    expect(setField(cleared, 'norland', 'type', null)).toEqual([])
  })
})

describe('an actor that turned out to be another', () => {
  const base = baseOf(
    registryOf(actor('League', { aliases: ['CL'] }), actor('Union', { aliases: ['U'] })),
    [],
  )
  const merged = done(base, (now) => mergeActors(now, 'league', 'union'))

  it('is meant where texts call it, and the other has its names', () => {
    expect(actorsCalled(merged.united, 'League')).toEqual(['union'])
    expect(shown(merged, 'union').aliases).toEqual(['CL', 'League', 'U'])
  })

  it('takes its names along when it is split off again', () => {
    const split = done(merged, (now) => splitOff(now, 'league'))
    expect(shown(split, 'union').aliases).toEqual(['U'])
    expect(actorsCalled(split.united, 'CL')).toEqual(['league'])
  })

  it('is merged into the one that stands for it, never into itself', () => {
    expect(mergeActors(merged, 'union', 'league')).toEqual([])
    expect(mergeActors(merged, 'union', 'union')).toEqual([])
  })

  it('is split off for oneself where somebody else has merged it', () => {
    const theirs = baseOf(emptyRegistry, [ben(actor('League', { mergedInto: 'union' }), actor('Union'))])
    const split = done(theirs, (now) => splitOff(now, 'league'))
    expect(resolvedId(split.united, 'league')).toBe('league')
    expect(split.united.contradictions.size).toBe(0)
  })
})

it('splits some of the names off as a new actor', () => {
  const base = baseOf(registryOf(actor('Ruiz', { aliases: ['Ana Ruiz', 'Luis Ruiz'] })), [])
  const { id, changes } = splitNames(base, 'ruiz', { name: 'Luis Ruiz' })
  const split = done(base, () => changes)
  expect(shown(split, 'ruiz').aliases).toEqual(['Ana Ruiz'])
  expect(actorsCalled(split.united, 'Luis Ruiz')).toEqual([id])
})

it('forgets a name that the annotator taught, and leaves what others say', () => {
  const base = baseOf(registryOf(actor('Norland', { aliases: ['NL'] })), [
    ben(actor('Norland', { aliases: ['NL', 'Norish'] })),
  ])
  expect(forgetAlias(base, 'norland', 'Norish')).toEqual([])
  const forgotten = done(base, (now) => forgetAlias(now, 'norland', 'NL'))
  expect(forgotten.own.actors.get('norland')?.aliases).toEqual([])
  expect(shown(forgotten, 'norland').aliases).toEqual(['NL', 'Norish'])
})

it('takes back what the annotator said of an actor', () => {
  const base = baseOf(registryOf(actor('Norland')), [])
  expect(done(base, (now) => removeActor(now, 'norland')).united.actors.size).toBe(0)
})

describe('a contradiction', () => {
  const base = baseOf(registryOf(actor('Norland', { type: 'state' })), [
    ben(actor('Norland', { type: 'person', updated: now })),
  ])

  it.each(['state', 'person', 'media', null])('is settled by choosing %s', (value) => {
    expect(base.united.contradictions.get('norland')).toHaveLength(1)
    const settled = done({ ...base, now: later }, (now) =>
      settle(now, { actorId: 'norland', field: 'type' }, value),
    )
    expect(shown(settled, 'norland').type).toBe(value)
    expect(settled.united.contradictions.size).toBe(0)
  })

  it.each([
    ['northland', 'northland'],
    [null, 'norland'],
  ])('of who was merged into whom is settled by choosing %s: then %s stands', (value, stays) => {
    const circle = baseOf(registryOf(actor('Norland'), actor('Northland', { mergedInto: 'norland' })), [
      ben(actor('Norland', { mergedInto: 'northland' }), actor('Northland')),
    ])
    expect(circle.united.contradictions.get('norland')).toHaveLength(1)
    const settled = done({ ...circle, now: later }, (now) =>
      settle(now, { actorId: 'norland', field: 'mergedInto' }, value),
    )
    expect(settled.united.contradictions.size).toBe(0)
    expect(['norland', 'northland'].map((id) => resolvedId(settled.united, id))).toEqual([stays, stays])
  })

  it('stays settled when others teach the actor another name', () => {
    const settled = done({ ...base, now: later }, (now) =>
      settle(now, { actorId: 'norland', field: 'type' }, 'state'),
    )
    const bens = baseOf((base.others[0] as Part).registry, [], '2027-01-01T00:00:00.000Z')
    const taught = done(bens, (now) => teachAlias(now, 'norland', 'NL'))
    const both = baseOf(settled.own, [{ annotator: 'Ben', registry: taught.own }])
    expect(both.united.contradictions.size).toBe(0)
  })
})
