import { type Actor, nameFrom, sortedNames } from './actor.ts'
import { compareText } from './compare-text.ts'
import type { Registry } from './registry.ts'

/**
 * The registry that is shown: the union of all annotators' parts. It is a function of the set of parts: in whatever order
 * they come, the union is the same. Names, members and ids add up; where annotators say different things of one field, that
 * is a contradiction until one of them settles it. Shown is what was settled last, else what was said last.
 */
export type Part = { readonly annotator: string; readonly registry: Registry }

/** Fields of which an actor has one value. */
export const SINGLE_FIELDS = ['name', 'type', 'country', 'note', 'mergedInto'] as const
export type SingleField = (typeof SINGLE_FIELDS)[number]

export type Contradiction = {
  readonly actorId: string
  /** A single field, or `externalIds.<authority>`. */
  readonly field: string
  /** By annotator. */
  readonly said: readonly { readonly annotator: string; readonly value: string | null }[]
}

export type UnitedRegistry = {
  /** What is shown of each actor, by id. */
  readonly actors: ReadonlyMap<string, Actor>
  readonly contradictions: ReadonlyMap<string, readonly Contradiction[]>
  readonly skips: readonly string[]
}

export const emptyUnion: UnitedRegistry = { actors: new Map(), contradictions: new Map(), skips: [] }

export function unite(parts: readonly Part[]): UnitedRegistry {
  const ids = sortedNames(parts.flatMap(({ registry }) => [...registry.actors.keys()]))
  return uniteAgain(emptyUnion, parts, ids)
}

/** The union after the actors with these ids, and perhaps the skips, have changed in `parts`. */
export function uniteAgain(
  before: UnitedRegistry,
  parts: readonly Part[],
  ids: Iterable<string>,
): UnitedRegistry {
  const actors = new Map(before.actors)
  const contradictions = new Map(before.contradictions)
  const changed = new Set(ids)
  for (const id of changed) {
    const versions = versionsOf(id, parts)
    if (versions.length > 0) actors.set(id, shownActor(versions))
    else actors.delete(id)
  }
  // Whoever breaks or closes a circle may not be the one who stands for it.
  const circled = [...changed].flatMap((id) => [...circleFrom(before, id), ...circleFrom({ actors }, id)])
  for (const id of new Set([...changed, ...circled])) {
    const found = contradictionsIn(id, parts, circleFrom({ actors }, id))
    if (found.length > 0) contradictions.set(id, found)
    else contradictions.delete(id)
  }
  const skips = sortedNames(parts.flatMap(({ registry }) => registry.skips))
  const after = { actors, contradictions, skips }
  handOver(before, after, changed)
  return after
}

/** The actor that `id` is meant for: itself, or whom it was merged into, or whom that one was. Unknown ids are themselves. */
export function resolvedId(union: Pick<UnitedRegistry, 'actors'>, id: string): string {
  const { way, circle } = wayFrom(union, id)
  return circle[0] ?? (way.at(-1) as string)
}

/**
 * Ids from `id` over what each was merged into. Two annotators may have merged two actors into one another: then the way
 * ends in a circle, which is given sorted, and whose first stands for all of it.
 */
function wayFrom({ actors }: Pick<UnitedRegistry, 'actors'>, id: string) {
  const way = [id]
  for (let at = id; ; ) {
    const next = actors.get(at)?.mergedInto
    if (next == null || !actors.has(next)) return { way, circle: [] }
    if (way.includes(next)) return { way, circle: way.slice(way.indexOf(next)).sort() }
    way.push(next)
    at = next
  }
}

const circleFrom = (union: Pick<UnitedRegistry, 'actors'>, id: string): readonly string[] =>
  wayFrom(union, id).circle

/** The actors that stand for themselves, by name. */
export const standingActors = (union: UnitedRegistry): readonly Actor[] =>
  Array.from(union.actors.values(), (actor) => ({ actor, key: actor.name.toLowerCase() }))
    .filter(({ actor: { id } }) => resolvedId(union, id) === id)
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.actor.id, b.actor.id))
    .map(({ actor }) => actor)

/** Ids of the actors that texts call by these words, resolved, each once, sorted. */
export function actorsCalled(union: UnitedRegistry, words: string): readonly string[] {
  const known = called.get(union) ?? indexOf(union)
  called.set(union, known)
  return sortedNames(Array.from(known.get(nameKey(words)) ?? [], (id) => resolvedId(union, id)))
}

/** Ids by the names of their actors. */
type NameIndex = Map<string, Set<string>>

const called = new WeakMap<UnitedRegistry, NameIndex>()

function indexOf({ actors }: UnitedRegistry): NameIndex {
  const index: NameIndex = new Map()
  for (const actor of actors.values()) enter(index, actor)
  return index
}

function enter(index: NameIndex, { id, name, aliases }: Actor): void {
  for (const one of [name, ...aliases]) {
    const key = nameKey(one)
    const ids = index.get(key)
    if (ids) ids.add(id)
    else index.set(key, new Set([id]))
  }
}

function strike(index: NameIndex, { id, name, aliases }: Actor): void {
  for (const one of [name, ...aliases]) index.get(nameKey(one))?.delete(id)
}

/** The index goes with the newest union, so that an edit costs what it changes; an older one that is asked makes its own. */
function handOver(before: UnitedRegistry, after: UnitedRegistry, ids: Iterable<string>): void {
  const index = called.get(before)
  if (!index) return
  called.delete(before)
  for (const id of ids) {
    const [was, is] = [before.actors.get(id), after.actors.get(id)]
    if (was) strike(index, was)
    if (is) enter(index, is)
  }
  called.set(after, index)
}

