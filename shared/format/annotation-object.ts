import * as z from 'zod'
import type { Annotation } from '../domain/annotation.ts'
import type { CodePointMap } from '../domain/code-points.ts'
import { hullOf, type Span, spansEqual } from '../domain/span.ts'
import { offsetSchema } from './article-file.ts'

/**
 * One annotation as every file of ours has it, the annotator's own and the dataset alike. Where memory counts in
 * UTF-16 and leaves the text to the article, a file counts in code points and carries the text of every span.
 */
const quotedSpan = { start: offsetSchema, end: offsetSchema, text: z.string() }

export const fillerSchema = z.union([
  z.strictObject({ mention: z.string() }),
  z.strictObject({ actor: z.string() }),
  z.strictObject({ constant: z.enum(['author', 'unknown']) }),
])

export const annotationSchema = z.object({
  id: z.string().min(1),
  label: z.string().min(1),
  ...quotedSpan,
  fragments: z.array(z.object(quotedSpan)).min(2).exactOptional(),
  attributes: z.record(z.string(), z.string()),
  roles: z.record(z.string(), z.array(fillerSchema)),
  actor: z.string().exactOptional(),
  links: z.array(z.object({ kind: z.string(), to: z.string() })).exactOptional(),
  note: z.string().exactOptional(),
  certainty: z.enum(['sure', 'unsure']),
  annotator: z.string(),
  origin: z.object({
    kind: z.enum(['manual', 'rule', 'propagated', 'imported', 'adjudicated']),
    by: z.string().exactOptional(),
  }),
  created: z.iso.datetime(),
  updated: z.iso.datetime(),
})

export type AnnotationObject = z.infer<typeof annotationSchema>
type QuotedSpan = Span & { readonly text: string }

/** The annotation as files have it. `map` must be that of `text`, and the annotation must stand in it. */
export function annotationToFile(
  annotation: Annotation,
  text: string,
  map: CodePointMap,
  annotator: string,
): AnnotationObject {
  const quoted = ({ start, end }: Span): QuotedSpan => ({
    start: map.toCodePoint(start),
    end: map.toCodePoint(end),
    text: text.slice(start, end),
  })
  const { fragments, ...rest } = annotation
  const object = { ...rest, ...quoted(annotation), annotator } as AnnotationObject
  return fragments ? { ...object, fragments: fragments.map(quoted) } : object
}

/** The annotation in memory, or the sentence that says how it disagrees with `text`. */
export function annotationFromFile(
  object: AnnotationObject,
  text: string,
  map: CodePointMap,
): Annotation | string {
  const { text: _, annotator: __, fragments, ...rest } = object
  for (const span of [object, ...(fragments ?? [])]) {
    const fault = quoteFault(span, text, map)
    if (fault) return `The annotation “${object.id}” ${fault}.`
  }
  const inMemory = (span: Span): Span => ({ start: map.toUtf16(span.start), end: map.toUtf16(span.end) })
  const annotation = { ...rest, ...inMemory(object) } as Annotation
  const whole = fragments ? { ...annotation, fragments: fragments.map(inMemory) } : annotation
  const fault = misfit(whole, text)
  return fault ? `The annotation “${object.id}” ${fault}.` : whole
}

function quoteFault({ start, end, text: quote }: QuotedSpan, text: string, map: CodePointMap): string | null {
  if (end > map.length) return `ends at character ${end}, but the article has only ${map.length}`
  const there = text.slice(map.toUtf16(start), map.toUtf16(end))
  if (there === quote) return null
  return `says “${shortened(quote)}”, but characters ${start} to ${end} of the article are “${shortened(there)}”`
}

const shortened = (quote: string): string =>
  quote.length > 60 ? `${Array.from(quote).slice(0, 60).join('')}…` : quote

/** What keeps `annotation` from standing in `text`, as the end of a sentence; null when it stands. */
export function misfit({ start, end, fragments }: Annotation, text: string): string | null {
  const spans = [{ start, end }, ...(fragments ?? [])]
  const fault = spans.map((span) => spanFault(span, text)).find((found) => found !== null)
  if (fault) return fault
  if (!fragments) return null
  const areDisjoint = fragments.every((span, i) => i === 0 || (fragments[i - 1] as Span).end <= span.start)
  const isWhole = fragments.length > 1 && areDisjoint && spansEqual({ start, end }, hullOf(fragments))
  return isWhole ? null : 'has parts that overlap, are out of order or do not reach its ends'
}

/** What keeps `span` from being whole characters of `text`, as the end of a sentence; null when it is. */
export function spanFault(span: Span, text: string): string | null {
  if (!liesIn(span, text)) return 'covers nothing, or lies outside the article'
  return cutsPair(text, span.start) || cutsPair(text, span.end) ? 'cuts a character' : null
}

const liesIn = ({ start, end }: Span, text: string): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length

/** True when `offset` lies between the two halves of a character beyond the basic plane. */
const cutsPair = (text: string, offset: number): boolean =>
  offset > 0 && offset < text.length && (text.codePointAt(offset - 1) as number) > 0xffff
