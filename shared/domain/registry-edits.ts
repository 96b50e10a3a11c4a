import { type Actor, actorId, LONGEST_NAME, nameFrom, newActor, sortedNames, withAlias } from './actor.ts'
import type { Change } from './edit.ts'
import { equalJson } from './equal.ts'
import type { Registry } from './registry.ts'
import {
  actorsCalled,
  type Contradiction,
  type Part,
  resolvedId,
  type SingleField,
  saidOf,
  type UnitedRegistry,
} from './united-registry.ts'

/**
 * Edits of the actor registry, told as the changes that they make. All of them change the annotator's own part. Of an actor
 * that only others have said something of, that part has nothing yet: then it takes over the name, without which there is no
 * actor, and nothing else, for what it repeated of what others say would contradict them once they say something else.
 */
export type RegistryBase = {
  readonly own: Registry
  readonly others: readonly Part[]
  readonly united: UnitedRegistry
  /** ISO 8601, UTC. */
  readonly now: string
}

/** An actor that there is from now on. */
export type Registered = { readonly id: string; readonly changes: readonly Change[] }

export type ActorDraft = {
  readonly name: string
  readonly type?: string | null
  readonly aliases?: readonly string[]
}

/** Some mark a whole paragraph. */
function cutToName(words: string): string {
  const name = nameFrom(words)
  return name.length <= LONGEST_NAME
    ? name
    : `${Array.from(name)
        .slice(0, LONGEST_NAME / 2 - 1)
        .join('')}…`
}

/** A new actor, even where others have its name. @throws {RangeError} when the name is empty */
export function registerActor({ own, united, now }: RegistryBase, draft: ActorDraft): Registered {
  const name = cutToName(draft.name)
  if (name === '') throw new RangeError('An actor has a name')
  const id = actorId(name, (taken) => united.actors.has(taken) || own.actors.has(taken))
  const plain = { ...newActor({ id, name, now }), type: draft.type ?? null }
  return {
    id,
    changes: [{ kind: 'actor', id, before: null, after: (draft.aliases ?? []).reduce(withAlias, plain) }],
  }
}

/** Texts call the actor by these words too. */
export function teachAlias(base: RegistryBase, id: string, words: string): readonly Change[] {
  const isKnown = actorsCalled(base.united, words).includes(resolvedId(base.united, id))
  return isKnown ? [] : put(base, withAlias(ownOf(base, id), words))
}

/** What others call the actor they still do. */
export function forgetAlias(base: RegistryBase, id: string, alias: string): readonly Change[] {
  const actor = base.own.actors.get(id)
  return actor ? put(base, withoutNames(actor, [alias])) : []
}

/** Lists the actor under another name; texts still call it by the one before. */
export function renameActor(base: RegistryBase, id: string, name: string): readonly Change[] {
  const after = nameFrom(name)
  const before = shownOf(base, id).name
  if (after === '' || after === before) return []
  const renamed = { ...withAlias(withoutNames(ownOf(base, id), [after]), before), name: after }
  // Of the own part's name, where another's is shown.
  return put(base, { ...withoutNames(withAlias(renamed, ownOf(base, id).name), [after]), updated: base.now })
}

/** A field of which an actor has one value, its name aside: that has a history, and is given by `renameActor`. */
export type ActorField = Exclude<SingleField, 'name'> | `externalIds.${string}`

/** Says what a field is; null: nothing. Where others say something, that there is nothing to say has to be settled. */
export function setField(
  base: RegistryBase,
  id: string,
  field: ActorField,
  value: string | null,
): readonly Change[] {
  const actor = ownOf(base, id)
  const isOverruled = value === null && isSaidByOthers(base, id, field)
  const isSaid = saidOf(actor, field) === value
  if (isSaid && (!isOverruled || saidOf(shownOf(base, id), field) === null)) return []
  const settled = isOverruled ? { ...actor.settled, [field]: base.now } : actor.settled
  return put(base, { ...withField(actor, field, value), settled, updated: base.now })
}

/** The actor is made of these. */
export function setMembers(base: RegistryBase, id: string, members: readonly string[]): readonly Change[] {
  return put(base, { ...ownOf(base, id), members: sortedNames(members.filter((member) => member !== id)) })
}

