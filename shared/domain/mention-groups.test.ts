import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { now } from '../testing/samples.ts'
import { type Actor, newActor } from './actor.ts'
import { applyTo } from './edit.ts'
import { groupsByName, isTelling, registerGroups } from './mention-groups.ts'
import { emptyRegistry } from './registry.ts'
import type { RegistryBase } from './registry-edits.ts'
import { actorsCalled, unite } from './united-registry.ts'

const actor = (id: string, said: Partial<Actor>): Actor => ({ ...newActor({ id, name: id, now }), ...said })

function baseOf(...actors: readonly Actor[]): RegistryBase {
  const own = { ...emptyRegistry, actors: new Map(actors.map((one) => [one.id, one])) }
  return { own, others: [], united: unite([{ annotator: 'Ana', registry: own }]), now }
}
const base = baseOf(
  actor('norland', { name: 'Norland' }),
  actor('ana-ruiz', { name: 'Ana Ruiz', aliases: ['Ruiz'] }),
  actor('luis-ruiz', { name: 'Luis Ruiz', aliases: ['Ruiz'] }),
)
const groupsOf = (...quotes: readonly string[]) => groupsByName(quotes.map((quote) => ({ quote })))
const registered = (...quotes: readonly string[]) => registerGroups(base, groupsOf(...quotes))
const meant = (...quotes: readonly string[]) =>
  registered(...quotes).links.map(({ mention, actor: id }) => `${mention.quote}: ${id}`)

describe('mentions by the same name', () => {
  it('are a group whatever their article, the most frequent first', () => {
    const groups = groupsOf('Vesteria', 'the League', 'The  League', 'League', 'us', 'US')
    expect(groups.map(({ words, mentions }) => [words, mentions.length])).toEqual([
      ['the League', 3],
      ['Vesteria', 1],
      ['us', 1],
      ['US', 1],
    ])
  })

  it.each([
    ['Vesteria', true],
    ['Norland', true],
    ['Ruiz', false],
    ['the mediator', false],
    ['They', false],
  ])('tell who “%s” is: %s', (words, isSo) => {
    expect(isTelling(base.united, words)).toBe(isSo)
  })
})

describe('registering groups of mentions', () => {
  it('makes one new actor of each, whose names are those of its mentions', () => {
    const { changes, newActors, knownActors } = registered('the League', 'Vesteria', 'League', 'Vesteria')
    expect([newActors, knownActors]).toEqual([2, 0])
    expect(changes.map((change) => change.kind === 'actor' && change.after)).toMatchObject([
      { id: 'the-league', name: 'the League', aliases: ['League'] },
      { id: 'vesteria', name: 'Vesteria', aliases: [] },
    ])
  })

  it('links those that name one known actor to that one, and says nothing of it in the registry', () => {
    expect(meant('Norland', 'the Norland')).toEqual(['Norland: norland', 'the Norland: norland'])
    expect(registered('Norland')).toMatchObject({ changes: [], newActors: 0, knownActors: 1 })
  })

  it('makes a new actor where a name is that of several', () => {
    expect(meant('Ruiz')).toEqual(['Ruiz: ruiz'])
  })

  it('gives names that differ in case alone ids of their own', () => {
    expect(meant('US', 'Us')).toEqual(['US: us', 'Us: us-2'])
  })

  it('links every mention to an actor that is called by its words afterwards', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Norland', 'the League', 'League', 'US', 'A b', 'A B')),
        (quotes) => {
          const { changes, links } = registered(...quotes)
          const own = applyTo('registry', base.own, { name: 'Register', changes })
          const union = unite([{ annotator: 'Ana', registry: own }])
          expect(links).toHaveLength(quotes.length)
          for (const { mention, actor: id } of links) expect(actorsCalled(union, mention.quote)).toEqual([id])
          expect(own.actors.size).toBe(base.own.actors.size + changes.length)
        },
      ),
    ))
})
