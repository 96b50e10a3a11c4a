import * as z from 'zod'
import type { Annotation } from '../domain/annotation.ts'
import type { ArticleText } from '../domain/article.ts'
import { type CodePointMap, codePointMap } from '../domain/code-points.ts'
import { COMMENT_KINDS, type Comment, type Judgement, OUTCOMES, type Review } from '../domain/review.ts'
import { annotationFromFile, annotationSchema, annotationToFile } from './annotation-object.ts'
import { type AnnotationPlace, placeFault } from './annotation-place.ts'
import { OFFSETS, offsetsSchema, sha256Schema } from './article-file.ts'
import { stableJson, stableLine } from './json.ts'
import { damaged, type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

/** The folder of an annotator's that holds these files. */
export const REVIEWS_FOLDER = 'reviews'

const name = z.string().min(1)
const id = z.string().min(1)

/** Marks as files have them: offsets in code points, each with the text that it covers. */
export const judgementSchema = z.object({
  id,
  about: z.array(z.object({ annotator: name, id, as: annotationSchema })).min(1),
  outcome: z.enum(OUTCOMES),
  proposal: annotationSchema.exactOptional(),
  made: z.array(id).exactOptional(),
  reason: z.string().exactOptional(),
  by: name,
  created: z.iso.datetime(),
})
export type JudgementObject = z.infer<typeof judgementSchema>

export const commentSchema = z.object({
  id,
  about: z.object({ annotator: name, id: id.nullable() }),
  kind: z.enum(COMMENT_KINDS),
  text: z.string(),
  by: name,
  created: z.iso.datetime(),
})

const reviewsFileSchema = z.object({
  offsets: offsetsSchema,
  article: z.object({ id: z.string(), sha256: sha256Schema }),
  annotator: z.string(),
  judgements: z.array(judgementSchema),
  comments: z.array(commentSchema),
})
type ReviewsFile = z.infer<typeof reviewsFileSchema>

const REVIEWS: FileKind<ReviewsFile> = {
  format: 'glosswright/reviews',
  version: 1,
  noun: 'file of reviews',
  schema: reviewsFileSchema,
  migrations: [],
}

export type ReviewWriter = (review: Review) => string

/**
 * Turns what one annotator says of others' marks in one article into file content: one judgement or comment a line, by
 * id. As a record's annotations, none of them ever changes, so that the line of each is made once.
 */
export function reviewWriter({ article, text }: ArticleText, annotator: string): ReviewWriter {
  const map = codePointMap(text)
  const judged = linesOf((judgement: Judgement) => judgementToFile(judgement, text, map))
  const said = linesOf((comment: Comment) => comment)
  const of = { id: article.id, sha256: article.sha256 }
  const frame = { annotator, article: of, offsets: OFFSETS, judgements: [], comments: [] }
  const empty = stableJson(withHeader(REVIEWS, frame))
  return ({ judgements, comments }) =>
    filled(filled(empty, 'judgements', judged(judgements)), 'comments', said(comments))
}

function linesOf<T extends object>(toFile: (one: T) => unknown): (all: ReadonlyMap<string, T>) => string[] {
  const known = new WeakMap<T, string>()
  const lineOf = (one: T): string => {
    const line = known.get(one) ?? `    ${stableLine(toFile(one))}`
    known.set(one, line)
    return line
  }
  return (all) => [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => lineOf(one))
}

/** No line feed stands in a string of JSON, so that what begins with one is found where it is a key. */
function filled(json: string, key: 'judgements' | 'comments', lines: readonly string[]): string {
  if (lines.length === 0) return json
  const opening = `\n  "${key}": [`
  const at = json.indexOf(`${opening}]`) + opening.length
  return `${json.slice(0, at)}\n${lines.join(',\n')}\n  ${json.slice(at)}`
}

export function judgementToFile(judgement: Judgement, text: string, map: CodePointMap): JudgementObject {
  const { about, proposal } = judgement
  const toFile = (annotation: Annotation, annotator: string) =>
    annotationToFile(annotation, text, map, annotator)
  const object = {
    ...judgement,
    about: about.map((mark) => ({ ...mark, as: toFile(mark.as, mark.annotator) })),
  }
  const whole = proposal ? { ...object, proposal: toFile(proposal, about[0]?.annotator ?? '') } : object
  return whole as JudgementObject
}

/** Reads what one annotator says of others' marks; one that does not hold makes the whole file damaged. */
export function readReviewsFile(json: string, place: AnnotationPlace): Versioned<Review> {
  const read = readVersioned(REVIEWS, json, place.file)
  if (read.kind === 'newer') return { ...read, value: null }
  if (read.kind !== 'current') return read
  const { judgements, comments } = read.value
  const fault = placeFault(read.value, place) ?? sharedId(judgements) ?? sharedId(comments)
  const judged = fault ?? judgementsIn(judgements, place.source.text)
  if (typeof judged === 'string') return damaged(place.file, judged)
  return { kind: 'current', value: { judgements: byId(judged), comments: byId(comments) } }
}

function judgementsIn(objects: readonly JudgementObject[], text: string): readonly Judgement[] | string {
  const map = codePointMap(text)
  const judgements: Judgement[] = []
  for (const object of objects) {
    const judgement = judgementFromFile(object, text, map)
    if (typeof judgement === 'string') return judgement
    judgements.push(judgement)
  }
  return judgements
}

/** The judgement in memory, or the sentence that says which of its marks disagrees with `text`. */
export function judgementFromFile(
  object: JudgementObject,
  text: string,
  map: CodePointMap,
): Judgement | string {
  const about = object.about.map((mark) => ({ ...mark, as: annotationFromFile(mark.as, text, map) }))
  const proposal = object.proposal && annotationFromFile(object.proposal, text, map)
  const fault = [...about.map(({ as }) => as), proposal].find((one) => typeof one === 'string')
  if (typeof fault === 'string') return `In the judgement “${object.id}”, ${lowerFirst(fault)}`
  return { ...object, about, ...(proposal ? { proposal } : {}) } as Judgement
}

const lowerFirst = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`

function sharedId(things: readonly { readonly id: string }[]): string | null {
  const seen = new Set<string>()
  for (const thing of things) {
    if (seen.has(thing.id)) return `Two things that are said have the same id, “${thing.id}”.`
    seen.add(thing.id)
  }
  return null
}

const byId = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]))
