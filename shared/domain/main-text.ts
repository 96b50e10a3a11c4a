import { type Annotation, fragmentsOf } from './annotation.ts'
import { countBelow } from './count-below.ts'
import { foldsIn } from './folds.ts'
import { type Lines, linesOf } from './lines.ts'
import { hullOf, isEmptySpan, type Span } from './span.ts'

/**
 * The main text of an article: its text without the boilerplate. What is left is copied piece by piece and nothing else
 * is put in, so each of its characters has one place in the full text, and the pieces say which. A line of nothing but
 * boilerplate goes with its line end; the text's last line, which has none, goes with the one before it.
 */
export type MainText = { readonly text: string; readonly pieces: readonly TextPiece[] }

/** So many UTF-16 units at `start` of the main text stand at `full` of the full text. */
export type TextPiece = { readonly start: number; readonly full: number; readonly length: number }

export function mainTextOf(text: string, boilerplate: readonly Span[]): MainText {
  const pieces: TextPiece[] = []
  const kept: string[] = []
  let start = 0
  for (const { start: full, end } of keptSpans(text, cutsIn(text, joined(boilerplate)))) {
    pieces.push({ start, full, length: end - full })
    kept.push(text.slice(full, end))
    start += end - full
  }
  return { text: kept.join(''), pieces }
}

/** An annotation as it stands in the main text, null where all its words lie in boilerplate. */
export function inMainText({ pieces }: MainText, annotation: Annotation): MovedAnnotation | null {
  const moved = fragmentsOf(annotation).flatMap((fragment) => spanIn(pieces, fragment) ?? [])
  if (moved.length === 0) return null
  const fragments = joined(moved)
  const { fragments: before = [annotation], ...rest } = annotation
  return {
    annotation: { ...rest, ...hullOf(fragments), ...(fragments.length > 1 ? { fragments } : {}) },
    isClipped: lengthOf(fragments) < lengthOf(before),
  }
}

export type MovedAnnotation = { readonly annotation: Annotation; readonly isClipped: boolean }

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** What of a span of the full text is left, in offsets of the main text. */
function spanIn(pieces: readonly TextPiece[], span: Span): Span | null {
  const first = countBelow(pieces.length, (i) => endOf(pieces[i] as TextPiece) <= span.start)
  const next = countBelow(pieces.length, (i) => (pieces[i] as TextPiece).full < span.end)
  const [from, to] = [pieces[first], pieces[next - 1]]
  if (!from || !to || next <= first) return null
  const start = from.start + Math.max(0, span.start - from.full)
  const end = to.start + Math.min(to.length, span.end - to.full)
  return isEmptySpan({ start, end }) ? null : { start, end }
}

const endOf = ({ full, length }: TextPiece): number => full + length

/** Sorted and disjoint, and those that touch are one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && start <= last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else all.push({ start, end })
  }
  return all
}

function cutsIn(text: string, boilerplate: readonly Span[]): readonly Span[] {
  const lines = linesOf(text)
  const named = boilerplate.map((span) => ({ ...span, kind: '', reason: '' }))
  const whole = foldsIn({ text, lines, boilerplate: named }).map((fold) => withLineEnd(text, lines, fold))
  return joined([...boilerplate, ...whole])
}

function withLineEnd(text: string, lines: Lines, { start, end }: Span): Span {
  if (end <= text.length) return { start, end }
  const before = start > 0 && text[start - 2] === '\r' ? start - 2 : start - 1
  return { start: lines.starts.length > 1 ? Math.max(0, before) : start, end: text.length }
}

function keptSpans(text: string, cuts: readonly Span[]): readonly Span[] {
  const starts = [0, ...cuts.map(({ end }) => end)]
  const ends = [...cuts.map(({ start }) => start), text.length]
  return starts.map((start, i) => ({ start, end: ends[i] as number })).filter((span) => !isEmptySpan(span))
}
