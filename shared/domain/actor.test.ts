import { describe, expect, it } from 'vitest'
import { now } from '../testing/samples.ts'
import { actorId, nameFrom, newActor, withAlias } from './actor.ts'

const nobody = () => false

describe('the id of an actor', () => {
  it.each([
    ['Norland', 'norland'],
    ['  The Port\nAuthority ', 'the-port-authority'],
    ['Ærøskøbing Município', 'ærøskøbing-municipio'],
    ['Ана Руис', 'ана-руис'],
    ['U.S.', 'u-s'],
    ['«…»', 'actor'],
  ])('is made from its name: %s', (name, id) => expect(actorId(name, nobody)).toBe(id))

  it('is never one that is taken', () => {
    const taken = new Set(['norland', 'norland-2'])
    expect(actorId('Norland', (id) => taken.has(id))).toBe('norland-3')
  })

  it('is short, and cuts no character', () =>
    expect(Array.from(actorId('𝒜'.repeat(200), nobody))).toHaveLength(60))
})

describe('an alias', () => {
  const norland = newActor({ id: 'norland', name: 'Norland', now })

  it('is kept once, without the line ends of the text it stood in', () => {
    const taught = withAlias(withAlias(norland, 'the\n Kingdom'), 'the Kingdom')
    expect(taught.aliases).toEqual(['the Kingdom'])
  })

  it('is none where it is the name itself, or nothing', () => {
    expect(withAlias(norland, ' Norland ')).toBe(norland)
    expect(withAlias(norland, nameFrom(' \n '))).toBe(norland)
  })
})
