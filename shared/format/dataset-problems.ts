import type * as z from 'zod'
import { newActor } from '../domain/actor.ts'
import type { Filler } from '../domain/annotation.ts'
import { type CodePointMap, codePointMap } from '../domain/code-points.ts'
import type { Scheme } from '../domain/scheme.ts'
import { labelOf } from '../domain/scheme.ts'
import { type AnnotationObject, annotationFromFile, annotationSchema } from './annotation-object.ts'
import {
  type ArticleHead,
  articleHeadSchema,
  DATASET_FORMAT,
  DATASET_VERSION,
  type DatasetFrame,
  datasetFrameSchema,
} from './dataset.ts'
import { offsetMapProblems } from './offset-map-problems.ts'
import { schemeFromVersion1 } from './scheme-schema.ts'

/** The SHA-256 of a text's UTF-8 bytes, hexadecimal. */
export type Sha256 = (text: string) => string

/**
 * All that is wrong with a dataset, one plain sentence each; empty when it holds. Besides the shape: every hash, every
 * slice, and that whatever is pointed to is there. An annotation's id is its own among the annotations that its
 * annotator made in its article, and what it points to is looked for there.
 */
export function validateDataset(json: unknown, sha256: Sha256): string[] {
  const frame = readFrame(json)
  if (!frame.ok) return frame.problems
  const checker = datasetChecker(frame.value, sha256)
  return [...actorProblems(frame.value), ...frame.value.articles.flatMap(checker)]
}

/** A value, or what is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: string[] }

/** A dataset's frame, its articles unread. */
export function readFrame(json: unknown): Read<DatasetFrame> {
  const { format, version } = Object(json) as { format?: unknown; version?: unknown }
  if (format !== DATASET_FORMAT) return { ok: false, problems: ['This is not a Glosswright dataset.'] }
  if (typeof version === 'number' && version > DATASET_VERSION) {
    return {
      ok: false,
      problems: ['This dataset was written by a newer Glosswright; update Glosswright to check it.'],
    }
  }
  const upToDate = version === 1 ? fromVersion1(json) : version === 2 ? fromVersion2(json) : json
  return read(datasetFrameSchema, upToDate, '')
}

/** Version 2 knew no main text. */
const fromVersion2 = (json: unknown): unknown => ({ ...Object(json), version: DATASET_VERSION })

/** Version 1 said less of a scheme, and of actors their ids alone. */
function fromVersion1(json: unknown): unknown {
  const { scheme, actors, ...rest } = Object(json) as { scheme?: unknown; actors?: unknown }
  const completed = (actor: unknown) => {
    const { id } = Object(actor) as { id?: unknown }
    return { ...newActor({ id: '', name: `${id}`, now: LONG_AGO }), ...Object(actor) }
  }
  return {
    ...rest,
    version: DATASET_VERSION,
    scheme: schemeFromVersion1(scheme),
    actors: Array.isArray(actors) ? actors.map(completed) : actors,
  }
}
const LONG_AGO = '1970-01-01T00:00:00.000Z'

/**
 * Gives the problems of one article after another; articles may be dropped once they were looked at. Without `sha256`
 * hashes are not looked at.
 */
export function datasetChecker(
  { scheme, actors }: Pick<DatasetFrame, 'scheme' | 'actors'>,
  sha256: Sha256 | null,
): (article: unknown) => string[] {
  const actorIds = new Set(actors.map(({ id }) => id))
  const articleIds = new Set<string>()
  let index = 0
  return (article) => {
    const head = read(articleHeadSchema, article, `articles[${index++}]`)
    if (!head.ok) return head.problems
    const twice = articleIds.has(head.value.id) ? [`Two articles have the id “${head.value.id}”.`] : []
    articleIds.add(head.value.id)
    return [...twice, ...articleProblems(head.value, { scheme, actorIds, sha256 })]
  }
}

type Known = {
  readonly scheme: Scheme
  readonly actorIds: ReadonlySet<string>
  readonly sha256: Sha256 | null
}

function articleProblems(article: ArticleHead, known: Known): string[] {
  const map = codePointMap(article.text)
  const read = readAnnotations(article)
  const ids = new Set(read.annotations.map(keyOf))
  return [
    ...textProblems(article, map, known.sha256),
    ...read.problems,
    ...sharedIds(article, read.annotations),
    ...read.annotations.flatMap((annotation) => {
      const problems = annotationProblems(annotation, { article, map, ids, known })
      return problems.map((problem) => `“${article.id}”: ${problem}`)
    }),
  ]
}

