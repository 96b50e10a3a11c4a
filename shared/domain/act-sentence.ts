import { attributeValue, fillersOf } from './act-edits.ts'
import type { Annotation, Filler } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { listed } from './listed.ts'
import { lostMark } from './lost-marks.ts'
import type { Earlier } from './record.ts'
import {
  type Attribute,
  attributesOf,
  labelOf,
  type Role,
  rolesOf,
  type Scheme,
  shownLabel,
} from './scheme.ts'
import { shortQuoteOf } from './short-quote.ts'
import { resolvedId, type UnitedRegistry } from './united-registry.ts'

/** Where an act is told: what its roles and its fillers are looked up in. */
export type ActPlace = {
  readonly text: string
  readonly annotations: AnnotationSet
  readonly scheme: Scheme
  readonly union: UnitedRegistry
  /** Of which article's text this one is a newer version, whose marks may wait to be placed. */
  readonly earlier: Earlier | null
}

/**
 * A piece of an act's sentence: what is said of it beyond the defaults; who fills a role, or the title of an essential role
 * that nobody fills yet; what leads to them; and the marked words.
 */
export type SentencePart = {
  readonly kind: 'attribute' | 'who' | 'missing' | 'lead' | 'quote'
  readonly text: string
}

/** The same before its fillers are named: a reader of it may lead to each of them. */
export type ToldPart =
  | { readonly kind: Exclude<SentencePart['kind'], 'who'>; readonly text: string }
  | { readonly kind: 'who'; readonly fillers: readonly Filler[] }

/**
 * The act told by the scheme: “Vesteria”, “accuses”, “Norland”, “of”, “ramming the trawler”. Before all that comes what is
 * not as it is by default, such as “denied”, since it may turn the rest into its opposite.
 */
export function toldParts(
  act: Annotation,
  { scheme, text }: Pick<ActPlace, 'scheme' | 'text'>,
): readonly ToldPart[] {
  const roles = rolesOf(scheme, act.label)
  const told = (side: Role['side']) =>
    roles.filter((role) => role.side === side).flatMap((role) => rolePart(role, fillersOf(act, role.id)))
  return [
    ...attributesOf(scheme, act.label).flatMap((attribute) => attributePart(act, attribute)),
    ...told('before'),
    ...leadPart(labelOf(scheme, act.label)?.lead ?? ''),
    { kind: 'quote', text: shortQuoteOf(text, act) },
    ...told('after'),
  ]
}

/** The told act with everybody in it named. `written`: how a name is written. */
export const actSentence = (
  act: Annotation,
  place: ActPlace,
  written = (name: string) => name,
): readonly SentencePart[] =>
  toldParts(act, place).map((part) => {
    if (part.kind !== 'who') return part
    return { kind: 'who', text: listed(part.fillers.map((filler) => written(fillerName(filler, place)))) }
  })

/** The act in one line, as it is read out: its label first, where nobody is in it yet. */
export function actLine(act: Annotation, place: ActPlace): string {
  const parts = actSentence(act, place)
  const isTold = parts.some(({ kind }) => kind === 'who')
  const told = parts.filter(({ kind }) => kind !== 'attribute' && (isTold || kind === 'quote'))
  const words = told.map(({ kind, text }) => WRITTEN[kind](text))
  return tagged(parts, (isTold ? words : [shownLabel(place.scheme, act.label).title, ...words]).join(' '))
}

/** What tells one act from others in a list: its words, and who is in it, or its label where nobody is. */
export type ActInBrief = { readonly quote: string; readonly who: string }

export function actInBrief(act: Annotation, place: ActPlace): ActInBrief {
  const parts = actSentence(act, place)
  const names = parts.flatMap(({ kind, text }) => (kind === 'who' ? [text] : []))
  const who = names.length > 0 ? names.join(', ') : shownLabel(place.scheme, act.label).title
  return { quote: WRITTEN.quote(shortQuoteOf(place.text, act)), who: tagged(parts, who) }
}

/** “denied: Vesteria accuses …” */
function tagged(parts: readonly SentencePart[], words: string): string {
  const tags = parts.flatMap(({ kind, text }) => (kind === 'attribute' ? [text] : []))
  return tags.length > 0 ? `${tags.join(', ')}: ${words}` : words
}

const plain = (text: string) => text

/** How the parts of a sentence are written. */
export const WRITTEN: { readonly [K in SentencePart['kind']]: (text: string) => string } = {
  attribute: plain,
  who: plain,
  lead: plain,
  missing: (text) => `${text.toLowerCase()}?`,
  quote: (text) => `“${text}”`,
}

function rolePart(role: Role, fillers: readonly Filler[]): readonly ToldPart[] {
  if (fillers.length > 0) return [...leadPart(role.lead), { kind: 'who', fillers }]
  return role.isEssential ? [...leadPart(role.lead), { kind: 'missing', text: role.title }] : []
}

const leadPart = (text: string): readonly ToldPart[] => (text ? [{ kind: 'lead', text }] : [])

function attributePart(act: Annotation, attribute: Attribute): readonly ToldPart[] {
  const text = attributeValue(act, attribute)
  return text === attribute.values[0] ? [] : [{ kind: 'attribute', text }]
}

/** What a filler is called: by the registry's name where it is linked, or else as the text calls it. */
export function fillerName(filler: Filler, place: ActPlace): string {
  if ('constant' in filler) return filler.constant === 'author' ? 'the author' : filler.constant
  if ('actor' in filler) return actorName(filler.actor, place) ?? filler.actor
  const mention = place.annotations.get(filler.mention)
  if (!mention) return lostMark(place.earlier, filler.mention)
  const name = mention.actor === undefined ? undefined : actorName(mention.actor, place)
  return name ?? shortQuoteOf(place.text, mention)
}

const actorName = (id: string, { union }: ActPlace): string | undefined =>
  union.actors.get(resolvedId(union, id))?.name
