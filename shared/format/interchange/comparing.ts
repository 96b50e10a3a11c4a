import { codePointMap } from '../../domain/code-points.ts'
import { compareText } from '../../domain/compare-text.ts'
import { equalJson } from '../../domain/equal.ts'
import { shortQuote } from '../../domain/short-quote.ts'
import type { Span } from '../../domain/span.ts'
import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import type { ReadAnnotation, ReadArticle } from './adapter.ts'
import { METADATA } from './beside.ts'
import type { Carries } from './format.ts'
import { loosePlaces } from './loose-text.ts'
import { type ActorsById, actorIdsIn } from './named-actors.ts'

/**
 * Whether what was read back is what was written: the text, and of every annotation all that the format carries. Ids that
 * it does not carry are given anew by the reader, so annotations are put side by side in reading order, in which both
 * sides keep what stands on the same words in the order in which it was written.
 *
 * @param read all that was read of this article, in the order of the files.
 * @param registry who must be told of where a mark names them; nobody, where the format has the registry itself.
 * @returns the first difference as a sentence that names the annotation, or null.
 */
export function differenceFrom(
  written: DatasetArticle,
  read: readonly ReadArticle[],
  carries: Carries,
  registry: ActorsById,
): string | null {
  const fault = read.map((one) => headFault(written, one, carries)).find((one) => one !== null)
  if (fault) return fault
  const found = read.flatMap((one) => placedAnnotations(one, written.text))
  const misplaced = found.find((one) => one === null)
  if (misplaced === null) return `an annotation in “${written.id}” lies outside the text`
  return (
    annotationsDifference(written, found as readonly ReadAnnotation[], carries) ??
    actorFault(written, read, registry)
  )
}

function actorFault(
  { id: article, annotations }: DatasetArticle,
  read: readonly ReadArticle[],
  registry: ActorsById,
): string | null {
  const names = new Map(read.flatMap(({ actors = [] }) => actors.map(({ id, name }) => [id, name])))
  const isTold = (id: string): boolean => !registry.has(id) || names.get(id) === registry.get(id)?.name
  const untold = annotations.flatMap(actorIdsIn).find((id) => !isTold(id))
  return untold === undefined ? null : `the name of the actor “${untold}” in “${article}” was not read back`
}

function headFault(
  written: DatasetArticle,
  { article, text, isLoose }: ReadArticle,
  carries: Carries,
): string | null {
  if (carries.text && text !== written.text) return `the text of “${written.id}” is another one`
  if (text !== null && isLoose && !loosePlaces(text, written.text))
    return `the words of “${written.id}” are other ones`
  const { annotations: _, text: __, ...head } = written
  const said = Object.entries(article).find(([key, value]) => {
    const expected = (head as Readonly<Record<string, unknown>>)[key]
    return value !== undefined && !equalJson(value, expected ?? null)
  })
  if (said) return `“${said[0]}” of “${written.id}” is another one`
  const missing = carries.metadata
    ? METADATA.find((key) => written[key] !== null && article[key] === undefined)
    : undefined
  return missing ? `“${missing}” of “${written.id}” is missing` : null
}

/** Null for one that has no place in the article's text. */
function placedAnnotations(
  { annotations, text, isLoose }: ReadArticle,
  written: string,
): readonly (ReadAnnotation | null)[] {
  if (!isLoose || text === null) return annotations
  const places = loosePlaces(text, written)
  return annotations.map((annotation) => places && placedAnnotation(annotation, places.placed))
}

/** An annotation with its spans moved; null where one of them has no place. Their words are left to the new text. */
export function placedAnnotation(
  { text: _, fragments, ...rest }: ReadAnnotation,
  placed: (span: Span) => Span | null,
): ReadAnnotation | null {
  const hull = placed(rest)
  const pieces = fragments?.map(placed)
  if (!hull || pieces?.includes(null)) return null
  return { ...rest, ...hull, ...(pieces ? { fragments: pieces as Span[] } : {}) }
}

