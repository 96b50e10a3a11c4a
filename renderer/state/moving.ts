import { partsOver } from '#shared/domain/boilerplate.ts'
import { lineAt, lineStart } from '#shared/domain/lines.ts'
import { atFold, beyondFolds, caretAfter, courseOf, headAfter, type Motion } from '#shared/domain/motions.ts'
import { caretAt, type Selection, selectFrom } from '#shared/domain/selection.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { desk, type OpenArticle } from './desk.ts'
import { foldAtCaret, foldedSpans } from './folding.ts'
import { choose, selectedAnnotation } from './selecting.ts'
import { moveActiveEdge } from './shaping.ts'

/** Moves the caret. From something selected, the text or a mark, it goes on from the side that it moves to. */
export function moveCaret(motion: Motion): boolean {
  const { open } = desk.getState()
  if (!open) return false
  const from: Span = selectedAnnotation(open) ?? open.selection
  const course = courseOf(open.text, from.start, motion)
  const side = course.isForward ? from.end : from.start
  const collapses = course.unit === 'character' && !isEmptySpan(from)
  go(caretAt(collapses ? side : atRow(open, side, caretAfter(open.text, side, course))))
  return true
}

/** Moves the side of the selection that can be moved, or of a selected mark the edge that can be. */
export function extendSelection(motion: Motion): boolean {
  const { open } = desk.getState()
  if (!open) return false
  if (selectedAnnotation(open)) moveActiveEdge(open, motion)
  else extendText(open, motion)
  return true
}

function extendText(open: OpenArticle, motion: Motion): void {
  const { anchor, head } = open.selection
  go(selectFrom(anchor, seen(open, head, headAfter(open.text, head, courseOf(open.text, head, motion)))))
}

/** `to`, or the row in the place of the lines that it is folded away with; where rows are hidden too, beyond. */
function atRow(open: OpenArticle, from: number, to: number): number {
  if (desk.getState().isMainTextOnly) return seen(open, from, to)
  return atFold({ runs: foldedSpans(), textLength: open.text.length }, from, to) ?? from
}

/** Moves the caret to the line below (`1`) or above (`-1`) the row of the fold that it is in. False where it is in none. */
export function leaveRow(direction: 1 | -1): boolean {
  const { open } = desk.getState()
  const fold = foldAtCaret()
  if (!open || !fold) return false
  const above = fold.start === 0 ? -1 : lineStart(open.lines, lineAt(open.lines, fold.start - 1))
  go(caretAt(atRow(open, fold.start, direction > 0 ? fold.end : above)))
  return true
}

/** Takes the caret, which has come from `from` to `to`, to the row of the first fold that it went past, if any. */
export function rowBetween(from: number, to: number): void {
  const { open, isMainTextOnly } = desk.getState()
  if (!open || isMainTextOnly || !isEmptySpan(open.selection)) return
  const passed = partsOver(foldedSpans(), { start: Math.min(from, to), end: Math.max(from, to) })
  const row = to > from ? passed[0] : passed.at(-1)
  if (row) go(caretAt(row.start))
}

/** `to`, but never in a folded line: beyond it, or where there is nothing beyond, still where it was. */
const seen = ({ text }: OpenArticle, from: number, to: number): number =>
  beyondFolds({ runs: foldedSpans(), textLength: text.length }, from, to) ?? from

function go(selection: Selection): void {
  choose(null, selection)
  desk.setState({ reveal: { span: caretAt(selection.head), isStep: true } })
}
