import { expect, test } from 'vitest'
import { newActor, withAlias } from '../domain/actor.ts'
import { emptyRegistry } from '../domain/registry.ts'
import { now } from '../testing/samples.ts'
import { readRegistryFile, registryToFile } from './actors-file.ts'

const norland = withAlias(newActor({ id: 'norland', name: 'Norland', now }), 'the Kingdom')
const vesteria = newActor({ id: 'vesteria', name: 'Vesteria', now })
const registry = { actors: new Map([vesteria, norland].map((one) => [one.id, one])), skips: ['us'] }

test('a registry comes back from its file, an actor a line, by id', () => {
  const file = registryToFile(registry, 'Ana')
  const read = readRegistryFile(file, 'actors.json')
  expect(read).toEqual({ kind: 'current', value: registry })
  expect(
    file
      .split('\n')
      .filter((line) => line.includes('"id":'))
      .map((line) => JSON.parse(line.replace(/,$/, '')).id),
  ).toEqual(['norland', 'vesteria'])
})

test('equal registries give equal bytes, in whatever order they were made', () => {
  const other = { ...registry, actors: new Map([...registry.actors].reverse()) }
  expect(registryToFile(other, 'Ana')).toBe(registryToFile(registry, 'Ana'))
})

test('an empty one is a file as well', () => {
  expect(readRegistryFile(registryToFile(emptyRegistry, 'Ana'), 'x')).toEqual({
    kind: 'current',
    value: emptyRegistry,
  })
})

test.each([
  [
    'two actors of one id',
    (file: string) => file.replace('"id":"vesteria"', '"id":"norland"'),
    'Two actors have the same id',
  ],
  [
    'an actor without a name',
    (file: string) => file.replace('"name":"Norland"', '"name":" "'),
    'an actor has a name',
  ],
])('%s make the file damaged', (_, damage, words) => {
  const read = readRegistryFile(damage(registryToFile(registry, 'Ana')), 'actors.json')
  expect(read.kind === 'damaged' && read.sentence.toLowerCase()).toContain(words.toLowerCase())
})

test('a newer file is not guessed at', () => {
  const newer = registryToFile(registry, 'Ana').replace('"version": 1', '"version": 2')
  expect(readRegistryFile(newer, 'actors.json')).toMatchObject({ kind: 'newer', value: registry })
})
