import type { Actor } from './actor.ts'
import { nameFrom } from './actor.ts'
import { actorsCalled, resolvedId, type UnitedRegistry } from './united-registry.ts'

/**
 * Which actor a mention may mean. Texts call an actor by its whole name, by its last word (a surname) or part of it, with
 * more around it (a title), or by its initials. So the words of all names are kept in a table from word to actors, made
 * once for each registry; a question looks at those actors alone that share a word or the initials with the mention, and
 * ranks them by how much they share. What is typed is looked for in all names: where it begins a name, then a word, then
 * anywhere, then as letters in order.
 */
export type Candidate = {
  readonly actor: Actor
  /** Why it is offered, as it is shown. */
  readonly why: string
}

const MOST = 30

/** Actors that `words` may mean, the likeliest first; then `recent` ones, by id. */
export function candidatesFor(
  union: UnitedRegistry,
  words: string,
  recent: readonly string[] = [],
): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  const offer = (ids: readonly string[], why: string) => {
    for (const id of ids) {
      const actor = union.actors.get(id)
      if (actor && !found.has(id)) found.set(id, { actor, why })
    }
  }
  offer(actorsCalled(union, words), 'called so')
  for (const { id, why } of akin(union, words)) offer([id], why)
  offer(
    recent.map((id) => resolvedId(union, id)),
    'linked lately',
  )
  return [...found.values()].slice(0, MOST)
}

/** Actors with what is typed in one of their names, the best first; no more than `most`. */
export function actorsMatching(union: UnitedRegistry, typed: string, most = MOST): readonly Candidate[] {
  const query = folded(typed)
  if (query === '') return []
  const found = namesOf(union).all.flatMap(({ actor, names }) => {
    const best = bestOf(names, query)
    return best.rank < NOWHERE ? [{ actor, ...best }] : []
  })
  return found
    .sort((a, b) => a.rank - b.rank || a.actor.name.length - b.actor.name.length)
    .slice(0, most)
    .map(({ actor, name }) => ({ actor, why: name === actor.name ? '' : `also “${name}”` }))
}

type Match = { readonly rank: number; readonly name: string }

function bestOf(names: readonly Name[], query: string): Match {
  let best: Match = { rank: NOWHERE, name: '' }
  for (const { name, plain } of names) {
    const rank = rankIn(plain, query)
    if (rank < best.rank) best = { rank, name }
  }
  return best
}

/** What is offered for a mention: an actor, or a new one of this name. */
export type Choice =
  | { readonly kind: 'actor'; readonly actor: Actor; readonly why: string }
  | { readonly kind: 'new'; readonly name: string }

export type Asked = {
  /** Of the mention. */
  readonly words: string
  /** What is typed to find an actor. */
  readonly typed: string
  readonly recent: readonly string[]
}

/** Whom to choose from, a new actor first where nobody is called so. */
export function actorChoices(union: UnitedRegistry, { words, typed, recent }: Asked): readonly Choice[] {
  const query = nameFrom(typed)
  const name = query || nameFrom(words)
  const found = query ? actorsMatching(union, query) : candidatesFor(union, words, recent)
  const offered = found.map((candidate): Choice => ({ kind: 'actor', ...candidate }))
  if (name === '') return offered
  const isKnown = query ? isBeginning(found[0], query) : isLikely(found[0], union, words)
  const fresh: Choice = { kind: 'new', name }
  return isKnown ? [...offered, fresh] : [fresh, ...offered]
}

/** What is short may be the beginning of any word of a name; a whole name is one where a name begins with it. */
function isBeginning(first: Candidate | undefined, typed: string): boolean {
  if (!first) return false
  const names = [first.actor.name, ...first.actor.aliases]
  return typed.length < WHOLE_NAME || names.some((name) => folded(name).startsWith(folded(typed)))
}
const WHOLE_NAME = 4

const isLikely = (first: Candidate | undefined, union: UnitedRegistry, words: string): boolean =>
  first?.why === WHOLE_AT_END || actorsCalled(union, words).length > 0

/** A title before a name that is known. */
const WHOLE_AT_END = 'this name ends it'

/**
 * Whether a mention by these words tells how texts call an actor: a name has a capital or a digit behind its article.
 * Of what is made of others, any phrase of several words may (“the two sides”); pronouns tell nothing.
 */
