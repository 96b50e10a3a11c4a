import type { Annotation } from '#shared/domain/annotation.ts'
import { edgeAfter, edgesOf, isStartEdge, lastEdgeOf, type Moved, moveEdge } from '#shared/domain/edges.ts'
import { withSpans } from '#shared/domain/fragments.ts'
import { type Course, courseOf, type Motion } from '#shared/domain/motions.ts'
import { caretAt, selectFrom, selectionOf } from '#shared/domain/selection.ts'
import { isEmptySpan, type Span, spansEqual } from '#shared/domain/span.ts'
import { clauseEndAfter, widened } from '#shared/domain/widening.ts'
import { wholeGraphemes } from '#shared/domain/words.ts'
import { change, titleOf } from './annotating.ts'
import { desk, type OpenArticle, say, updateOpen } from './desk.ts'
import { choose, selectedAnnotation } from './selecting.ts'

/**
 * A selected mark and selected text are given their extent by the same keys. What moves one edge of a mark in one direction
 * in a row is undone in one go.
 */

const NO_FURTHER = 'There is nothing further on that side.'

/** Moves the edge of the selected mark that keys move. */
export function moveActiveEdge(open: OpenArticle, motion: Motion): void {
  const annotation = selectedAnnotation(open)
  if (!annotation) return
  const from = edgesOf(annotation)[open.edge] as number
  shift(open, open.edge, courseOf(open.text, from, motion))
}

/** Lets what is selected start or end one word later or earlier; from a caret on, words are selected. */
export function shiftByWord(side: 'start' | 'end', isForward: boolean): void {
  const { open } = desk.getState()
  if (!open) return
  const course: Course = { isForward, unit: 'word' }
  const annotation = selectedAnnotation(open)
  if (annotation) shift(open, side === 'start' ? 0 : lastEdgeOf(annotation), course)
  else shiftText(open, side, course)
}

function shift(open: OpenArticle, edge: number, course: Course): void {
  const annotation = selectedAnnotation(open) as Annotation
  const from = edgesOf(annotation)[edge] as number
  const to = edgeAfter(open.text, from, isStartEdge(edge), course)
  reshape(annotation, moveEdge(annotation, edge, to), `${edge} ${course.isForward}`)
}

/** Puts an edge of the selected mark at an offset, as far as it can go there. */
export function putEdge(edge: number, offset: number): void {
  const { open } = desk.getState()
  const annotation = selectedAnnotation(open)
  if (!open || !annotation) return
  const { start, end } = wholeGraphemes(open.text, { start: offset, end: offset })
  const to = isStartEdge(edge) ? start : end
  const moved = edgesOf(annotation)[edge] === to ? undefined : moveEdge(annotation, edge, to)
  if (moved) reshape(annotation, moved, `${edge} dragged`)
}

/** `going`: the same where several of these in a row are undone in one go. */
function reshape(annotation: Annotation, moved: Moved | undefined, going?: string) {
  if (!moved) return say(`Here this ${titleOf(annotation.label)} would end before it starts.`)
  if (spansEqual(annotation, moved.annotation) && moved.annotation.fragments === annotation.fragments) {
    return say(NO_FURTHER)
  }
  const typing = going && `extent ${annotation.id} ${going}`
  if (!keepShape(annotation, moved.annotation, typing)) return
  const at = edgesOf(moved.annotation)[moved.edge] as number
  updateOpen(() => ({ edge: moved.edge, selection: caretAt(at) }))
  desk.setState({ reveal: { span: caretAt(at), isStep: true } })
}

/** Commits `annotation` with the extent of `after`; see `Step` for `typing`. */
const keepShape = (annotation: Annotation, after: Annotation, typing?: string): boolean =>
  change(annotation, after, { name: `Adjust ${titleOf(annotation.label)}`, ...(typing ? { typing } : {}) })

function shiftText(
  { text, selection: { start, end } }: OpenArticle,
  side: 'start' | 'end',
  course: Course,
): void {
  const isStart = side === 'start'
  const to = edgeAfter(text, isStart ? start : end, isStart, course)
  const [from, until] = isStart ? [to, end] : [start, to]
  if (from > until) return
  choose(null, isStart ? selectFrom(until, from) : selectFrom(from, until))
  desk.setState({ reveal: { span: caretAt(to), isStep: true } })
}

/** Which of the edges keys move: the next one of the selected mark, or the other side of the selected text. */
export function otherEnd(): void {
  const { open } = desk.getState()
  if (!open) return
  const annotation = selectedAnnotation(open)
  if (annotation) {
    const edges = edgesOf(annotation)
    const edge = (open.edge + 1) % edges.length
    updateOpen(() => ({ edge, selection: caretAt(edges[edge] as number) }))
  } else updateOpen(({ selection: { anchor, head } }) => ({ selection: selectFrom(head, anchor) }))
  const { selection } = desk.getState().open as OpenArticle
  desk.setState({ reveal: { span: caretAt(selection.head), isStep: true } })
}

/** The extents that the widest of them was reached by, so that narrowing goes back the same way. */
let trail: readonly Span[] = []

/** Lets what is selected end with its clause, or with the next one where it does so already. */
export function endWithClause(): void {
  const { open } = desk.getState()
  if (!open) return
  const annotation = selectedAnnotation(open)
  const { start, end } = annotation ?? open.selection
  const to = clauseEndAfter(open.text, end)
  if (!annotation) {
    choose(null, selectFrom(start, to))
    desk.setState({ reveal: { span: caretAt(to), isStep: true } })
  } else reshape(annotation, moveEdge(annotation, lastEdgeOf(annotation), to))
}

/** Makes what is selected, or the caret, the word, clause, sentence or paragraph around it. */
export function widen() {
  const { open } = desk.getState()
  if (!open) return
  const from = extentOf(open)
  const wider = widened(open.text, from)
  if (!wider) return say(NO_FURTHER)
  trail = [...(isOnTrail(from) ? trail : [from]), wider]
  take(open, wider)
}

/** Goes back to what was selected before it was widened. */
export function narrow() {
  const { open } = desk.getState()
  if (!open) return
  const before = isOnTrail(extentOf(open)) ? trail.at(-2) : undefined
  if (!before) return say('There is nothing narrower to go back to.')
  trail = trail.slice(0, -1)
  take(open, before)
}

const isOnTrail = (extent: Span): boolean => {
  const last = trail.at(-1)
  return last !== undefined && spansEqual(last, extent)
}

const extentOf = (open: OpenArticle): Span => selectedAnnotation(open) ?? open.selection

function take(open: OpenArticle, extent: Span): void {
  const annotation = selectedAnnotation(open)
  if (!annotation) choose(null, selectionOf(extent))
  else if (!isEmptySpan(extent)) keepShape(annotation, withSpans(annotation, [extent]))
}

/** Lets go of the selected mark, or of the selected text. False when neither is there. */
export function selectNothing(): boolean {
  const { open } = desk.getState()
  if (!open || (open.selected === null && isEmptySpan(open.selection))) return false
  choose(null, caretAt(open.selection.head))
  return true
}
