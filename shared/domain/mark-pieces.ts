import { type Annotation, fragmentsOf } from './annotation.ts'
import { countBelow } from './count-below.ts'
import { type Lines, lineAt, lineEnd, lineStart } from './lines.ts'
import { type Span, spanLength, spansOverlap } from './span.ts'

/**
 * How marks that overlap are drawn without hiding each other. Every run of text between two edges of marks becomes one
 * piece per mark that covers it, and each piece knows whether its mark begins or ends there. Marks of one lane that
 * overlap are given different levels, the shorter the nearer to the text, so that their lines lie below one another. A
 * mark in fragments keeps its level over the gaps between them, where a thread joins them.
 */
export type Piece = Span & {
  readonly annotation: Annotation
  readonly level: number
  /** Where its line lies and how deep the whole stack is, in heights of a plain line: the deeper, the closer they lie. */
  readonly drop: number
  readonly depth: number
  readonly starts: boolean
  readonly ends: boolean
  /** Between two fragments: text that the mark does not cover. */
  readonly isGap: boolean
}

export type PieceContext = {
  /** Nothing outside is drawn. */
  readonly window: Span
  readonly lines: Lines
  readonly shapeOf: (label: string) => string
  /** Where pieces are cut as well, in order: at the edges of marks that are drawn over the same text. */
  readonly cuts?: readonly number[]
}

type Place = { readonly level: number; readonly drop: number; readonly depth: number }

const ALONE: Place = { level: 0, drop: 0, depth: 1 }

/** The pieces of `annotations`, which come in reading order: where several cover one run, the outer come first. */
export function markPieces(annotations: readonly Annotation[], context: PieceContext): Piece[] {
  const places = placesOf(annotations, context.shapeOf)
  const edges = withCuts(edgesOf(annotations), context.cuts)
  return annotations.flatMap((annotation) =>
    stretchesOf(annotation).flatMap((stretch) =>
      runsWithin(stretch, edges, context).map((run, i, runs) => ({
        ...run,
        ...(places.get(annotation.id) ?? ALONE),
        annotation,
        isGap: stretch.isGap,
        // The outermost runs, not equal offsets: a mark that begins or ends with a line feed has none there.
        starts: !stretch.isGap && i === 0 && stretch.start >= context.window.start,
        ends: !stretch.isGap && i === runs.length - 1 && stretch.end <= context.window.end,
      })),
    ),
  )
}

type Stretch = Span & { readonly isGap: boolean }

/** The fragments of an annotation and the gaps between them, in order. */
function stretchesOf(annotation: Annotation): Stretch[] {
  return fragmentsOf(annotation).flatMap(({ start, end }, i, all) => {
    const fragment = { start, end, isGap: false }
    const before = all[i - 1]
    return before ? [{ start: before.end, end: start, isGap: true }, fragment] : [fragment]
  })
}

function placesOf(
  annotations: readonly Annotation[],
  shapeOf: (label: string) => string,
): ReadonlyMap<string, Place> {
  const isTint = ({ label }: Annotation) => shapeOf(label) === 'tint'
  // Tints lie behind the text, all lines below it.
  const lanes = [annotations.filter(isTint), annotations.filter((one) => !isTint(one))]
  return new Map(lanes.flatMap(clustersOf).flatMap((cluster) => placesIn(cluster, shapeOf)))
}

/** Cuts marks in reading order wherever none of them reaches over. */
function clustersOf(lane: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const clusters: Annotation[][] = []
  let reach = -1
  for (const annotation of lane) {
    if (annotation.start >= reach) clusters.push([])
    clusters.at(-1)?.push(annotation)
    reach = Math.max(reach, annotation.end)
  }
  return clusters
}

function placesIn(
  cluster: readonly Annotation[],
  shapeOf: (label: string) => string,
): (readonly [string, Place])[] {
  const levels = levelsIn(cluster)
  const drops = [0]
  for (const [annotation, level] of [...levels].sort(([, a], [, b]) => a - b)) {
    const foot = (drops[level] as number) + heightOf(shapeOf(annotation.label))
    drops[level + 1] = Math.max(drops[level + 1] ?? 0, foot)
  }
  const depth = drops.at(-1) as number
  return Array.from(
    levels,
    ([{ id }, level]) => [id, { level, drop: drops[level] as number, depth }] as const,
  )
}

const heightOf = (shape: string): number => (shape === 'wave' ? 1.7 : 1)

/** For each the lowest level that no overlapping mark has taken, shorter marks first. */
function levelsIn(cluster: readonly Annotation[]): ReadonlyMap<Annotation, number> {
  const levels = new Map<Annotation, number>()
  for (const annotation of cluster.toSorted((a, b) => spanLength(a) - spanLength(b))) {
    const taken = new Set<number>()
    for (const [other, level] of levels) if (spansOverlap(other, annotation)) taken.add(level)
    let level = 0
    while (taken.has(level)) level++
    levels.set(annotation, level)
  }
  return levels
}

/** Where any of `annotations` begins or ends, in order. */
export function edgesOf(annotations: readonly Annotation[]): readonly number[] {
  const edges = new Set<number>()
  for (const annotation of annotations) {
    for (const { start, end } of fragmentsOf(annotation)) edges.add(start).add(end)
  }
  return [...edges].sort((a, b) => a - b)
}

function withCuts(edges: readonly number[], cuts: readonly number[] = []): readonly number[] {
  return cuts.length === 0 ? edges : [...new Set([...edges, ...cuts])].sort((a, b) => a - b)
}

/** What of `span` lies in the window, cut at every edge and at line ends. */
function runsWithin(span: Span, edges: readonly number[], { window, lines }: PieceContext): Span[] {
  const runs: Span[] = []
  const last = Math.min(span.end, window.end)
  for (let line = lineAt(lines, Math.max(span.start, window.start)); lineStart(lines, line) < last; line++) {
    const end = Math.min(last, lineEnd(lines, line))
    let start = Math.max(span.start, window.start, lineStart(lines, line))
    let next = countBelow(edges.length, (i) => (edges[i] as number) <= start)
    while (start < end) {
      const stop = Math.min(edges[next++] ?? end, end)
      runs.push({ start, end: stop })
      start = stop
    }
  }
  return runs
}