function textProblems(article: ArticleHead, map: CodePointMap, hash: Sha256 | null): string[] {
  const { id, text, sha256, boilerplate } = article
  const outside = boilerplate.filter(({ start, end }) => start >= end || end > map.length)
  return [
    ...(!hash || hash(text) === sha256
      ? []
      : [`“${id}”: the text is not the one that its sha256 was made of.`]),
    ...offsetMapProblems(article, map),
    ...outside.map(
      ({ start, end }) =>
        `“${id}”: the boilerplate from ${start} to ${end} is empty or lies outside the text.`,
    ),
  ]
}

function readAnnotations(article: ArticleHead): { annotations: AnnotationObject[]; problems: string[] } {
  const annotations: AnnotationObject[] = []
  const problems: string[] = []
  for (const [i, object] of article.annotations.entries()) {
    const annotation = read(annotationSchema, object, `“${article.id}”, annotations[${i}]`)
    if (annotation.ok) annotations.push(annotation.value)
    else problems.push(...annotation.problems)
  }
  return { annotations, problems }
}

/** Two annotators may use one id; one annotator may not. */
const keyOf = ({ annotator, id }: Pick<AnnotationObject, 'annotator' | 'id'>): string => `${annotator}\n${id}`

function sharedIds(article: ArticleHead, annotations: readonly AnnotationObject[]): string[] {
  const seen = new Set<string>()
  return annotations.flatMap((annotation) => {
    const isShared = seen.has(keyOf(annotation))
    seen.add(keyOf(annotation))
    return isShared
      ? [`“${article.id}”: two annotations of one annotator have the id “${annotation.id}”.`]
      : []
  })
}

/** What is wrong with a dataset's actors, which no schema can say. */
export function actorProblems({ actors }: Pick<DatasetFrame, 'actors'>): string[] {
  const seen = new Set<string>()
  return actors.flatMap(({ id }) => {
    const isShared = seen.has(id)
    seen.add(id)
    return isShared ? [`Two actors have the id “${id}”.`] : []
  })
}

type Around = {
  readonly article: ArticleHead
  readonly map: CodePointMap
  readonly ids: ReadonlySet<string>
  readonly known: Known
}

function annotationProblems(annotation: AnnotationObject, { article, map, ids, known }: Around): string[] {
  const standing = annotationFromFile(annotation, article.text, map)
  const { id, label, actor, annotator, links = [], roles } = annotation
  const named = `the annotation “${id}”`
  const isThere = (mention: string): boolean => ids.has(keyOf({ annotator, id: mention }))
  const isKnown = (filler: Filler): boolean =>
    'mention' in filler ? isThere(filler.mention) : !('actor' in filler) || known.actorIds.has(filler.actor)
  const emptyRoles = Object.entries(roles).filter(([, fillers]) => !fillers.every(isKnown))
  const brokenLinks = links.filter(({ to }) => !isThere(to))
  const strayActor = actor !== undefined && !known.actorIds.has(actor)
  return [
    ...(typeof standing === 'string' ? [`${standing.charAt(0).toLowerCase()}${standing.slice(1)}`] : []),
    ...(labelOf(known.scheme, label)
      ? []
      : [`${named} has the label “${label}”, which the scheme does not know.`]),
    ...(strayActor ? [`${named} names the actor “${actor}”, who is not in the registry.`] : []),
    ...emptyRoles.map(([role]) => `${named} has somebody as “${role}” who is not there.`),
    ...brokenLinks.map(({ kind, to }) => `${named} is linked (“${kind}”) to “${to}”, which is not there.`),
  ]
}

function read<T>(schema: z.ZodType<T>, value: unknown, place: string): Read<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, problems: parsed.error.issues.map((issue) => schemaProblem(issue, place)) }
}

/** “articles[3].annotations[0].start: expected number, received string.” */
function schemaProblem({ path, message }: z.core.$ZodIssue, place: string): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  const where = `${place}${steps}`.replace(/^\./, '')
  return `${where || 'The dataset'}: ${message.replace(/^Invalid input: /, '')}.`
}