function annotationsDifference(
  { id, text, annotations }: DatasetArticle,
  found: readonly ReadAnnotation[],
  carries: Carries,
): string | null {
  if (annotations.length !== found.length)
    return `“${id}” has ${annotations.length} annotations, but ${found.length} were read back`
  const quote = quoteIn(text)
  const expected = comparable(annotations, carries, quote)
  const actual = comparable(found, carries, quote)
  const at = expected.findIndex((one, i) => !equalJson(one, actual[i]))
  const annotation = at < 0 ? undefined : [...annotations].sort(inOrder(carries))[at]
  return annotation ? sentenceAbout(annotation, expected[at], actual[at], id) : null
}

function sentenceAbout(
  annotation: AnnotationObject,
  expected: unknown,
  actual: unknown,
  article: string,
): string {
  const [a, b] = [Object(expected), Object(actual)] as Readonly<Record<string, unknown>>[]
  const key = Object.keys({ ...a, ...b }).find((one) => !equalJson(a?.[one] ?? null, b?.[one] ?? null))
  const words = shortQuote(annotation.text, { start: 0, end: annotation.text.length })
  return `the annotation “${annotation.id}” (“${words}”) in “${article}” was not read back as it was written: it differs in its ${key}`
}

type Quote = (span: Span) => string

function quoteIn(text: string): Quote {
  const map = codePointMap(text)
  return ({ start, end }) => text.slice(map.toUtf16(start), map.toUtf16(end))
}

type Order = (a: ReadAnnotation, b: ReadAnnotation) => number

/** What is equal in this order stays in the order in which it came. */
const inOrder =
  (carries: Carries): Order =>
  (a, b) => {
    const byAnnotator = carries.annotators ? compareText(a.annotator ?? '', b.annotator ?? '') : 0
    return byAnnotator || a.start - b.start || b.end - a.end
  }

/** All that a format carries of annotations, in one order, ids and what points to them by their place in it. */
function comparable(
  annotations: readonly ReadAnnotation[],
  carries: Carries,
  quote: Quote,
): readonly object[] {
  const sorted = [...annotations].sort(inOrder(carries))
  const places = new Map(sorted.map(({ id, annotator }, i) => [keyOf(carries, annotator, id), `${i}`]))
  return sorted.map((annotation) => {
    const named = (id: string): string =>
      carries.ids ? id : (places.get(keyOf(carries, annotation.annotator, id)) ?? `unknown: ${id}`)
    return comparableOne(annotation, carries, { quote, named })
  })
}

const keyOf = (carries: Carries, annotator: string | undefined, id: string | undefined): string =>
  `${carries.annotators ? annotator : ''}\n${id}`

type Naming = { readonly quote: Quote; readonly named: (id: string) => string }

function comparableOne(annotation: ReadAnnotation, carries: Carries, { quote, named }: Naming): object {
  const { id, label, start, end, fragments, annotator, origin, created, updated } = annotation
  const runs = fragments ?? [{ start, end }]
  const roles = Object.entries(annotation.roles ?? {})
    .filter(([, fillers]) => fillers.length > 0)
    .map(([role, fillers]) => [
      role,
      fillers.map((filler) => ('mention' in filler ? { mention: named(filler.mention) } : filler)),
    ])
  return {
    label,
    words: runs.map((span) => ({ start: span.start, end: span.end, text: quote(span) })),
    quoted: annotation.text === undefined || annotation.text === quote({ start, end }),
    attributes: annotation.attributes ?? {},
    roles: Object.fromEntries(roles),
    actor: annotation.actor ?? null,
    links: (annotation.links ?? []).map(({ kind, to }) => ({ kind, to: named(to) })),
    note: annotation.note ?? null,
    certainty: annotation.certainty ?? 'sure',
    ...(carries.annotators ? { annotator } : {}),
    ...(carries.ids ? { id } : {}),
    ...(carries.history ? { origin, created, updated } : {}),
  }
}
