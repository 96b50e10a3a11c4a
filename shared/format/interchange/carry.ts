import type { Filler } from '../../domain/annotation.ts'
import { type CodePointMap, codePointMap } from '../../domain/code-points.ts'
import { compareText } from '../../domain/compare-text.ts'
import { isEmptySpan, type Span, spanLength } from '../../domain/span.ts'
import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import type { Adapter } from './adapter.ts'
import { type Carries, type OptionValues, optionValue } from './format.ts'
import { exampleOf, type LossKind, type LossTally } from './losses.ts'
import { type LossSettings, withoutOverlaps } from './overlaps.ts'
import { TOKENS_OPTION, tokensOf } from './tokens.ts'
import { withoutWhiteEdges } from './white-space.ts'

/**
 * An article as a format will hold it: what the format cannot carry is taken out here, before anything is written, and
 * counted as it goes. So an adapter writes all that it is given, what it reads back must be just that, and what is foretold
 * is what is lost.
 */
export type Carrying = {
  readonly adapter: Pick<Adapter, 'format' | 'fit'>
  readonly options: OptionValues
  readonly loss: LossSettings
  readonly tally: LossTally
}

/** Null where the format cannot hold the article at all. Offsets are code points, as in the dataset. */
export function carriedArticle(article: DatasetArticle, carrying: Carrying): DatasetArticle | null {
  const { adapter, options } = carrying
  const lost = losingIn(article, carrying.tally)
  const standing = carriedMarks(article, carrying, lost)
  const stripped = standing.map((one) => carriedAnnotation(one, adapter.format.carries, lost))
  const pruned = withoutDangling(stripped, lost)
  const carried = { ...article, ...carriedHead(article, adapter.format.carries), annotations: [...pruned] }
  const fit = adapter.fit?.(carried, options)
  for (const { kind, annotation } of fit?.lost ?? []) lost(kind as LossKind, annotation)
  return fit ? fit.article : carried
}

export type Losing = (kind: LossKind, annotation: AnnotationObject, count?: number) => void

const losingIn =
  (article: DatasetArticle, tally: LossTally): Losing =>
  (kind, annotation, count = 1) =>
    tally.add(kind, count, count > 0 ? exampleOf(annotation, article) : undefined)

function carriedHead(
  { boilerplate, status, ...metadata }: DatasetArticle,
  carries: Carries,
): Partial<DatasetArticle> {
  const { byline, source, publisher, published, dateline, language, url } = metadata
  const known = { byline, source, publisher, published, dateline, language, url }
  const nothing = Object.fromEntries(Object.keys(known).map((field) => [field, null]))
  return {
    ...(carries.metadata ? known : nothing),
    boilerplate: carries.boilerplate ? boilerplate : [],
    status: carries.status ? status : 'new',
  }
}

/** The marks that the format can hold where they stand, each annotator's by themselves. */
function carriedMarks(
  article: DatasetArticle,
  carrying: Carrying,
  lost: Losing,
): readonly AnnotationObject[] {
  const { carries } = carrying.adapter.format
  const map = codePointMap(article.text)
  const aligned = carries.freeEdges ? article.annotations : alignedMarks(article, carrying, { map, lost })
  const whole = carries.fragments ? aligned : aligned.flatMap((one) => inOnePiece(one, carrying.loss, lost))
  if (carries.overlaps) return whole
  const annotators = [...new Set(whole.map(({ annotator }) => annotator))]
  const apart = annotators.flatMap((name) =>
    withoutOverlaps(
      whole.filter(({ annotator }) => annotator === name),
      carrying.loss,
    ),
  )
  const cut = ({ start, end }: Span): string => article.text.slice(map.toUtf16(start), map.toUtf16(end))
  const pieces = apart.flatMap(({ mark, spans, by }) => {
    if (by) lost(by, mark)
    const held = carries.freeEdges ? spans : visibleSpans(spans, article.text, map)
    return piecesOf(
      mark,
      held.map((span) => ({ ...span, text: cut(span) })),
    )
  })
  return pieces.sort(compareObjects)
}

/** What is left of a mark around another one may begin or end with the white space between tokens. */
function visibleSpans(spans: readonly Span[], text: string, map: CodePointMap): readonly Span[] {
  return spans.flatMap(({ start, end }) => {
    const visible = withoutWhiteEdges(text, { start: map.toUtf16(start), end: map.toUtf16(end) })
    if (isEmptySpan(visible)) return []
    return [{ start: map.toCodePoint(visible.start), end: map.toCodePoint(visible.end) }]
  })
}

/** In reading order, outer before inner; ties are broken by id, then by annotator, so that every machine sorts alike. */
export function compareObjects(a: AnnotationObject, b: AnnotationObject): number {
  return (
    a.start - b.start || b.end - a.end || compareText(a.id, b.id) || compareText(a.annotator, b.annotator)
  )
}

type Aligning = { readonly map: CodePointMap; readonly lost: Losing }