/** Names that differ in their article or their spaces alone are one. Case counts: “us” is nobody. */
export const nameKey = (words: string): string => nameFrom(words).normalize('NFC').replace(/^the /i, '')

type Version = { readonly annotator: string; readonly actor: Actor }

/** What each annotator says, by annotator. */
function versionsOf(id: string, parts: readonly Part[]): readonly Version[] {
  return parts
    .flatMap(({ annotator, registry }) => {
      const actor = registry.actors.get(id)
      return actor ? [{ annotator, actor }] : []
    })
    .sort((a, b) => compareText(a.annotator, b.annotator))
}

function shownActor(versions: readonly Version[]): Actor {
  const all = versions.map(({ actor }) => actor)
  const { id } = all[0] as Actor
  const name = shownValue(versions, 'name') ?? id
  const authorities = sortedNames(all.flatMap(({ externalIds }) => Object.keys(externalIds)))
  const externalIds = authorities.flatMap((one) => {
    const value = shownValue(versions, `externalIds.${one}`)
    return value === null ? [] : [[one, value] as const]
  })
  return {
    id,
    name,
    type: shownValue(versions, 'type'),
    country: shownValue(versions, 'country'),
    note: shownValue(versions, 'note') ?? '',
    mergedInto: shownValue(versions, 'mergedInto'),
    aliases: sortedNames(all.flatMap((actor) => [actor.name, ...actor.aliases])).filter(
      (one) => one !== name && nameFrom(one) !== '',
    ),
    members: sortedNames(all.flatMap(({ members }) => members)),
    externalIds: Object.fromEntries(externalIds),
    settled: {},
    created: all.map(({ created }) => created).sort()[0] as string,
    updated: all
      .map(({ updated }) => updated)
      .sort()
      .at(-1) as string,
  }
}

/** What one annotator says of a field; null where nothing. */
export function saidOf(actor: Actor, field: string): string | null {
  const authority = field.startsWith('externalIds.') ? field.slice('externalIds.'.length) : null
  if (authority !== null && !Object.hasOwn(actor.externalIds, authority)) return null
  const value = authority === null ? actor[field as SingleField] : actor.externalIds[authority]
  return value === undefined || value === null || value.trim() === '' ? null : value
}

/** What is shown of a field. */
const shownValue = (versions: readonly Version[], field: string): string | null => {
  const [first] = sayingOf(versions, field).sort((a, b) => latestFirst(a, b, field))
  return first ? saidOf(first.actor, field) : null
}

/** Those who say something of the field, or have settled that there is nothing to say. */
const sayingOf = (versions: readonly Version[], field: string): Version[] =>
  versions.filter(({ actor }) => saidOf(actor, field) !== null || actor.settled[field] !== undefined)

const latestFirst = (a: Version, b: Version, field: string): number =>
  compareText(b.actor.settled[field] ?? '', a.actor.settled[field] ?? '') ||
  compareText(b.actor.updated, a.actor.updated) ||
  compareText(a.annotator, b.annotator)

/** `circle`: where the way from the actor over merges ends in one. */
function contradictionsIn(
  actorId: string,
  parts: readonly Part[],
  circle: readonly string[],
): readonly Contradiction[] {
  const found = saidDifferently(actorId, versionsOf(actorId, parts))
  if (circle[0] !== actorId || found.some(({ field }) => field === 'mergedInto')) return found
  const said = saidInCircle(parts, circle)
  const isOne = new Set(said.map(({ value }) => value)).size < 2
  return isOne ? found : [...found, { actorId, field: 'mergedInto', said }]
}

/** What all who have merged actors of a circle say of its first: it is another one, or, of another, that it is this one. */
function saidInCircle(parts: readonly Part[], circle: readonly string[]): Contradiction['said'] {
  return parts
    .flatMap(({ annotator, registry }) => {
      const merges = circle.map((id) => registry.actors.get(id)?.mergedInto ?? null)
      return merges.some((one) => one !== null) ? [{ annotator, value: merges[0] ?? null }] : []
    })
    .sort((a, b) => compareText(a.annotator, b.annotator))
}

function saidDifferently(actorId: string, versions: readonly Version[]): readonly Contradiction[] {
  const authorities = versions.flatMap(({ actor }) => Object.keys(actor.externalIds))
  const fields = [...SINGLE_FIELDS, ...sortedNames(authorities).map((one) => `externalIds.${one}`)]
  return fields.flatMap((field) => {
    const saying = sayingOf(versions, field)
    if (isAgreed(saying, field) || (field === 'name' && isRenamed(saying))) return []
    return [
      {
        actorId,
        field,
        said: saying.map(({ annotator, actor }) => ({ annotator, value: saidOf(actor, field) })),
      },
    ]
  })
}

/** All say the same, or one has settled the matter after all others had said what they say. */
function isAgreed(saying: readonly Version[], field: string): boolean {
  if (new Set(saying.map(({ actor }) => saidOf(actor, field))).size < 2) return true
  return saying.some(({ actor: settler }) => {
    const at = settler.settled[field]
    const others = saying.filter(({ actor }) => saidOf(actor, field) !== saidOf(settler, field))
    return (
      at !== undefined &&
      others.every(({ actor }) => actor.updated <= at && (actor.settled[field] ?? '') < at)
    )
  })
}

/** Who renames an actor keeps the name before among those that texts call it by: that contradicts nobody who has only that. */
function isRenamed(saying: readonly Version[]): boolean {
  const [last] = [...saying].sort((a, b) => latestFirst(a, b, 'name'))
  const known = last && [last.actor.name, ...last.actor.aliases]
  return known !== undefined && saying.every(({ actor }) => known.includes(actor.name))
}
