import { beyondFolds, caretAfter, courseOf, headAfter, type Motion } from '#shared/domain/motions.ts'
import { caretAt, type Selection, selectFrom } from '#shared/domain/selection.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { desk, type OpenArticle } from './desk.ts'
import { foldedSpans } from './folding.ts'
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
  go(caretAt(collapses ? side : seen(open, side, caretAfter(open.text, side, course))))
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

/** `to`, but never in a folded line: beyond it, or where there is nothing beyond, still where it was. */
const seen = ({ text }: OpenArticle, from: number, to: number): number =>
  beyondFolds({ runs: foldedSpans(), textLength: text.length }, from, to) ?? from

function go(selection: Selection): void {
  choose(null, selection)
  desk.setState({ reveal: { span: caretAt(selection.head), isStep: true } })
}
