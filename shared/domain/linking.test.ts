import { describe, expect, it } from 'vitest'
import { now } from '../testing/samples.ts'
import { type Actor, newActor } from './actor.ts'
import { actorsMatching, candidatesFor, teaches } from './linking.ts'
import { emptyRegistry } from './registry.ts'
import { unite } from './united-registry.ts'

const KNOWN: readonly (readonly [string, Partial<Actor>?])[] = [
  ['United Nations', { aliases: ['World body'] }],
  ['Ana Ruiz'],
  ['Luis Ruiz'],
  ['Norland'],
  ['Norland Coast Guard', { aliases: ['the Guard'] }],
  ['Vesteria'],
  ['Élodie Marrak'],
]
const registry = {
  ...emptyRegistry,
  actors: new Map(
    KNOWN.map(([name, said], i) => [`${i}`, { ...newActor({ id: `${i}`, name, now }), ...said }]),
  ),
}
const union = unite([{ annotator: 'Ana', registry }])
const namesFor = (words: string, recent: readonly string[] = []) =>
  candidatesFor(union, words, recent).map(({ actor, why }) => `${actor.name}: ${why}`)

describe('a mention', () => {
  it.each([
    ['the United Nations', 'United Nations: called so'],
    ['UN', 'United Nations: has these initials'],
    ['U.N.', 'United Nations: has these initials'],
    ['Foreign Minister Ana Ruiz', 'Ana Ruiz: this name ends it'],
    ['Marrak', 'Élodie Marrak: ends alike'],
    ['the Coast Guard', 'Norland Coast Guard: ends alike'],
    ['Norland', 'Norland: called so'],
  ])('“%s” may mean %s first', (words, first) => {
    expect(namesFor(words)[0]).toBe(first)
  })

  it('by a surname may mean all who have it', () => {
    expect(namesFor('Ruiz')).toEqual(['Ana Ruiz: ends alike', 'Luis Ruiz: ends alike'])
  })

  it('may mean those who were linked lately, after those who are akin', () => {
    expect(namesFor('Norland', ['5', '3'])).toEqual([
      'Norland: called so',
      'Norland Coast Guard: has a word of it',
      'Vesteria: linked lately',
    ])
  })

  it('by common words means nobody who has only such words in common', () => {
    expect(namesFor('the two sides')).toEqual([])
  })
})

describe('what is typed', () => {
  it.each([
    ['nor', ['Norland', 'Norland Coast Guard']],
    ['guard', ['Norland Coast Guard']],
    ['elod', ['Élodie Marrak']],
    ['world', ['United Nations']],
    ['ncg', ['Norland Coast Guard']],
    ['xyz', []],
    [' ', []],
  ])('“%s” finds %j', (typed, names) => {
    expect(actorsMatching(union, typed).map(({ actor }) => actor.name)).toEqual(names)
  })

  it('says by which other name an actor was found', () => {
    expect(actorsMatching(union, 'world')[0]?.why).toBe('also “World body”')
  })
})

describe('a mention teaches how texts call its actor', () => {
  const alone = { members: [] }
  const composite = { members: ['3', '5'] }
  it.each([
    ['Norland', alone, true],
    ['the Norland navy', alone, true],
    ['G7', alone, true],
    ['外交部', alone, true],
    ['He', alone, false],
    ['They', composite, false],
    ['The minister', alone, false],
    ['its minister', alone, false],
    ['the two sides', alone, false],
    ['the two sides', composite, true],
    ['both', composite, false],
  ])('“%s” of %j: %s', (words, actor, taught) => {
    expect(teaches(words, actor)).toBe(taught)
  })
})
