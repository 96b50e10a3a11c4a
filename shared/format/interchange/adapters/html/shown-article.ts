import type { ActPlace } from '#shared/domain/act-sentence.ts'
import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { AnnotationSet } from '#shared/domain/annotation-set.ts'
import { codePointMap } from '#shared/domain/code-points.ts'
import { isAct, type Scheme, shownLabel } from '#shared/domain/scheme.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { resolvedId, type UnitedRegistry } from '#shared/domain/united-registry.ts'
import { annotationFromFile } from '#shared/format/annotation-object.ts'
import type { DatasetArticle } from '#shared/format/dataset.ts'
import { annotatorsOf } from '#shared/format/interchange/annotator-parts.ts'
import type { ExportFrame } from '../../adapter.ts'

/** A mark with what the page calls it. */
export type ShownMark = {
  readonly annotation: Annotation
  readonly annotator: string
  /** Where it stands, and where it is told. */
  readonly anchor: string
  readonly entry: string
  /** Acts are numbered, so that the words and their card find each other on paper too. */
  readonly number: number | null
  readonly title: string
}

/** One article, or what one annotator says of it, made ready to be written. */
export type ShownArticle = {
  readonly article: DatasetArticle
  readonly anchor: string
  readonly frame: ShownFrame
  readonly boilerplate: readonly Span[]
  readonly marks: readonly ShownMark[]
  readonly byKey: ReadonlyMap<string, ShownMark>
  /** By annotator: where their acts are told. */
  readonly places: ReadonlyMap<string, ActPlace>
  readonly isManys: boolean
}

export type ShownFrame = { readonly scheme: Scheme; readonly union: UnitedRegistry }

export const shownFrame = ({ scheme, actors }: ExportFrame): ShownFrame => ({
  scheme,
  union: {
    actors: new Map(actors.map((actor) => [actor.id, { ...actor, settled: {} }])),
    contradictions: new Map(),
    skips: [],
  },
})

/** @param anchor begins all ids of its part of the page. */
export function shownArticle(article: DatasetArticle, anchor: string, frame: ShownFrame): ShownArticle {
  const { text } = article
  const map = codePointMap(text)
  const annotators = annotatorsOf(article)
  const all = article.annotations.map((object) => {
    const annotation = annotationFromFile(object, text, map)
    if (typeof annotation === 'string') throw new Error(annotation)
    return { annotation, annotator: object.annotator }
  })
  const placeOf = (name: string): ActPlace => ({
    ...frame,
    text,
    earlier: null,
    annotations: AnnotationSet.from(
      all.flatMap(({ annotation, annotator }) => (annotator === name ? [annotation] : [])),
    ),
  })
  let acts = 0
  const marks = all.map((one, i) => {
    const number = isTold(one.annotation, frame) ? ++acts : null
    const title = markTitle(one, number, { frame, isManys: annotators.length > 1 })
    return { ...one, number, title, anchor: `${anchor}m${i + 1}`, entry: `${anchor}e${i + 1}` }
  })
  const inMemory = ({ start, end }: Span): Span => ({ start: map.toUtf16(start), end: map.toUtf16(end) })
  const boilerplate = article.boilerplate.map(inMemory).filter((span) => !isEmptySpan(span))
  const places = new Map(annotators.map((name) => [name, placeOf(name)]))
  const byKey = new Map(marks.map((mark) => [markKey(mark.annotator, mark.annotation.id), mark]))
  return { article, anchor, frame, boilerplate, marks, byKey, places, isManys: annotators.length > 1 }
}

/** An id is its own among the marks of one annotator. */
export const markKey = (annotator: string, id: string): string => `${annotator}\n${id}`

/** Acts have cards, and so has what says something of others though the scheme has no place for it. */
const isTold = ({ label, roles, links }: Annotation, { scheme }: ShownFrame): boolean =>
  isAct(scheme, label) || Object.keys(roles).length > 0 || links !== undefined

type Naming = { readonly frame: ShownFrame; readonly isManys: boolean }

/** “Actor: Norland”, “Commitment 2, unsure, by Mira” */
function markTitle(
  { annotation, annotator }: Pick<ShownMark, 'annotation' | 'annotator'>,
  number: number | null,
  { frame, isManys }: Naming,
): string {
  const name = actorName(annotation.actor, frame)
  const said = [
    `${shownLabel(frame.scheme, annotation.label).title}${number === null ? '' : ` ${number}`}`,
    ...(annotation.certainty === 'unsure' ? ['unsure'] : []),
    ...(isManys ? [`by ${annotator}`] : []),
  ]
  return `${said.join(', ')}${name === null ? '' : `: ${name}`}`
}

/** Null where nobody is meant; an id that the registry does not have is shown as it is. */
export function actorName(id: string | undefined, { union }: ShownFrame): string | null {
  if (id === undefined) return null
  return union.actors.get(resolvedId(union, id))?.name ?? id
}

/** False for what covers nothing but line ends, which nothing can be drawn on. */
export const isDrawn = ({ annotation }: ShownMark, text: string): boolean =>
  fragmentsOf(annotation).some(({ start, end }) => /[^\n]/.test(text.slice(start, end)))

/** The class that gives a label's marks their hue. */
export function hueClass(label: string, { labels }: Scheme): string {
  const index = labels.findIndex(({ id }) => id === label)
  return index < 0 ? 'hx' : `h${index}`
}
