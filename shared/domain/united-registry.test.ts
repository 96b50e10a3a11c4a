import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parts } from '../testing/registries.ts'
import { now } from '../testing/samples.ts'
import { type Actor, newActor } from './actor.ts'
import { emptyRegistry } from './registry.ts'
import { actorsCalled, type Part, resolvedId, standingActors, unite, uniteAgain } from './united-registry.ts'

const actor = (name: string, said: Partial<Actor> = {}): Actor => ({
  ...newActor({ id: name.toLowerCase(), name, now }),
  ...said,
})
const part = (annotator: string, ...actors: readonly Actor[]): Part => ({
  annotator,
  registry: { ...emptyRegistry, actors: new Map(actors.map((one) => [one.id, one])) },
})

const orders = parts.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
)

describe('the union of any annotators’ registries', () => {
  it('is the same in whatever order they come', () =>
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        expect(unite(shuffled)).toEqual(unite(all))
      }),
    ))

  it('is the same when a part of it is united anew', () =>
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const ids = [...before, ...after].flatMap(({ registry }) => [...registry.actors.keys()])
        expect(uniteAgain(unite(before), after, ids)).toEqual(unite(after))
      }),
    ))

  it('knows the same names when a part of it is united anew, asked before or not', () =>
    fc.assert(
      fc.property(parts, parts, fc.boolean(), (before, after, isAsked) => {
        const ids = [...before, ...after].flatMap(({ registry }) => [...registry.actors.keys()])
        const union = unite(before)
        if (isAsked) actorsCalled(union, 'Norland')
        const [again, fresh] = [uniteAgain(union, after, ids), unite(after)]
        const names = [...unite([...before, ...after]).actors.values()].flatMap(({ name, aliases }) => [
          name,
          ...aliases,
        ])
        for (const name of names) expect(actorsCalled(again, name)).toEqual(actorsCalled(fresh, name))
        for (const name of names) expect(actorsCalled(union, name)).toEqual(actorsCalled(unite(before), name))
      }),
    ))

  it('has a standing actor for every id, who stands for itself', () =>
    fc.assert(
      fc.property(parts, (all) => {
        const union = unite(all)
        const standing = new Set(standingActors(union).map(({ id }) => id))
        for (const id of union.actors.keys()) {
          const stays = resolvedId(union, id)
          expect(resolvedId(union, stays)).toBe(stays)
          expect(standing).toContain(stays)
        }
      }),
    ))

  it('knows by every name whom texts call so, and lists no actor under none', () =>
    fc.assert(
      fc.property(parts, (all) => {
        const union = unite(all)
        for (const { id, name, aliases } of union.actors.values()) {
          expect(name.trim()).not.toBe('')
          expect(aliases).not.toContain(name)
          for (const one of [name, ...aliases])
            expect(actorsCalled(union, one)).toContain(resolvedId(union, id))
        }
      }),
    ))

  it('shows a contradiction only where two say different things', () =>
    fc.assert(
      fc.property(parts, (all) => {
        const said = [...unite(all).contradictions.values()].flat()
        for (const { said: values } of said)
          expect(new Set(values.map(({ value }) => value)).size).toBeGreaterThan(1)
      }),
    ))
})

describe('actors merged in a circle', () => {
  const circle = unite([
    part('Ana', actor('A', { mergedInto: 'b' }), actor('B'), actor('X', { mergedInto: 'a' })),
    part('Ben', actor('B', { mergedInto: 'a' }), actor('S', { mergedInto: 's' })),
  ])

  it('are all the first of them', () => {
    expect(['a', 'b', 'x', 's', 'gone'].map((id) => resolvedId(circle, id))).toEqual([
      'a',
      'a',
      'a',
      's',
      'gone',
    ])
  })

  it('contradict each other in the first of them, until the circle is broken', () => {
    expect([...circle.contradictions.values()].flat()).toEqual([
      {
        actorId: 'a',
        field: 'mergedInto',
        said: [
          { annotator: 'Ana', value: 'b' },
          { annotator: 'Ben', value: null },
        ],
      },
    ])
    const after = [part('Ana', actor('A', { mergedInto: 'b' }), actor('B')), part('Ben', actor('B'))]
    expect(uniteAgain(circle, after, ['b']).contradictions.size).toBe(0)
  })
})

it('lists an actor without a name by its id', () => {
  const union = unite([part('Ana', actor('A', { name: ' ' })), part('Ben', actor('A', { name: '' }))])
  expect(union.actors.get('a')).toMatchObject({ name: 'a', aliases: [] })
})

it('takes nothing that every object has for an id that somebody gave', () => {
  const given = { externalIds: { constructor: 'Q1' } }
  const union = unite([part('Ana', actor('A', given)), part('Ben', actor('A'))])
  expect(union.contradictions.size).toBe(0)
  expect(union.actors.get('a')?.externalIds).toEqual(given.externalIds)
})

it.each([
  ['the Coastal League', ['league']],
  ['Coastal  League', ['league']],
  ['coastal league', []],
])('texts that say “%s” call %j', (words, ids) => {
  expect(actorsCalled(unite([part('Ana', actor('League', { aliases: ['Coastal League'] }))]), words)).toEqual(
    ids,
  )
})

describe('a name that two say differently', () => {
  it('contradicts nobody when the newer one keeps the older', () => {
    const union = unite([
      part('Ana', actor('A', { name: 'Burma' })),
      part('Ben', actor('A', { name: 'Myanmar', aliases: ['Burma'], updated: '2026-02-02T00:00:00.000Z' })),
    ])
    expect(union.actors.get('a')?.name).toBe('Myanmar')
    expect(union.contradictions.size).toBe(0)
  })

  it('is a contradiction otherwise', () => {
    const union = unite([part('Ana', actor('A')), part('Ben', actor('A', { name: 'B' }))])
    expect(union.contradictions.get('a')?.map(({ field }) => field)).toEqual(['name'])
  })
})