/** One actor turned out to be another, which is called by its names from now on. */
export function mergeActors(base: RegistryBase, from: string, into: string): readonly Change[] {
  const [gone, staying] = [resolvedId(base.united, from), resolvedId(base.united, into)]
  if (gone === staying) return []
  const { name, aliases } = shownOf(base, gone)
  const known = shownOf(base, staying)
  const news = [name, ...aliases].filter((one) => one !== known.name && !known.aliases.includes(one))
  return [
    ...setField(base, gone, 'mergedInto', staying),
    ...put(base, news.reduce(withAlias, ownOf(base, staying))),
  ]
}

/** The actor leaves the one that it was merged into, and takes its names along. */
export function splitOff(base: RegistryBase, id: string): readonly Change[] {
  const actor = shownOf(base, id)
  const whole = actor.mergedInto
  if (whole === null) return []
  const left = whole === id ? undefined : base.own.actors.get(whole)
  return [
    ...setField(base, id, 'mergedInto', null),
    ...(left ? put(base, withoutNames(left, [actor.name, ...actor.aliases])) : []),
  ]
}

/** A new actor that takes some of the names of another, `id`. */
export function splitNames(base: RegistryBase, id: string, draft: ActorDraft): Registered {
  const registered = registerActor(base, draft)
  const left = base.own.actors.get(id)
  const names = [nameFrom(draft.name), ...(draft.aliases ?? [])]
  return {
    ...registered,
    changes: [...registered.changes, ...(left ? put(base, withoutNames(left, names)) : [])],
  }
}

/** Takes back all that the annotator said of an actor. */
export function removeActor({ own }: RegistryBase, id: string): readonly Change[] {
  const before = own.actors.get(id)
  return before ? [{ kind: 'actor', id, before, after: null }] : []
}

/** Settles what annotators disagree about: `value` is what holds. */
export function settle(
  base: RegistryBase,
  { actorId: id, field }: Pick<Contradiction, 'actorId' | 'field'>,
  value: string | null,
): readonly Change[] {
  const actor = ownOf(base, id)
  const said =
    field === 'name' && value === null ? actor : withField(actor, field as ActorField | 'name', value)
  const changes = put(base, { ...said, settled: { ...actor.settled, [field]: base.now }, updated: base.now })
  const isCircle = field === 'mergedInto' && value !== null && value !== id && leadsTo(base, value, id)
  // Whom it is merged into stands for itself then.
  return isCircle ? [...changes, ...settle(base, { actorId: value, field }, null)] : changes
}

/** Whether the way from one actor over merges comes by another. */
function leadsTo({ united }: RegistryBase, from: string, to: string): boolean {
  const way = new Set<string>()
  for (let at: string | null | undefined = from; at != null && !way.has(at); ) {
    if (at === to) return true
    way.add(at)
    at = united.actors.get(at)?.mergedInto
  }
  return false
}

/** Ids of the actors that `id` is part of, or that were merged into it. */
export const pointingTo = ({ actors }: UnitedRegistry, id: string): readonly string[] =>
  [...actors.values()]
    .filter(({ members, mergedInto }) => mergedInto === id || members.includes(id))
    .map((actor) => actor.id)

/** What the annotator says of an actor, or else its name alone. @throws {RangeError} where nobody knows of it. */
function ownOf(base: RegistryBase, id: string): Actor {
  return base.own.actors.get(id) ?? newActor({ id, name: shownOf(base, id).name, now: base.now })
}

function shownOf({ united }: RegistryBase, id: string): Actor {
  const actor = united.actors.get(id)
  if (!actor) throw new RangeError(`There is no actor “${id}”`)
  return actor
}

function put({ own }: RegistryBase, after: Actor): readonly Change[] {
  const before = own.actors.get(after.id) ?? null
  return equalJson(before, after) ? [] : [{ kind: 'actor', id: after.id, before, after }]
}

function withField(actor: Actor, field: ActorField | 'name', value: string | null): Actor {
  if (!field.startsWith('externalIds.'))
    return { ...actor, [field]: field === 'note' ? (value ?? '') : value }
  const authority = field.slice('externalIds.'.length)
  const others = Object.entries(actor.externalIds).filter(([one]) => one !== authority)
  return { ...actor, externalIds: Object.fromEntries(value ? [...others, [authority, value]] : others) }
}

const withoutNames = (actor: Actor, names: readonly string[]): Actor => ({
  ...actor,
  aliases: actor.aliases.filter((alias) => !names.includes(alias)),
})

const isSaidByOthers = ({ others }: RegistryBase, id: string, field: string): boolean =>
  others.some(({ registry }) => {
    const actor = registry.actors.get(id)
    return actor !== undefined && saidOf(actor, field) !== null
  })
