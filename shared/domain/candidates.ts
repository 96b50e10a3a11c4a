import { fillersOf } from './act-edits.ts'
import { type ActPlace, fillerName } from './act-sentence.ts'
import { type Actor, nameFrom } from './actor.ts'
import type { Annotation, Filler } from './annotation.ts'
import { nearby } from './nearby-marks.ts'
import { isMention, rolesOf } from './scheme.ts'
import { actorsCalled, resolvedId, standingActors, type UnitedRegistry } from './united-registry.ts'
import { foldedWords, startsAlike } from './word-prefixes.ts'

/**
 * Who may fill a role of an act, the likeliest first. Two times in three the text names them in the act or its sentence:
 * so mentions are ranked by how near they are (the subject, which is never marked as part of the act, before it first), and what lies beyond the paragraph comes behind those who were taken
 * lately. Each actor has one row, however often it is named; its nearest mention is what fills the role.
 */
export type Candidate =
  | { readonly kind: 'known'; readonly filler: Filler; readonly name: string; readonly why: Why }
  /** Somebody whom neither the article nor the registry names. */
  | { readonly kind: 'new'; readonly name: string }

export type Why =
  | 'in the act'
  | 'same sentence'
  | 'same paragraph'
  | 'recent'
  | 'earlier'
  | 'later'
  | 'registry'
  | 'constant'

export type Wanted = {
  readonly act: Annotation
  readonly role: string
  /** What narrows them down: words, or the beginnings of words, of a name, an alias or a quote. */
  readonly typed: string
  /** Ids of actors, the one that was taken last first. */
  readonly recent: readonly string[]
}

const MOST_OF_REGISTRY = 30
/** Nobody reads further; what is meant is found by typing. */
const MOST_ROWS = 50

export function candidatesFor(wanted: Wanted, place: ActPlace): readonly Candidate[] {
  const rows = new Rows(wanted, place)
  const marks = nearby(wanted.act, place, ({ label }) => isMention(place.scheme, label))
  // The subject of an act is no part of it, and stands before it.
  if (isSubject(wanted, place))
    rows.addMentions(
      marks.sentence.filter(({ end }) => end <= wanted.act.start),
      'same sentence',
    )
  rows.addMentions(marks.inside, 'in the act')
  rows.addMentions(marks.sentence, 'same sentence')
  rows.addMentions(marks.paragraph, 'same paragraph')
  rows.addRecent([...marks.earlier, ...marks.later])
  rows.addMentions(marks.earlier, 'earlier')
  const name = nameFrom(wanted.typed)
  if (name !== '') {
    rows.addMentions(marks.later, 'later')
    for (const { id } of registered(place.union, name)) rows.add({ actor: id }, 'registry')
  }
  rows.add({ constant: 'author' }, 'constant')
  rows.add({ constant: 'unknown' }, 'constant')
  return name === '' || isRegistered(place.union, name) ? rows.all : [...rows.all, { kind: 'new', name }]
}

/** A role that the act’s sentence begins with. */
function isSubject({ act, role }: Wanted, { scheme }: ActPlace): boolean {
  const known = rolesOf(scheme, act.label).find(({ id }) => id === role)
  return known?.side === 'before' && known.lead === ''
}

/** What is offered so far: each actor once, those left out that fill the role or that do not fit what is typed. */
class Rows {
  readonly all: Candidate[] = []
  readonly #wanted: Wanted
  readonly #place: ActPlace
  readonly #seen: Set<string>

  constructor(wanted: Wanted, place: ActPlace) {
    this.#wanted = wanted
    this.#place = place
    this.#seen = new Set(fillersOf(wanted.act, wanted.role).map((filler) => keyOf(filler, place)))
  }

  add(filler: Filler, why: Why): void {
    if (this.all.length >= MOST_ROWS && why !== 'constant') return
    const key = keyOf(filler, this.#place)
    if (this.#seen.has(key) || !this.#fits(filler)) return
    this.#seen.add(key)
    this.all.push({ kind: 'known', filler, name: fillerName(filler, this.#place), why })
  }

  /** Who fills another role of the act is less likely to fill this one too. */
  addMentions(mentions: readonly Annotation[], why: Why): void {
    const others = Object.values(this.#wanted.act.roles).flat()
    const keys = new Set(others.map((filler) => keyOf(filler, this.#place)))
    const isElsewhere = ({ id }: Annotation) => keys.has(keyOf({ mention: id }, this.#place))
    for (const one of mentions.filter((mention) => !isElsewhere(mention))) this.add({ mention: one.id }, why)
    for (const one of mentions.filter(isElsewhere)) this.add({ mention: one.id }, why)
  }

  /** By the nearest of `mentions` that names them, since the text is what is told of. */
  addRecent(mentions: readonly Annotation[]): void {
    const { union } = this.#place
    for (const id of this.#wanted.recent.map((recent) => resolvedId(union, recent))) {
      if (!union.actors.has(id)) continue
      const named = mentions.find(({ actor }) => actor !== undefined && resolvedId(union, actor) === id)
      this.add(named ? { mention: named.id } : { actor: id }, 'recent')
    }
  }

  #fits(filler: Filler): boolean {
    const { typed } = this.#wanted
    if (typed.trim() === '') return true
    const actor = actorOf(filler, this.#place)
    const names = [fillerName(filler, this.#place), quoteOf(filler, this.#place), ...(actor?.aliases ?? [])]
    return names.some((name) => startsAlike(foldedWords(typed), foldedWords(name)))
  }
}

const quoteOf = (filler: Filler, { text, annotations }: ActPlace): string => {
  const mention = 'mention' in filler ? annotations.get(filler.mention) : undefined
  return mention ? text.slice(mention.start, Math.min(mention.end, mention.start + 200)) : ''
}

function actorOf(filler: Filler, { annotations, union }: ActPlace): Actor | undefined {
  if ('constant' in filler) return undefined
  const id = 'actor' in filler ? filler.actor : annotations.get(filler.mention)?.actor
  return id === undefined ? undefined : union.actors.get(resolvedId(union, id))
}

/** The same for fillers that are the same actor, or that are not linked and called alike. */
function keyOf(filler: Filler, place: ActPlace): string {
  if ('constant' in filler) return `constant ${filler.constant}`
  const actor = actorOf(filler, place)
  if (actor) return `actor ${actor.id}`
  return 'actor' in filler ? `actor ${filler.actor}` : `called ${nameFrom(quoteOf(filler, place))}`
}

type Listed = { readonly actor: Actor; readonly names: readonly (readonly string[])[] }
const listedIn = new WeakMap<UnitedRegistry, readonly Listed[]>()

/** Actors of the registry one of whose names has words that begin as those typed; by name. */
function registered(union: UnitedRegistry, typed: string): readonly Actor[] {
  const all = listedIn.get(union) ?? listed(union)
  listedIn.set(union, all)
  const wanted = foldedWords(typed)
  const found: Actor[] = []
  for (const { actor, names } of all) {
    if (names.some((name) => startsAlike(wanted, name))) found.push(actor)
    if (found.length === MOST_OF_REGISTRY) break
  }
  return found
}

const listed = (union: UnitedRegistry): readonly Listed[] =>
  standingActors(union).map((actor) => ({ actor, names: [actor.name, ...actor.aliases].map(foldedWords) }))

const isRegistered = (union: UnitedRegistry, name: string): boolean => actorsCalled(union, name).length > 0
