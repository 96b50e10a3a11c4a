import { fillersOf } from './act-edits.ts'
import type { Annotation, Filler } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { attributesOf, labelOf, type Role, rolesOf, type Scheme, shownLabel } from './scheme.ts'
import { shortQuoteOf } from './short-quote.ts'
import { resolvedId, type UnitedRegistry } from './united-registry.ts'

/** Where an act is told: what its roles and its fillers are looked up in. */
export type ActPlace = {
  readonly text: string
  readonly annotations: AnnotationSet
  readonly scheme: Scheme
  readonly union: UnitedRegistry
}

/**
 * A piece of an act's sentence: who fills a role, or the title of an essential role that nobody fills yet; what leads to
 * them; the marked words; and what is said of it beyond the defaults.
 */
export type SentencePart = {
  readonly kind: 'who' | 'missing' | 'lead' | 'quote' | 'attribute'
  readonly text: string
}

/** The act told by the scheme: “Vesteria”, “accuses”, “Norland”, “of”, “ramming the trawler”. */
export function actSentence(act: Annotation, place: ActPlace): readonly SentencePart[] {
  const roles = rolesOf(place.scheme, act.label)
  const told = (side: Role['side']) =>
    roles.filter((role) => role.side === side).flatMap((role) => rolePart(act, role, place))
  const lead = labelOf(place.scheme, act.label)?.lead ?? ''
  return [
    ...told('before'),
    ...leadPart(lead),
    { kind: 'quote', text: shortQuoteOf(place.text, act) },
    ...told('after'),
    ...attributesOf(place.scheme, act.label).flatMap(({ id }) => attributePart(act.attributes[id])),
  ]
}

/** The act in one line, as it is read out: its label first, where nobody is in it yet. */
export function actLine(act: Annotation, place: ActPlace): string {
  const parts = actSentence(act, place)
  const isTold = parts.some(({ kind }) => kind === 'who')
  const told = isTold ? parts : parts.filter(({ kind }) => kind === 'quote' || kind === 'attribute')
  const words = told.map(({ kind, text }) => WRITTEN[kind](text))
  return (isTold ? words : [shownLabel(place.scheme, act.label).title, ...words]).join(' ')
}

const WRITTEN = {
  quote: (text: string) => `“${text}”`,
  who: (text: string) => text,
  lead: (text: string) => text,
  missing: (text: string) => `${text.toLowerCase()}?`,
  attribute: (text: string) => `(${text})`,
} as const

function rolePart(act: Annotation, role: Role, place: ActPlace): readonly SentencePart[] {
  const fillers = fillersOf(act, role.id)
  if (fillers.length > 0) {
    const names = fillers.map((filler) => fillerName(filler, place))
    return [...leadPart(role.lead), { kind: 'who', text: listed(names) }]
  }
  return role.isEssential ? [...leadPart(role.lead), { kind: 'missing', text: role.title }] : []
}

const leadPart = (text: string): readonly SentencePart[] => (text ? [{ kind: 'lead', text }] : [])

const attributePart = (text: string | undefined): readonly SentencePart[] =>
  text === undefined ? [] : [{ kind: 'attribute', text }]

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** What a filler is called: by the registry's name where it is linked, or else as the text calls it. */
export function fillerName(filler: Filler, place: ActPlace): string {
  if ('constant' in filler) return filler.constant === 'author' ? 'the author' : filler.constant
  if ('actor' in filler) return actorName(filler.actor, place) ?? filler.actor
  const mention = place.annotations.get(filler.mention)
  if (!mention) return 'a mark that is gone'
  const name = mention.actor === undefined ? undefined : actorName(mention.actor, place)
  return name ?? shortQuoteOf(place.text, mention)
}

const actorName = (id: string, { union }: ActPlace): string | undefined =>
  union.actors.get(resolvedId(union, id))?.name
