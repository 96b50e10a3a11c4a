import { expect, it } from 'vitest'
import { now } from '../testing/samples.ts'
import { type Actor, newActor } from './actor.ts'
import { registryHints } from './registry-hints.ts'
import { unite } from './united-registry.ts'

const actor = (id: string, rest: Partial<Actor> = {}): Actor => ({
  ...newActor({ id, name: id.toUpperCase(), now }),
  ...rest,
})

const part = (annotator: string, ...actors: readonly Actor[]) => ({
  annotator,
  registry: { actors: new Map(actors.map((one) => [one.id, one])), skips: [] },
})

const sentences = (...parts: readonly ReturnType<typeof part>[]) =>
  registryHints(unite(parts)).map(({ kind, sentence }) => [kind, sentence])

it('says nothing of a registry in which all is well', () => {
  const all = [actor('a'), actor('b', { mergedInto: 'a' }), actor('c', { members: ['a'], aliases: ['A'] })]
  expect(sentences(part('Ana', ...all), part('Ben', actor('a')))).toEqual([])
})

it('tells what annotators say differently, until one has settled it', () => {
  const ana = actor('a', { type: 'state' })
  const ben = actor('a', { type: 'person' })
  expect(sentences(part('Ana', ana), part('Ben', ben))).toEqual([
    ['contradiction', 'Of “A” annotators say different things for “type”: Ana “state”, Ben “person”.'],
  ])
  const settled = { ...ben, settled: { type: '2026-02-01T00:00:00.000Z' } }
  expect(sentences(part('Ana', ana), part('Ben', settled))).toEqual([])
})

it('tells of actors that are merged in a circle, once', () => {
  const circle = [
    actor('a', { mergedInto: 'b' }),
    actor('b', { mergedInto: 'c' }),
    actor('c', { mergedInto: 'a' }),
  ]
  expect(sentences(part('Ana', ...circle, actor('d', { mergedInto: 'c' })))).toEqual([
    ['circle', 'These actors are merged into one another: “A”, “B”, “C”.'],
  ])
})

it('tells of two actors of one name, but not of a name that is another’s alias', () => {
  expect(
    sentences(part('Ana', actor('a'), actor('a-2', { name: 'A' }), actor('b', { aliases: ['A'] }))),
  ).toEqual([['same-name', '2 actors are called “A”: a, a-2.']])
})

it('tells of members and merges that lead to nobody', () => {
  expect(sentences(part('Ana', actor('a', { members: ['x'] }), actor('b', { mergedInto: 'y' })))).toEqual([
    ['no-actor', '“A” speaks of the actor “x”, who is not in the registry.'],
    ['no-actor', '“B” speaks of the actor “y”, who is not in the registry.'],
  ])
})
