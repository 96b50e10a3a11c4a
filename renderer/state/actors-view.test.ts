import { describe, expect, it } from 'vitest'
import { type Actor, newActor } from '#shared/domain/actor.ts'
import { emptyRegistry } from '#shared/domain/registry.ts'
import { unite } from '#shared/domain/united-registry.ts'
import type { SurveyCount } from '#shared/ipc/survey.ts'
import { countFor, idsMeaning, listedActors, mergedIds } from './actors-view.ts'

const actor = (id: string, name: string, said: Partial<Actor> = {}): Actor => ({
  ...newActor({ id, name, now: '2026-01-02T03:04:05.678Z' }),
  ...said,
})
const known = [
  actor('a', 'Norland'),
  actor('b', 'vesteria', { aliases: ['Norish neighbour'] }),
  actor('c', 'Northland', { mergedInto: 'a' }),
  actor('d', 'Nordland', { mergedInto: 'c' }),
]
const union = unite([
  { annotator: 'Ana', registry: { ...emptyRegistry, actors: new Map(known.map((one) => [one.id, one])) } },
])
const count: SurveyCount = {
  actors: { a: { mentions: 3, acts: 4 }, b: { mentions: 4, acts: 0 } },
  unlinked: 0,
  unsure: 0,
  hints: {},
}
const names = (filter: string, sort: 'name' | 'mentions', of: SurveyCount | null = count) =>
  listedActors(union, { filter, sort }, of).map(({ name }) => name)

describe('the list of actors', () => {
  it('takes a merged actor for the one that it was merged into, over any number of steps', () => {
    expect(mergedIds(union)).toEqual({ c: 'a', d: 'a' })
    expect(idsMeaning(union, 'a')).toEqual(['a', 'c', 'd'])
  })

  it('counts nothing of an actor that nothing is said of', () => {
    expect(countFor(count, 'a')).toEqual({ mentions: 3, acts: 4 })
    expect(countFor(count, 'constructor')).toEqual({ mentions: 0, acts: 0 })
  })

  it('is in the order of the names whatever their case, or of the mentions once they are counted', () => {
    expect(names('', 'name')).toEqual(['Norland', 'vesteria'])
    expect(names('', 'mentions')).toEqual(['vesteria', 'Norland'])
    expect(names('', 'mentions', null)).toEqual(['Norland', 'vesteria'])
  })

  it('has those that fit what is typed, by any of their names, the best first', () => {
    expect(names('nor', 'name')).toEqual(['Norland', 'vesteria'])
    expect(names('neighbour', 'mentions')).toEqual(['vesteria'])
  })
})
