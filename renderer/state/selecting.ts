import { type Annotation, compareAnnotations } from '#shared/domain/annotation.ts'
import { lastEdgeOf } from '#shared/domain/edges.ts'
import { caretAt, type Selection, selectFrom, selectionOf } from '#shared/domain/selection.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { stackAt } from '#shared/domain/stack.ts'
import { wholeGraphemes } from '#shared/domain/words.ts'
import { desk, type OpenArticle, say, updateOpen } from './desk.ts'
import { neighbourInList } from './filtering.ts'

export function selectedAnnotation(open: OpenArticle | null): Annotation | null {
  return (open?.selected && open.record.annotations.get(open.selected)) || null
}

/** Makes `id` the annotation that commands speak of; the caret goes to its beginning. */
export function selectAnnotation(id: string, { reveal = true } = {}): void {
  const annotation = desk.getState().open?.record.annotations.get(id)
  if (!annotation) return
  choose(annotation, caretAt(annotation.start))
  if (reveal) desk.setState({ reveal: { span: annotation } })
}

/** Makes `annotation` the one that commands speak of, and the edge it ends with the one that keys move. */
export function choose(annotation: Annotation | null, selection: Selection): void {
  if (annotation) {
    const { id } = annotation
    updateOpen(() => ({ selected: id, recent: id, edge: lastEdgeOf(annotation), selection }))
  } else updateOpen(() => ({ selected: null, selection }))
}

/**
 * What the analyst selected in the text; where it would cut what a reader sees as one character, all of that. Wherever
 * the caret goes by hand, no annotation stays selected.
 */
export function selectText(wanted: Selection): void {
  const { open } = desk.getState()
  if (!open) return
  const selection = wholeSelection(open.text, wanted)
  const { anchor, head } = open.selection
  if (anchor === selection.anchor && head === selection.head && open.selected === null) return
  updateOpen(() => ({ selection, selected: null }))
}

function wholeSelection(text: string, wanted: Selection): Selection {
  const { start, end } = wholeGraphemes(text, wanted)
  if (isEmptySpan(wanted)) return caretAt(start)
  return wanted.anchor < wanted.head ? selectFrom(start, end) : selectFrom(end, start)
}

/** Selects `span` in the text and scrolls to it. */
export function showText(span: Span): void {
  updateOpen(() => ({ selection: selectionOf(span), selected: null }))
  desk.setState({ reveal: { span } })
}

/**
 * Selects the next (`1`) or previous (`-1`) annotation of the list in reading order, from the selected one or from the
 * caret.
 */
export function stepAnnotation(direction: 1 | -1): void {
  const { open } = desk.getState()
  const found = open && neighbourInList(open, direction)
  if (!found) return
  const from = selectedAnnotation(open)
  selectAnnotation(found.id)
  if (from && compareAnnotations(from, found) * direction > 0)
    say(direction > 0 ? 'From the first one on again.' : 'From the last one on again.')
}

/** The annotation around `inner` at an offset; the innermost there when `inner` is none of them, or the outermost. */
function nextOutward(open: OpenArticle, offset: number, inner: string | null): Annotation | undefined {
  const stack = stackAt(open.record.annotations, offset)
  return stack[stack.findIndex(({ id }) => id === inner) + 1] ?? stack[0]
}

/** Selects the next annotation outwards under the caret, and from the outermost the innermost again. */
export function cycleUnderCaret(): void {
  const { open } = desk.getState()
  if (!open) return
  const next = nextOutward(open, open.selection.start, open.selected)
  if (next) choose(next, open.selection)
  else say('No mark lies under the caret. Shift+Tab or F6 leaves the text.')
}

/**
 * Selects what was clicked: the innermost annotation there, and with each further click the one around it. `before` is
 * what was selected when the button went down.
 */
export function selectAtClick(offset: number, before: string | null): void {
  const { open } = desk.getState()
  if (!open) return
  const next = nextOutward(open, offset, before)
  choose(next ?? null, caretAt(offset))
}
