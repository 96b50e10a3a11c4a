import { plainId } from './plain-id.ts'

/**
 * Somebody who acts, known over all articles of a workspace; what one annotator says of them. Mentions in articles point
 * to an actor by its id.
 */
export type Actor = {
  readonly id: string
  /** The name that the actor is listed under. */
  readonly name: string
  /** One of the scheme's actor types; null where nothing is said. */
  readonly type: string | null
  /** What else texts call the actor: without `name`, each once, sorted. */
  readonly aliases: readonly string[]
  readonly country: string | null
  /** By authority: `wikidata`, `iso`. */
  readonly externalIds: Readonly<Record<string, string>>
  /** Ids of the actors that this one is made of, sorted: “the two sides”. */
  readonly members: readonly string[]
  readonly note: string
  /** Id of the actor that this one turned out to be; what points here is meant for that one. */
  readonly mergedInto: string | null
  /** Fields about which annotators disagreed, and when this one settled the matter (ISO 8601, UTC). */
  readonly settled: Readonly<Record<string, string>>
  /** ISO 8601, UTC. */
  readonly created: string
  /** When a field of one value was last given one; names and members add up, so it says nothing of them. */
  readonly updated: string
}

export type NewActor = { readonly id: string; readonly name: string; readonly now: string }

/** An actor of whom the name alone is known. */
export function newActor({ id, name, now }: NewActor): Actor {
  return {
    id,
    name,
    type: null,
    aliases: [],
    country: null,
    externalIds: {},
    members: [],
    note: '',
    mergedInto: null,
    settled: {},
    created: now,
    updated: now,
  }
}

/** With `alias` among what texts call the actor, unless it is called so already. */
export function withAlias(actor: Actor, alias: string): Actor {
  const name = nameFrom(alias)
  if (name.length > LONGEST_NAME || name === '' || name === actor.name || actor.aliases.includes(name))
    return actor
  return { ...actor, aliases: sortedNames([...actor.aliases, name]) }
}

/** A name as it is kept of words in a text: line ends and runs of space are one space. */
export const nameFrom = (words: string): string => words.replace(/\s+/gu, ' ').trim()

/** Characters; what is longer is no name. */
export const LONGEST_NAME = 300

/** Each once, in an order that is the same on every machine. */
export const sortedNames = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort()

/**
 * The id that an actor of this name has: two annotators who register the same name mean the same actor until somebody says
 * otherwise. Of what is no letter or digit nothing is left; `taken` says which ids are somebody else's.
 */
export const actorId = (name: string, taken: (id: string) => boolean): string =>
  plainId(nameFrom(name), 'actor', taken)
