import type { Filler } from '#shared/domain/annotation.ts'
import type { ReadAnnotation } from '../../adapter.ts'
import { grouped } from '../grouped.ts'
import { dateSaid } from '../said-date.ts'
import { type Json, jsonIn, listOf, textIn } from './json-values.ts'
import { namesIn } from './terms.ts'

/**
 * What an annotation says besides where it stands, ours or another tool's: a body by itself instead of a list, purposes left
 * out, a creator that is a name or an address.
 */
export type SaidAnnotation = {
  readonly labels: readonly string[]
  readonly said: Omit<ReadAnnotation, 'label' | 'start' | 'end'>
}

export function saidIn(annotation: Json): SaidAnnotation {
  const bodies = bodiesOf(annotation)
  const [note] = bodies.flatMap(({ purpose, text }) => (NOTES.has(purpose) && text !== null ? [text] : []))
  const tags = bodies.filter(({ purpose }) => LABELS.has(purpose)).flatMap(({ name }) => name ?? [])
  const actor = bodies.find(({ purpose }) => purpose === 'identifying')?.source
  const [id, motivation] = [textIn(annotation, 'id'), textOf(listOf(annotation.motivation)[0])]
  return {
    labels: tags.length > 0 ? tags : [motivation ?? 'annotation'],
    said: {
      ...(id === null ? {} : { id: nameIn(id) }),
      ...(note === undefined ? {} : { note }),
      ...(actor ? { actor: nameIn(actor) } : {}),
      ...linksIn(bodies),
      ...ownIn(annotation),
      ...historyIn(annotation),
    },
  }
}

type Body = {
  readonly purpose: string
  readonly text: string | null
  readonly source: string | null
  /** What it is called where it is a label. */
  readonly name: string | null
  readonly kind: string | null
}

const NOTES = new Set(['commenting', 'describing', 'replying', 'questioning', 'assessing'])
const LABELS = new Set(['classifying', 'tagging', 'highlighting'])

function bodiesOf(annotation: Json): readonly Body[] {
  const motivation = textOf(listOf(annotation.motivation)[0]) ?? 'commenting'
  const all = [...listOf(annotation.body), ...listOf(annotation.bodyValue)]
  return all.map((body) => bodyOf(typeof body === 'string' ? { value: body } : jsonIn(body), motivation))
}

function bodyOf(body: Json, motivation: string): Body {
  const text = textIn(body, 'value')
  const thing = jsonIn(body.source)
  const source = textIn(body, 'source') ?? textIn(thing, 'id')
  const purpose = textOf(listOf(body.purpose)[0]) ?? (LABELS.has(motivation) ? motivation : 'commenting')
  const name = text ?? textIn(thing, 'label') ?? source
  return { purpose, text, source, name: name === '' ? null : name, kind: textIn(body, 'kind') }
}

function linksIn(bodies: readonly Body[]): Pick<ReadAnnotation, 'links'> {
  const links = bodies.flatMap(({ purpose, source, kind }) =>
    purpose === 'linking' && source !== null && kind !== null ? [{ kind, to: nameIn(source) }] : [],
  )
  return links.length > 0 ? { links } : {}
}

/** What the model has no terms for. */
function ownIn(annotation: Json): Pick<ReadAnnotation, 'roles' | 'attributes' | 'certainty'> {
  const fillers = listOf(annotation.roles)
    .map(jsonIn)
    .flatMap((one) => {
      const [role, filler] = [textIn(one, 'role'), fillerOf(textIn(one, 'filler'))]
      return role === null || !filler ? [] : [[role, filler] as const]
    })
  const attributes = listOf(annotation.attributes)
    .map(jsonIn)
    .flatMap((one) => {
      const [name, value] = [textIn(one, 'name'), textIn(one, 'value')]
      return name === null || value === null ? [] : [[name, value] as const]
    })
  return {
    roles: Object.fromEntries(grouped(fillers)),
    attributes: Object.fromEntries(attributes),
    certainty: annotation.certainty === 'unsure' ? 'unsure' : 'sure',
  }
}

function fillerOf(iri: string | null): Filler | null {
  const names = iri === null ? null : namesIn(iri)
  if (!names) return null
  const [space, kind, name] = names
  if (space === 'terms') return kind === 'author' || kind === 'unknown' ? { constant: kind } : null
  if (kind === 'actor') return name === undefined ? null : { actor: name }
  return { mention: names.at(-1) as string }
}

const ORIGINS = ['manual', 'rule', 'propagated', 'imported', 'adjudicated'] as const

function historyIn(annotation: Json): Pick<ReadAnnotation, 'annotator' | 'origin' | 'created' | 'updated'> {
  const creator = listOf(annotation.creator)[0]
  const annotator = textOf(creator) ?? nameOf(jsonIn(creator))
  const origin = jsonIn(annotation.origin)
  const kind = ORIGINS.find((one) => one === origin.kind)
  const by = textIn(origin, 'by')
  const [created, updated] = [annotation.created, annotation.modified].map(dateSaid)
  return {
    ...(annotator === null ? {} : { annotator }),
    ...(kind ? { origin: by === null ? { kind } : { kind, by } } : {}),
    ...(created === undefined ? {} : { created }),
    ...(updated === undefined ? {} : { updated }),
  }
}

const nameOf = (creator: Json): string | null =>
  textOf(listOf(creator.name)[0]) ?? textOf(listOf(creator.nickname)[0]) ?? textIn(creator, 'id')

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The last of the names in an IRI of ours; another IRI whole. */
const nameIn = (iri: string): string => namesIn(iri)?.at(-1) ?? iri
