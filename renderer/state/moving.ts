import { caretAfter, courseOf, headAfter, type Motion } from '#shared/domain/motions.ts'
import { caretAt, type Selection, selectFrom } from '#shared/domain/selection.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { desk, type OpenArticle } from './desk.ts'
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
  go(caretAt(collapses ? side : caretAfter(open.text, side, course)))
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

function extendText({ text, selection: { anchor, head } }: OpenArticle, motion: Motion): void {
  go(selectFrom(anchor, headAfter(text, head, courseOf(text, head, motion))))
}

function go(selection: Selection): void {
  choose(null, selection)
  desk.setState({ reveal: { span: caretAt(selection.head), isStep: true } })
}
