import { type Boilerplate, partsOver } from '#shared/domain/boilerplate.ts'
import { type Fold, foldNotice, foldsIn } from '#shared/domain/folds.ts'
import type { Span } from '#shared/domain/span.ts'
import { type DeskState, desk, type OpenArticle, say } from './desk.ts'
import { boundNow, keysIn } from './keys.ts'
import { standingOf } from './standing.ts'

const known = new WeakMap<readonly Boilerplate[], readonly Fold[]>()

/** The folds that an article has, folded or not. */
export function foldsOf(open: OpenArticle, state?: Pick<DeskState, 'cleaning'>): readonly Fold[] {
  const { text, lines } = open
  const { boilerplate } = standingOf(open, state)
  const folds = known.get(boilerplate) ?? foldsIn({ text, lines, boilerplate })
  known.set(boilerplate, folds)
  return folds
}

const NONE: readonly Fold[] = []

/** The lines that are folded now, sorted and disjoint: a caret at any offset within would not be seen. */
export const foldedSpans = (state: DeskState = desk.getState()): readonly Fold[] =>
  state.open && state.foldsBoilerplate ? foldsOf(state.open, state) : NONE

/** The fold in whose row the caret is; undefined where it is in none. */
export function foldAtCaret(state: DeskState = desk.getState()): Fold | undefined {
  const { open } = state
  if (!open) return undefined
  const { head } = open.selection
  return partsOver(foldedSpans(state), { start: head, end: head + 1 })[0]
}

/** What is said where the caret comes to the row of a fold: the row itself is no text that a screen reader reads. */
export const rowSentence = (fold: Fold): string =>
  `Folded boilerplate: ${foldNotice(fold)}. ${keyOf('view.boilerplate')} unfolds it, ${keyOf('boilerplate.toggle')} gives it back to the article.`

/** As the analyst has it; where a command has none, by its name. */
export const keyOf = (id: 'view.boilerplate' | 'boilerplate.toggle' | 'view.others'): string =>
  keysIn(boundNow(), id).shown || (boundNow().byId.get(id)?.title ?? id)

/** Folds the boilerplate of the open article, or unfolds it. */
export function toggleBoilerplate(): void {
  const { open, foldsBoilerplate } = desk.getState()
  if (!open) return
  if (foldsOf(open).length > 0) desk.setState({ foldsBoilerplate: !foldsBoilerplate })
  else say('No lines of this article are boilerplate.')
}

/** Shows the main text alone, without a row in the place of boilerplate; or the rows again. */
export function toggleMainText(): void {
  const { isMainTextOnly, foldsBoilerplate } = desk.getState()
  const isHidden = isMainTextOnly && foldsBoilerplate
  desk.setState({ isMainTextOnly: !isHidden, foldsBoilerplate: true })
  say(isHidden ? 'Folded boilerplate has its rows again.' : 'Only the main text is shown.')
}

/** Unfolds the boilerplate if some of `span` is in it. */
export function unfoldOver(span: Span): void {
  const hides = (fold: Span) => fold.start < span.end && span.start < fold.end
  if (foldedSpans().some(hides)) desk.setState({ foldsBoilerplate: false })
}
