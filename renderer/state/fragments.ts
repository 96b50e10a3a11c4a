import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { cutSpans, fragmentAt, withSpans } from '#shared/domain/fragments.ts'
import { caretAt } from '#shared/domain/selection.ts'
import { trimEdges } from '#shared/domain/snapping.ts'
import { isEmptySpan, type Span, spanContains, spansOverlap } from '#shared/domain/span.ts'
import { stackAt } from '#shared/domain/stack.ts'
import { wholeGraphemes } from '#shared/domain/words.ts'
import { change, spanToMark, titleOf } from './annotating.ts'
import { desk, type OpenArticle, say } from './desk.ts'
import { choose, selectedAnnotation } from './selecting.ts'

/** Adds the selected words, or else the word at the caret, to the mark that was selected last. */
export function addFragment() {
  const { open } = desk.getState()
  if (!open) return
  const target = open.recent === null ? undefined : open.record.annotations.get(open.recent)
  const span = open.selected === null ? spanToMark(open) : undefined
  if (!target) return say('Select a mark first; then select the words to add to it.')
  if (!span) return say(`Now select the words that belong to this ${titleOf(target.label)} too.`)
  if (fragmentsOf(target).some((fragment) => spanContains(fragment, span))) {
    return say(`These words belong to the ${titleOf(target.label)} already.`)
  }
  const after = withSpans(target, [...fragmentsOf(target), span])
  if (change(target, after, { name: `Add to ${titleOf(target.label)}` })) choose(after, caretAt(span.end))
}

/** Cuts the selected words out of their mark, or without any takes away the fragment at the caret. */
export function removeFragment(): void {
  const { open } = desk.getState()
  if (!open) return
  if (isEmptySpan(open.selection)) removeFragmentAt(open, open.selection.head)
  else cutOut(open, open.selection)
}

function removeFragmentAt(open: OpenArticle, offset: number) {
  const target =
    selectedAnnotation(open) ?? stackAt(open.record.annotations, offset).find(({ fragments }) => fragments)
  const fragment = target && fragmentAt(target, offset)
  if (!target?.fragments || !fragment) return say('Select the words that shall not belong to the mark.')
  remove(target, fragment, cutSpans(target.fragments, fragment))
}

function cutOut(open: OpenArticle, span: Span) {
  const target = markToCut(open, span)
  if (!target) return say('There is no mark to cut these words out of.')
  const left = cutSpans(fragmentsOf(target), span).map((run) => trimmedAtCut(open.text, run, span))
  remove(
    target,
    span,
    left.filter((run) => !isEmptySpan(run)),
  )
}

/** The mark selected last if it holds some of the words, or else the innermost that does. */
function markToCut(open: OpenArticle, span: Span): Annotation | undefined {
  const holds = (annotation: Annotation) => fragmentsOf(annotation).some((run) => spansOverlap(run, span))
  const recent = open.recent === null ? undefined : open.record.annotations.get(open.recent)
  if (recent && holds(recent)) return recent
  return (
    stackAt(open.record.annotations, span.start).find(holds) ??
    stackAt(open.record.annotations, span.end).find(holds)
  )
}

/** What is left over beside the cut ends with a word, not with the comma before the words cut out. */
function trimmedAtCut(text: string, run: Span, cut: Span): Span {
  const trimmed = trimEdges(text, run)
  if (isEmptySpan(trimmed)) return trimmed
  const { start, end } = wholeGraphemes(text, trimmed)
  return { start: run.start === cut.end ? start : run.start, end: run.end === cut.start ? end : run.end }
}

function remove(target: Annotation, span: Span, left: readonly Span[]) {
  const title = titleOf(target.label)
  if (left.length === 0) return say(`That is all of the ${title}; delete it instead.`)
  const after = withSpans(target, left)
  if (change(target, after, { name: `Cut out of ${title}` })) choose(after, caretAt(span.start))
}
