import { type CodePointMap, codePointMap } from '../../domain/code-points.ts'
import { compareText } from '../../domain/compare-text.ts'
import { isEmptySpan, type Span, spanLength, spansEqual } from '../../domain/span.ts'
import { tokensOf } from '../../domain/tokens.ts'
import { withoutWhiteEdges } from '../../domain/white-space.ts'
import type { AnnotationObject } from '../annotation-object.ts'
import type { DatasetArticle } from '../dataset.ts'
import type { Carrying } from './carrying.ts'
import { optionValue } from './format.ts'
import type { Losing } from './losses.ts'
import { type Kept, withoutOverlaps } from './overlaps.ts'
import { keyOf } from './pointed.ts'
import { TOKENS_OPTION } from './tokens-option.ts'

/**
 * The marks that a format can hold where they stand, each annotator's by themselves. A mark becomes runs, one a piece where
 * the format has no marks in pieces; each run keeps what the rule leaves it, and what is left of all of a mark's runs is the
 * mark and, by the rule `split`, further marks of the same label.
 */
export function carriedMarks(
  article: DatasetArticle,
  carrying: Carrying,
  lost: Losing,
): readonly AnnotationObject[] {
  const { carries } = carrying.adapter.format
  const map = codePointMap(article.text)
  const aligned = carries.freeEdges ? article.annotations : alignedMarks(article, carrying, { map, lost })
  if (carries.overlaps && carries.fragments) return aligned
  const runs = aligned.flatMap((mark) => runsOf(mark, carrying, lost))
  const kept = carries.overlaps ? runs.map(whole) : withoutOverlapsOfOne(runs, carrying, lost)
  const cut = ({ start, end }: Span): string => article.text.slice(map.toUtf16(start), map.toUtf16(end))
  const isTaken = takenIn(article.annotations)
  const marks = [...partsOf(kept)].flatMap(([mark, spans]) => {
    const held = carries.freeEdges ? spans : visibleSpans(spans, article.text, map)
    return piecesOf(
      mark,
      held.map((span) => ({ ...span, text: cut(span) })),
      isTaken,
    )
  })
  return carries.overlaps ? marks : marks.sort(compareObjects)
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
  const edges = annotations.flatMap(({ fragments, ...all }) =>
    (fragments ?? [all]).flatMap(({ start, end }) => [start, end]),
  )
  return [...new Set(edges)].map(map.toUtf16).sort((a, b) => a - b)
}

/** One run of a mark; all of it where the format has marks in pieces. */
type Run = Span & { readonly id: string; readonly label: string; readonly mark: AnnotationObject }

function runsOf(mark: AnnotationObject, { adapter, loss }: Carrying, lost: Losing): readonly Run[] {
  const { id, label, fragments } = mark
  const runOf = ({ start, end }: Span): Run => ({ start, end, id, label, mark })
  if (!fragments || adapter.format.carries.fragments) return [runOf(mark)]
  lost('discontinuous', mark)
  if (loss.rule === 'split') return fragments.map(runOf)
  const [longest] = [...fragments].sort((a, b) => spanLength(b) - spanLength(a))
  return longest ? [runOf(longest)] : []
}

const whole = (run: Run): Kept<Run> => ({ mark: run, spans: [run], by: null })

/** What is in the way of several runs of a mark is counted once. */
function withoutOverlapsOfOne(runs: readonly Run[], { loss }: Carrying, lost: Losing): readonly Kept<Run>[] {
  const annotators = [...new Set(runs.map(({ mark }) => mark.annotator))]
  const kept = annotators.flatMap((name) =>
    withoutOverlaps(
      runs.filter(({ mark }) => mark.annotator === name),
      loss,
    ),
  )
  const told = new Set<AnnotationObject>()
  for (const { mark: run, by } of kept) {
    if (by && !told.has(run.mark)) lost(by, run.mark)
    if (by) told.add(run.mark)
  }
  return kept
}

function partsOf(kept: readonly Kept<Run>[]): ReadonlyMap<AnnotationObject, readonly Span[]> {
  const parts = new Map<AnnotationObject, Span[]>()
  for (const { mark: run, spans } of kept) parts.set(run.mark, [...(parts.get(run.mark) ?? []), ...spans])
  return parts
}

/** What is left of a mark around another one may begin or end with the white space between tokens. */
function visibleSpans(spans: readonly Span[], text: string, map: CodePointMap): readonly Span[] {
  return spans.flatMap(({ start, end }) => {
    const visible = withoutWhiteEdges(text, { start: map.toUtf16(start), end: map.toUtf16(end) })
    if (isEmptySpan(visible)) return []
    return [{ start: map.toCodePoint(visible.start), end: map.toCodePoint(visible.end) }]
  })
}

type IsTaken = (annotator: string, id: string) => boolean

function takenIn(annotations: readonly AnnotationObject[]): IsTaken {
  const taken = new Set(annotations.map(({ annotator, id }) => keyOf(annotator, id)))
  return (annotator, id) => taken.has(keyOf(annotator, id))
}

type Piece = Span & { readonly text: string }

/**
 * The first piece is the mark that others point to, and says all that the mark did; the others are marks of the same label
 * by the same annotator, as certain, and mean the same actor.
 */
function piecesOf(
  mark: AnnotationObject,
  pieces: readonly Piece[],
  isTaken: IsTaken,
): readonly AnnotationObject[] {
  const [first, ...others] = pieces
  if (!first) return []
  if (others.length === 0 && spansEqual(first, mark)) return [mark]
  const { fragments: _, ...said } = mark
  const { links: __, note: ___, ...bare } = said
  let number = 2
  const nextId = (): string => {
    const id = `${mark.id}/${number++}`
    return isTaken(mark.annotator, id) ? nextId() : id
  }
  return [
    { ...said, ...first },
    ...others.map((piece) => ({ ...bare, ...piece, roles: {}, attributes: {}, id: nextId() })),
  ]
}
