import { expect, it } from 'vitest'
import { type Actor, newActor } from '#shared/domain/actor.ts'
import { unite } from '#shared/domain/united-registry.ts'
import { now } from '#shared/testing/samples.ts'
import { actorMeant } from './actor-meant.ts'

const actor = (id: string, name: string, rest: Partial<Actor> = {}): Actor => ({
  ...newActor({ id, name, now }),
  ...rest,
})

function meant(registered: Readonly<Record<string, readonly Actor[]>>) {
  const parts = Object.entries(registered).map(([annotator, actors]) => ({
    annotator,
    registry: { actors: new Map(actors.map((one) => [one.id, one])), skips: [] },
  }))
  return actorMeant(unite(parts), parts)
}

it('means the actor that another one was merged into, over any number of steps', () => {
  const of = meant({
    Ana: [actor('isles', 'Isles', { mergedInto: 'islands' }), actor('islands', 'Islands')],
    Bo: [actor('islands', 'Islands', { mergedInto: 'archipelago' }), actor('archipelago', 'Archipelago')],
  })
  expect([of('isles'), of('islands'), of('archipelago')]).toEqual(Array(3).fill('archipelago'))
})

it('takes actors of one name that different annotators registered for the same one', () => {
  const of = meant({ Ana: [actor('norland-2', 'Norland')], Bo: [actor('norland', 'The  Norland')] })
  expect(of('norland-2')).toBe(of('norland'))
})

it('tells actors of one name apart where somebody has registered both', () => {
  const of = meant({
    Ana: [actor('smith', 'J. Smith'), actor('smith-2', 'J. Smith')],
    Bo: [actor('smith-3', 'J. Smith')],
  })
  expect(new Set([of('smith'), of('smith-2'), of('smith-3')]).size).toBe(3)
})

it('takes both of one name for the same once they are merged', () => {
  const of = meant({
    Ana: [actor('smith', 'J. Smith'), actor('smith-2', 'J. Smith', { mergedInto: 'smith' })],
    Bo: [actor('smith-3', 'J. Smith')],
  })
  expect(of('smith-2')).toBe(of('smith-3'))
})

it('leaves an id that nobody has registered as it is', () => {
  expect(meant({})('nobody')).toBe('nobody')
})
