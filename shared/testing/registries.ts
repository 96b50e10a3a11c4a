import * as fc from 'fast-check'
import { type Actor, newActor, sortedNames } from '../domain/actor.ts'
import { applyTo, type Change, type Edit } from '../domain/edit.ts'
import type { Registry } from '../domain/registry.ts'
import {
  forgetAlias,
  mergeActors,
  type RegistryBase,
  registerActor,
  removeActor,
  renameActor,
  setField,
  setMembers,
  settle,
  splitNames,
  splitOff,
  teachAlias,
} from '../domain/registry-edits.ts'
import { type Part, unite } from '../domain/united-registry.ts'
import { now } from './samples.ts'

/** Few ids, names and moments, so that annotators speak of the same actors in different ways, at once or one by one. */
const ids = fc.constantFrom('norland', 'vesteria', 'league', 'constructor')
const names = fc.constantFrom(
  'Norland',
  'the Coastal League',
  'League',
  'NL',
  '外交部',
  'Ana Ruiz',
  'constructor',
)
const moments = fc.integer({ min: 0, max: 5 }).map((day) => `2026-01-0${day + 1}T00:00:00.000Z`)
const fields = fc.constantFrom(
  'type' as const,
  'country' as const,
  'note' as const,
  'mergedInto' as const,
  'externalIds.wikidata' as const,
  'externalIds.constructor' as const,
)
const values = fc.option(fc.constantFrom('state', 'person', 'norland', 'league'))

const actorsOf = (id: string): fc.Arbitrary<Actor> =>
  fc
    .record({
      name: names,
      type: values,
      aliases: fc.array(names, { maxLength: 3 }).map(sortedNames),
      country: values,
      externalIds: fc.dictionary(fc.constantFrom('wikidata', 'iso', 'constructor'), fc.string(), {
        noNullPrototype: true,
      }),
      members: fc.array(ids, { maxLength: 2 }).map(sortedNames),
      note: fc.string(),
      mergedInto: fc.option(ids),
      settled: fc.dictionary(fc.constantFrom('name', 'type', 'mergedInto', 'externalIds.iso'), moments, {
        noNullPrototype: true,
      }),
      created: moments,
      updated: moments,
    })
    .map((said) => ({ ...newActor({ id, name: said.name, now }), ...said }))

/** One annotator's part. */
export const registries: fc.Arbitrary<Registry> = fc
  .record({
    actors: fc
      .uniqueArray(ids, { maxLength: 4 })
      .chain((chosen) => fc.tuple(...chosen.map((id) => actorsOf(id)))),
    skips: fc.array(names, { maxLength: 2 }).map(sortedNames),
  })
  .map(({ actors, skips }) => ({ actors: new Map(actors.map((actor) => [actor.id, actor])), skips }))

/** Parts of one to three annotators. */
export const parts: fc.Arbitrary<readonly Part[]> = fc
  .uniqueArray(fc.constantFrom('Ana', 'Ben', 'Cara'), { minLength: 1 })
  .chain((annotators) =>
    fc.tuple(...annotators.map((annotator) => registries.map((registry) => ({ annotator, registry })))),
  )

/** What an analyst wants of actors that are told by their rank; the changes that it takes now. */
type Wish = (base: RegistryBase, rank: (n: number) => string | undefined) => readonly Change[]

const wishes: fc.Arbitrary<Wish> = fc
  .record({ n: fc.nat(9), m: fc.nat(9), name: names, other: names, field: fields, value: values })
  .chain(({ n, m, name, other, field, value }) =>
    fc.constantFrom<Wish>(
      (base) => registerActor(base, { name, type: value, aliases: [other] }).changes,
      (base, rank) => onOne(rank(n), (id) => teachAlias(base, id, name)),
      (base, rank) => onOne(rank(n), (id) => forgetAlias(base, id, name)),
      (base, rank) => onOne(rank(n), (id) => renameActor(base, id, name)),
      (base, rank) => onOne(rank(n), (id) => setField(base, id, field, value)),
      (base, rank) => onOne(rank(n), (id) => setMembers(base, id, [rank(m) as string])),
      (base, rank) => onOne(rank(n), (id) => mergeActors(base, id, rank(m) as string)),
      (base, rank) => onOne(rank(n), (id) => splitOff(base, id)),
      (base, rank) => onOne(rank(n), (id) => splitNames(base, id, { name, aliases: [other] }).changes),
      (base, rank) => onOne(rank(n), (id) => removeActor(base, id)),
      (base, rank) => onOne(rank(n), (id) => settle(base, { actorId: id, field }, value)),
      (base, rank) => onOne(rank(n), (id) => settle(base, { actorId: id, field: 'name' }, name)),
    ),
  )

const onOne = (id: string | undefined, change: (id: string) => readonly Change[]): readonly Change[] =>
  id === undefined ? [] : change(id)

/** Ana's part, what others say, and edits of hers that can be made one after the other. */
export type RegistryWithEdits = {
  readonly registry: Registry
  readonly others: readonly Part[]
  readonly edits: readonly Edit[]
}

export const baseOf = (own: Registry, others: readonly Part[], when = now): RegistryBase => ({
  own,
  others,
  united: unite([{ annotator: 'Ana', registry: own }, ...others]),
  now: when,
})

export const registriesWithEdits: fc.Arbitrary<RegistryWithEdits> = fc
  .record({
    registry: registries,
    theirs: fc.option(registries),
    wanted: fc.array(wishes, { minLength: 1, maxLength: 12 }),
  })
  .map(({ registry, theirs, wanted }) => {
    const others = theirs ? [{ annotator: 'Ben', registry: theirs }] : []
    return { registry, others, edits: editsFor(registry, others, wanted) }
  })

function editsFor(registry: Registry, others: readonly Part[], wanted: readonly Wish[]): readonly Edit[] {
  const edits: Edit[] = []
  let own = registry
  for (const wish of wanted) {
    const base = baseOf(own, others)
    const known = [...base.united.actors.keys()]
    const edit = { name: 'Change', changes: wish(base, (n) => known[n % Math.max(1, known.length)]) }
    edits.push(edit)
    own = applyTo('registry', own, edit)
  }
  return edits
}
