import * as z from 'zod'
import type { Filler } from '#shared/domain/annotation.ts'
import { STATUSES } from '#shared/domain/record.ts'
import { annotationSchema } from '#shared/format/annotation-object.ts'
import { boilerplateSchema, sha256Schema } from '#shared/format/article-file.ts'
import { datasetArticleSchema } from '#shared/format/dataset.ts'
import type { ReadAnnotation, ReadArticle, ReadEvent, Refusal } from '#shared/format/interchange/adapter.ts'
import { type RecordPlace, readShape, refused } from '#shared/format/interchange/read-values.ts'
import { standingIn } from '#shared/format/interchange/standing.ts'

/** A row as anybody may have written it: a text, and marks with a label, a start and an end; all else may be missing. */
const offset = z.int().min(0)
const said = z.string().nullish()
const piece = z.object({ start: offset, end: offset, text: z.string().optional() })

const foundAnnotationSchema = z.object({
  label: z.string().min(1),
  ...{ start: offset, end: offset, id: said, text: said, annotator: said, actor: said, note: said },
  ...{ origin_by: said, origin: annotationSchema.shape.origin.shape.kind.nullish() },
  fragments: z.array(piece).nullish(),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  roles: z
    .array(z.object({ role: z.string(), kind: z.enum(['mention', 'actor', 'constant']), id: z.string() }))
    .nullish(),
  links: z.array(z.object({ kind: z.string(), to: z.string() })).nullish(),
  certainty: annotationSchema.shape.certainty.nullish(),
  created: z.iso.datetime().nullish(),
  updated: z.iso.datetime().nullish(),
})
type FoundAnnotation = z.infer<typeof foundAnnotationSchema>

const { byline, source, publisher, published, dateline, language, url } = datasetArticleSchema.partial().shape

const foundSchema = z.object({
  text: z.string(),
  ...{ id: z.string().min(1).nullish(), title: said, sha256: sha256Schema.nullish() },
  ...{ byline, source, publisher, published, dateline, language, url },
  status: z.enum(STATUSES).nullish(),
  annotations: z.array(foundAnnotationSchema),
  boilerplate: z.array(boilerplateSchema).nullish(),
  full_sha256: sha256Schema.nullish(),
  offset_map: z.array(z.object({ start: offset, full_start: offset, length: offset })).nullish(),
})
type Found = z.infer<typeof foundSchema>

/** What a row says, behind what of it does not hold. */
export function* eventsOfRecord(value: unknown, place: RecordPlace): Generator<ReadEvent> {
  const read = readShape(foundSchema, value)
  if (!read.ok) {
    yield refused(place, read.reason)
    return
  }
  const refusals: Refusal[] = []
  const annotations = standing(read.value, (reason) => refusals.push(refused(place, reason)))
  yield* refusals
  const { text } = read.value
  yield { kind: 'article', ...place, article: headOf(read.value), text, annotations }
}

function standing(found: Found, refuse: (reason: string) => void): readonly ReadAnnotation[] {
  const faultOf = standingIn(found.text)
  const seen = new Set<string>()
  return found.annotations.flatMap((one, i) => {
    const id = one.id ?? `${i + 1} of the list`
    const annotation = annotationOf(one)
    const fault = annotation === null ? 'A constant that fills a role is unknown.' : faultOf(annotation)
    const reason = fault ?? doubleFault(`${one.annotator ?? ''}\n${id}`, seen)
    if (reason) refuse(`The annotation “${id}”: ${reason}`)
    return reason || !annotation ? [] : [annotation]
  })
}

function doubleFault(key: string, seen: Set<string>): string | null {
  const isDouble = seen.has(key)
  seen.add(key)
  return isDouble ? 'Another one has the same id.' : null
}

/** Without what a field says nothing of. */
function present<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(given) as { [K in keyof T]?: NonNullable<T[K]> }
}

function headOf(found: Found): ReadArticle['article'] {
  const { text: _, annotations: __, full_sha256, offset_map, ...head } = found
  const offsetMap = offset_map?.map(({ start, full_start, length }): [number, number, number] => [
    start,
    full_start,
    length,
  ])
  return { ...present(head), ...(full_sha256 ? { fullSha256: full_sha256, offsetMap: offsetMap ?? [] } : {}) }
}

function annotationOf(found: FoundAnnotation): ReadAnnotation | null {
  const { label, start, end, fragments, attributes, links, origin, origin_by } = found
  const { id, text, annotator, actor, note, certainty, created, updated } = found
  const roles = rolesOf(found)
  if (!roles) return null
  return {
    ...{ label, start, end },
    ...present({ id, text, annotator, actor, note, certainty, created, updated }),
    roles,
    attributes: Object.fromEntries((attributes ?? []).map(({ name, value }) => [name, value])),
    ...(origin ? { origin: { kind: origin, ...present({ by: origin_by }) } } : {}),
    ...(fragments && fragments.length > 0
      ? { fragments: fragments as ReadAnnotation['fragments'] & {} }
      : {}),
    ...(links && links.length > 0 ? { links } : {}),
  }
}

/** Null where a constant is none that we know. */
function rolesOf({ roles }: FoundAnnotation): Record<string, Filler[]> | null {
  const found = new Map<string, Filler[]>()
  for (const { role, kind, id } of roles ?? []) {
    const filler = fillerOf(kind, id)
    if (!filler) return null
    found.set(role, [...(found.get(role) ?? []), filler])
  }
  return Object.fromEntries(found)
}

function fillerOf(kind: 'mention' | 'actor' | 'constant', id: string): Filler | null {
  if (kind === 'mention') return { mention: id }
  if (kind === 'actor') return { actor: id }
  return id === 'author' || id === 'unknown' ? { constant: id } : null
}