export function teaches(words: string, { members }: Pick<Actor, 'members'>): boolean {
  const name = nameFrom(words)
  const bare = name.replace(ARTICLE, '')
  if (PRONOUNS.has(bare.toLowerCase())) return false
  if (members.length > 0 && name.includes(' ')) return true
  return /(^|[^\p{L}\p{M}\p{N}])[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(bare)
}

const ARTICLE = /^(the|a|an|this|that|these|those|both|its|his|her|their|our|my|your) (?=\S)/i
const PRONOUNS = new Set(
  'i me we us you he him she her it they them this that these those who which both one all each its his hers theirs ours'.split(
    ' ',
  ),
)

type Name = {
  readonly name: string
  /** Folded. */
  readonly plain: string
  readonly words: readonly string[]
  readonly initials: string
}
type Named = { readonly actor: Actor; readonly names: readonly Name[] }
type Names = {
  readonly all: readonly Named[]
  readonly byWord: ReadonlyMap<string, readonly Entry[]>
  /** Ids. */
  readonly byInitials: ReadonlyMap<string, readonly string[]>
}
/** One name of an actor, as its words. */
type Entry = { readonly id: string; readonly words: readonly string[] }

const kept = new WeakMap<UnitedRegistry, Names>()

function namesOf(union: UnitedRegistry): Names {
  const names = kept.get(union) ?? readNames(union)
  kept.set(union, names)
  return names
}

function readNames(union: UnitedRegistry): Names {
  const byWord = new Map<string, Entry[]>()
  const byInitials = new Map<string, string[]>()
  const all: Named[] = []
  for (const actor of union.actors.values()) {
    if (resolvedId(union, actor.id) !== actor.id) continue
    const named = namedOf(actor)
    all.push(named)
    for (const { words, initials } of named.names) {
      for (const word of words) push(byWord, word, { id: actor.id, words })
      if (words.length > 1) push(byInitials, initials, actor.id)
    }
  }
  return { all, byWord, byInitials }
}

/** Actors never change, so that after an edit the names of what was edited alone are read anew. */
const read = new WeakMap<Actor, Named>()

function namedOf(actor: Actor): Named {
  const named = read.get(actor) ?? { actor, names: [actor.name, ...actor.aliases].map(readName) }
  read.set(actor, named)
  return named
}

function readName(name: string): Name {
  const words = wordsOf(name)
  return { name, plain: folded(name), words, initials: initialsOf(words) }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

type Akin = { readonly id: string; readonly why: string; readonly score: number }

function akin(union: UnitedRegistry, words: string): readonly Akin[] {
  const { byWord, byInitials } = namesOf(union)
  const mine = wordsOf(words)
  const short = folded(words).replace(/[^\p{L}\p{N}]/gu, '')
  const isShort = !nameFrom(words).includes(' ') && short.length > 1 && short.length < 8
  const spelledOut = isShort ? (byInitials.get(short) ?? []) : []
  const abbreviated = mine.length > 1 ? (byWord.get(initialsOf(mine)) ?? []) : []
  const sharing = [...new Set(mine.flatMap((word) => byWord.get(word) ?? []))]
  return [
    ...spelledOut.map((id) => ({ id, why: 'has these initials', score: 2 })),
    ...abbreviated.map(({ id }) => ({ id, why: 'its initials', score: 2 })),
    ...sharing.map((entry) => kinship(entry, mine)),
  ].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** How much of two names is the same; the last word of a shorter one counts as much as all others. */
function kinship({ id, words }: Entry, mine: readonly string[]): Akin {
  const shared = words.filter((word) => mine.includes(word)).length
  const isEnd = words.at(-1) === mine.at(-1)
  const score = shared / Math.max(words.length, mine.length) + (isEnd ? 1 : 0)
  const isWhole = words.length > 1 && words.every((word, i) => word === mine.at(i - words.length))
  return { id, score, why: isWhole ? WHOLE_AT_END : isEnd ? 'ends alike' : 'has a word of it' }
}

/** The words that tell names apart, folded: those with a capital or a digit, or else all. */
function wordsOf(name: string): readonly string[] {
  const all = name.replace(ARTICLE, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const telling = all.filter((word) => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word))
  return (telling.length > 0 ? telling : all).map(folded)
}

const initialsOf = (words: readonly string[]): string =>
  words.map((word) => String.fromCodePoint(word.codePointAt(0) as number)).join('')

/** Without marks and case. */
function folded(words: string): string {
  const name = nameFrom(words)
  return (IS_PLAIN.test(name) ? name : name.normalize('NFKD').replace(/\p{M}+/gu, '')).toLowerCase()
}

/** Most names: then there is nothing to take apart. */
const IS_PLAIN = /^[ -~]*$/

const NOWHERE = 9

/** Where `query` is in a name: 0 the whole of it, then its beginning, a word's beginning, within, its letters in order. */
function rankIn(plain: string, query: string): number {
  const at = plain.indexOf(query)
  if (at === 0) return plain.length === query.length ? 0 : 1
  if (at > 0) return beginsWord(plain, query) ? 2 : 3
  return hasInOrder(plain, query) ? 4 : NOWHERE
}

function beginsWord(plain: string, query: string): boolean {
  for (let at = plain.indexOf(query); at >= 0; at = plain.indexOf(query, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(plain[at - 1] as string)) return true
  return false
}

function hasInOrder(plain: string, query: string): boolean {
  let at = -1
  for (const letter of query) {
    at = plain.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}
