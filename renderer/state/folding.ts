import { type Fold, foldsIn } from '#shared/domain/folds.ts'
import type { Span } from '#shared/domain/span.ts'
import { type DeskState, desk, type OpenArticle, say } from './desk.ts'

const known = new WeakMap<OpenArticle['article'], readonly Fold[]>()

/** The folds that an article has, folded or not. */
export function foldsOf({ article, text, lines }: OpenArticle): readonly Fold[] {
  const folds = known.get(article) ?? foldsIn({ text, lines, boilerplate: article.boilerplate })
  known.set(article, folds)
  return folds
}

const NONE: readonly Fold[] = []

/** The lines that are out of sight now, sorted and disjoint: a caret at any offset within would not be seen. */
export const foldedSpans = ({ open, foldsBoilerplate }: DeskState = desk.getState()): readonly Span[] =>
  open && foldsBoilerplate ? foldsOf(open) : NONE

/** Folds the boilerplate of the open article, or unfolds it. */
export function toggleBoilerplate(): void {
  const { open, foldsBoilerplate } = desk.getState()
  if (!open) return
  if (foldsOf(open).length > 0) desk.setState({ foldsBoilerplate: !foldsBoilerplate })
  else say('No lines of this article are boilerplate.')
}

/** Unfolds the boilerplate if some of `span` is in it. */
export function unfoldOver(span: Span): void {
  const hides = (fold: Span) => fold.start < span.end && span.start < fold.end
  if (foldedSpans().some(hides)) desk.setState({ foldsBoilerplate: false })
}
