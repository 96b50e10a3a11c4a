import * as z from 'zod'
import type { Annotation } from '../domain/annotation.ts'
import { AnnotationSet } from '../domain/annotation-set.ts'
import type { ArticleText } from '../domain/article.ts'
import { codePointMap } from '../domain/code-points.ts'
import { type AnnotationRecord, type Corrections, STATUSES } from '../domain/record.ts'
import {
  type AnnotationObject,
  annotationFromFile,
  annotationSchema,
  annotationToFile,
} from './annotation-object.ts'
import { type AnnotationPlace, isSameName, placeFault, workOf } from './annotation-place.ts'
import { known, OFFSETS, offsetSchema, offsetsSchema, sha256Schema } from './article-file.ts'
import { stableJson, stableLine } from './json.ts'
import { damaged, type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

/** Offsets count as those of the place where it is used: code points in files. */
export const correctionsSchema = z.object({
  title: z.string().regex(/\S/, 'a title cannot be empty').exactOptional(),
  byline: known.exactOptional(),
  source: known.exactOptional(),
  publisher: known.exactOptional(),
  published: known.exactOptional(),
  retrieved: known.exactOptional(),
  dateline: known.exactOptional(),
  language: known.exactOptional(),
  url: known.exactOptional(),
  boilerplate: z
    .array(z.object({ start: offsetSchema, end: offsetSchema, kind: known }))
    .readonly()
    .exactOptional(),
})

const earlierSchema = z
  .object({
    article: z.string(),
    dropped: z.array(z.string()).readonly(),
    renamed: z.record(z.string(), z.string()).exactOptional(),
  })
  .nullable()

const head = {
  status: z.enum(STATUSES),
  corrections: correctionsSchema,
  later: z.string().nullable(),
}

const annotationFileSchema = z.object({
  ...head,
  offsets: offsetsSchema,
  article: z.object({ id: z.string(), sha256: sha256Schema }),
  annotator: z.string(),
  notes: z.string(),
  earlier: earlierSchema,
  annotations: z.array(annotationSchema),
})

export type AnnotationFile = z.infer<typeof annotationFileSchema>

const FILE = {
  format: 'glosswright/annotations',
  version: 2,
  noun: 'annotation file',
  migrations: [(old: unknown) => ({ ...(old as object), earlier: null, later: null })],
}
export const ANNOTATION_FILE_VERSION = FILE.version
const ANNOTATIONS: FileKind<AnnotationFile> = { ...FILE, schema: annotationFileSchema }

/** What the list of articles needs of an annotation file; read without the article's text. */
const outlineSchema = z.object({ ...head, annotations: z.array(z.object({ label: z.string() })) })
export type AnnotationOutline = z.infer<typeof outlineSchema>
const OUTLINE: FileKind<AnnotationOutline> = { ...FILE, schema: outlineSchema }

export const readAnnotationOutline = (json: string, file: string): Versioned<AnnotationOutline> =>
  readVersioned(OUTLINE, json, file)

const signSchema = z.object({ annotations: z.array(z.object({ id: z.string(), created: z.string() })) })
const SIGNS: FileKind<z.infer<typeof signSchema>> = { ...FILE, schema: signSchema }

/** What tells each annotation from all others: its id, and when it was made; read without the article's text. */
export function readMarkSigns(json: string, file: string): Versioned<readonly string[]> {
  const read = readVersioned(SIGNS, json, file)
  if (read.kind === 'newer') return { ...read, value: null }
  if (read.kind !== 'current') return read
  return { kind: 'current', value: read.value.annotations.map(({ id, created }) => `${id} ${created}`) }
}

/** What annotations say with the scheme's parts; read without the article's text. */
const saidSchema = z.object({
  annotations: z.array(
    z.object({
      label: z.string(),
      roles: z.record(z.string(), z.array(z.any())),
      attributes: z.record(z.string(), z.string()),
      links: z.array(z.object({ kind: z.string(), to: z.string() })).exactOptional(),
    }),
  ),
})
const SAID: FileKind<z.infer<typeof saidSchema>> = { ...FILE, schema: saidSchema }

export type Said = Pick<Annotation, 'label' | 'roles' | 'attributes' | 'links'>

export function readSaid(json: string, file: string): Versioned<readonly Said[]> {
  const read = readVersioned(SAID, json, file)
  if (read.kind === 'newer') return { ...read, value: null }
  return read.kind === 'current' ? { kind: 'current', value: read.value.annotations } : read
}

export type RecordWriter = (record: AnnotationRecord) => string

/**
 * Turns records of one annotator on one article into file content: one annotation a line, so that a person, `diff`
 * and a sync tool see what changed. An annotation never changes, so its line is made once: writing 10,000 of them
 * again after an edit costs joining them, not serialising them.
 */
export function recordWriter({ article, text }: ArticleText, annotator: string): RecordWriter {
  const map = codePointMap(text)
  const lines = new WeakMap<Annotation, string>()
  const lineOf = (annotation: Annotation): string => {
    const known = lines.get(annotation)
    if (known !== undefined) return known
    const line = `    ${stableLine(annotationToFile(annotation, text, map, annotator))}`
    lines.set(annotation, line)
    return line
  }
  const of = { id: article.id, sha256: article.sha256 }
  return ({ annotations, corrections, ...rest }) => {
    const said = movedCorrections(corrections, map.toCodePoint)
    const frame = {
      ...rest,
      corrections: said,
      annotator,
      article: of,
      offsets: OFFSETS,
      annotations: [] as never[],
    }
    return withLines(stableJson(withHeader(ANNOTATIONS, frame)), Array.from(annotations, lineOf))
  }
}

/** `annotations` is the first of the sorted keys, so its empty list is the first one in the file. */
function withLines(json: string, lines: readonly string[]): string {
  if (lines.length === 0) return json
  const at = json.indexOf('[]')
  return `${json.slice(0, at)}[\n${lines.join(',\n')}\n  ]${json.slice(at + 2)}`
}

/** Reads a record; one annotation that does not hold makes the whole file damaged, and nothing is dropped. */
export function readRecordFile(json: string, place: AnnotationPlace): Versioned<AnnotationRecord> {
  const read = readVersioned(ANNOTATIONS, json, place.file)
  if (read.kind === 'newer') return { ...read, value: null }
  if (read.kind !== 'current') return read
  const fault =
    placeFault(read.value, place) ?? strangerAmong(read.value, place) ?? sharedId(read.value.annotations)
  const { status, notes, corrections, earlier, later } = read.value
  const annotations = fault ?? annotationsIn(read.value, place.source.text)
  if (typeof annotations === 'string') return damaged(place.file, annotations)
  const said = correctionsIn(corrections, place.source.text)
  if (typeof said === 'string') return damaged(place.file, said)
  return { kind: 'current', value: { status, notes, corrections: said, earlier, later, annotations } }
}

function correctionsIn(corrections: Corrections, text: string): Corrections | string {
  const map = codePointMap(text)
  const isOutside = corrections.boilerplate?.some(({ start, end }) => start >= end || end > map.length)
  return isOutside ? 'It marks boilerplate outside the text.' : movedCorrections(corrections, map.toUtf16)
}

function movedCorrections(corrections: Corrections, convert: (offset: number) => number): Corrections {
  const { boilerplate } = corrections
  if (!boilerplate) return corrections
  const moved = boilerplate.map(({ start, end, kind }) => ({
    start: convert(start),
    end: convert(end),
    kind,
  }))
  return { ...corrections, boilerplate: moved }
}

function annotationsIn(file: AnnotationFile, text: string): AnnotationSet | string {
  const map = codePointMap(text)
  const annotations: Annotation[] = []
  for (const object of file.annotations) {
    const annotation = annotationFromFile(object, text, map)
    if (typeof annotation === 'string') return annotation
    annotations.push(annotation)
  }
  return AnnotationSet.from(annotations)
}

function strangerAmong({ annotations }: AnnotationFile, { annotator }: AnnotationPlace): string | null {
  const stranger = annotations.find((annotation) => !isSameName(annotation.annotator, annotator))
  return stranger ? workOf(stranger.annotator) : null
}

function sharedId(annotations: readonly AnnotationObject[]): string | null {
  const seen = new Set<string>()
  for (const { id } of annotations) {
    if (seen.has(id)) return `Two annotations have the same id, “${id}”.`
    seen.add(id)
  }
  return null
}
