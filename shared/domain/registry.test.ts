import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { now } from '../testing/samples.ts'
import { type Actor, newActor, sortedNames } from './actor.ts'
import { emptyRegistry, mergeRegistries, type Registry } from './registry.ts'

const names = fc.subarray(['North', 'South', 'the kingdom']).map(sortedNames)

const someActor = (id: string): fc.Arbitrary<Actor> =>
  fc
    .record({
      name: fc.constantFrom('Norland', 'Nordia'),
      type: fc.constantFrom(null, 'state', 'person'),
      aliases: names,
      members: fc.subarray(['a', 'b', 'c']).map(sortedNames),
      note: fc.constantFrom('', 'A note.'),
      mergedInto: fc.constantFrom(null, 'a', 'b'),
      externalIds: fc.constantFrom<Record<string, string>>({}, { wikidata: 'Q1' }),
      updated: fc.constantFrom(now, '2026-03-01T00:00:00.000Z'),
    })
    .map((rest) => ({ ...newActor({ id, name: '', now }), ...rest }))

const registries: fc.Arbitrary<Registry> = fc.record({
  actors: fc
    .tuple(...['a', 'b', 'c'].map((id) => fc.option(someActor(id))))
    .map((all) => new Map(all.flatMap((actor) => (actor ? [[actor.id, actor] as const] : [])))),
  skips: fc.subarray(['us', 'it']).map(sortedNames),
})

const three = [registries, registries, registries] as const

describe('a registry that was changed in two places', () => {
  it('is what one side made of it where the other changed nothing', () =>
    fc.assert(
      fc.property(registries, registries, (base, changed) => {
        expect(mergeRegistries(base, changed, base)).toEqual(changed)
        expect(mergeRegistries(base, base, changed)).toEqual(changed)
      }),
    ))

  it('is what both made of it where they made the same', () =>
    fc.assert(
      fc.property(registries, registries, (base, same) => {
        expect(mergeRegistries(base, same, same)).toEqual(same)
      }),
    ))

  it('holds the same names whichever side is ours', () =>
    fc.assert(
      fc.property(...three, (base, ours, theirs) => {
        const [one, other] = [mergeRegistries(base, ours, theirs), mergeRegistries(base, theirs, ours)]
        expect([...one.actors.keys()].sort()).toEqual([...other.actors.keys()].sort())
        expect(one.skips).toEqual(other.skips)
        for (const [id, { aliases, members, updated }] of one.actors)
          expect({ aliases, members, updated }).toEqual(pick(other.actors.get(id)))
      }),
    ))

  it('loses no actor that one side has added or changed', () =>
    fc.assert(
      fc.property(...three, (base, ours, theirs) => {
        const merged = mergeRegistries(base, ours, theirs)
        for (const side of [ours, theirs])
          for (const [id, actor] of side.actors)
            if (JSON.stringify(actor) !== JSON.stringify(base.actors.get(id)))
              expect(merged.actors.has(id)).toBe(true)
      }),
    ))

  it('takes field by field what was changed, ours where both did', () => {
    const base = newActor({ id: 'a', name: 'Norland', now })
    const ours = { ...base, name: 'Nordia', note: 'Ours.' }
    const theirs = { ...base, type: 'state', note: 'Theirs.', aliases: ['North'] }
    const of = (actor: Actor): Registry => ({ ...emptyRegistry, actors: new Map([['a', actor]]) })
    expect(mergeRegistries(of(base), of(ours), of(theirs)).actors.get('a')).toEqual({
      ...base,
      name: 'Nordia',
      type: 'state',
      note: 'Ours.',
      aliases: ['North'],
    })
  })
})

const pick = (actor: Actor | undefined) =>
  actor && { aliases: actor.aliases, members: actor.members, updated: actor.updated }