function alignedMarks(
  { text, annotations }: DatasetArticle,
  { adapter, options }: Carrying,
  { map, lost }: Aligning,
): readonly AnnotationObject[] {
  const isSplit = optionValue(adapter.format, options, TOKENS_OPTION.id) === 'split'
  const cuts = isSplit ? cutsOf(annotations, map) : []
  const tokens = tokensOf(text, cuts)
  const starts = new Set(tokens.map(({ start }) => map.toCodePoint(start)))
  const ends = new Set(tokens.map(({ end }) => map.toCodePoint(end)))
  return annotations.filter((annotation) => {
    const runs = annotation.fragments ?? [annotation]
    const isAligned = runs.every(({ start, end }) => starts.has(start) && ends.has(end))
    if (!isAligned) lost('misaligned', annotation)
    return isAligned
  })
}

/** Where marks begin and end, as UTF-16 offsets, sorted: where tokens are cut so that none of them begins within one. */
export function cutsOf(annotations: readonly AnnotationObject[], map: CodePointMap): readonly number[] {
  const edges = annotations.flatMap(({ fragments, ...whole }) =>
    (fragments ?? [whole]).flatMap(({ start, end }) => [start, end]),
  )
  return [...new Set(edges)].map(map.toUtf16).sort((a, b) => a - b)
}

function inOnePiece(
  annotation: AnnotationObject,
  { rule }: LossSettings,
  lost: Losing,
): readonly AnnotationObject[] {
  const { fragments } = annotation
  if (!fragments) return [annotation]
  lost('discontinuous', annotation)
  if (rule === 'split') return piecesOf(annotation, fragments)
  const [longest] = [...fragments].sort((a, b) => spanLength(b) - spanLength(a))
  return piecesOf(annotation, longest ? [longest] : [])
}

type Piece = Span & { readonly text: string }

/** The first piece is the mark that others point to; what is said of the mark is said of each. */
function piecesOf(annotation: AnnotationObject, pieces: readonly Piece[]): readonly AnnotationObject[] {
  const { fragments: _, ...rest } = annotation
  return pieces.map(({ start, end, text }, i) => ({
    ...rest,
    start,
    end,
    text,
    id: i === 0 ? annotation.id : `${annotation.id}/${i + 1}`,
  }))
}

function carriedAnnotation(annotation: AnnotationObject, carries: Carries, lost: Losing): AnnotationObject {
  const { actor, links, note, ...rest } = annotation
  const roles = carriedRoles(rest.roles, carries)
  lost('roles', annotation, fillersIn(rest.roles) - fillersIn(roles))
  for (const [kind, count] of uncarried(annotation, carries)) lost(kind, annotation, count)
  return {
    ...rest,
    roles,
    attributes: carries.attributes ? rest.attributes : {},
    certainty: carries.certainty ? rest.certainty : 'sure',
    ...(carries.links && links ? { links } : {}),
    ...(carries.actors && actor !== undefined ? { actor } : {}),
    ...(carries.notes && note !== undefined ? { note } : {}),
  }
}

/** What is said of an annotation that the format has no room for. */
function uncarried(
  { links, attributes, actor, note, certainty, annotator }: AnnotationObject,
  carries: Carries,
): readonly (readonly [LossKind, number])[] {
  const said: readonly (readonly [LossKind, boolean, number])[] = [
    ['links', carries.links, links?.length ?? 0],
    ['attributes', carries.attributes, Object.keys(attributes).length],
    ['actors', carries.actors, actor === undefined ? 0 : 1],
    ['notes', carries.notes, note === undefined ? 0 : 1],
    ['unsure', carries.certainty, certainty === 'unsure' ? 1 : 0],
    ['annotators', carries.annotators, annotator === '' ? 0 : 1],
  ]
  return said.flatMap(([kind, isCarried, count]) => (isCarried ? [] : [[kind, count] as const]))
}

type Roles = AnnotationObject['roles']

const fillersIn = (roles: Roles): number => Object.values(roles).flat().length

function carriedRoles(roles: Roles, carries: Carries): Roles {
  if (carries.roles === 'all') return roles
  if (carries.roles === 'none') return {}
  return keptFillers(roles, (filler) => 'mention' in filler)
}

function keptFillers(roles: Roles, isKept: (filler: Filler) => boolean): Roles {
  const kept = Object.entries(roles).map(([role, fillers]) => [role, fillers.filter(isKept)] as const)
  return Object.fromEntries(kept.filter(([, fillers]) => fillers.length > 0))
}

/** Roles and links point to marks that are carried, too. */
export function withoutDangling(
  annotations: readonly AnnotationObject[],
  lost: Losing,
): readonly AnnotationObject[] {
  const keyOf = (annotator: string, id: string): string => `${annotator}\n${id}`
  const kept = new Set(annotations.map(({ annotator, id }) => keyOf(annotator, id)))
  return annotations.map((annotation) => {
    const isThere = (id: string): boolean => kept.has(keyOf(annotation.annotator, id))
    const roles = keptFillers(annotation.roles, (filler) => !('mention' in filler) || isThere(filler.mention))
    const links = annotation.links?.filter(({ to }) => isThere(to))
    lost('roles', annotation, fillersIn(annotation.roles) - fillersIn(roles))
    lost('links', annotation, (annotation.links?.length ?? 0) - (links?.length ?? 0))
    const { links: _, ...rest } = annotation
    return { ...rest, roles, ...(links && links.length > 0 ? { links } : {}) }
  })
}
