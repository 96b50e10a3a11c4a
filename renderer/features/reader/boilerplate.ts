import type { Fold } from '#shared/domain/folds.ts'
import { type DeskState, desk, say } from '../../state/desk.ts'
import { foldAtCaret, rowSentence, toggleBoilerplate, unfoldOver } from '../../state/folding.ts'
import { standingOf } from '../../state/standing.ts'
import { type ArticleEditor, FROM_DESK } from './article-editor.ts'
import { decorateFolds, decorateRow, foldPlugins } from './fold-decorations.ts'
import { foldRowKeys } from './fold-row-keys.ts'

/**
 * Boilerplate is dimmed, and lines of nothing else are folded. All of them stay in the document: attributes of the
 * scroller hide them by style, so that folding costs no edit and a selection over a fold still has every character. What
 * is dimmed and folded follows the article as it stands, and of the text only those chunks are drawn again in which
 * something is another.
 *
 * @returns what stops it.
 */
export function keepFolded(article: ArticleEditor, scroller: HTMLElement): () => void {
  const { editor } = article
  for (const plugin of [...foldPlugins(), foldRowKeys()]) editor.registerPlugin(plugin)
  const shown = { boilerplate: NONE, row: null as Fold | null }
  followFolds(article, shown, scroller)
  followRow(article, shown)
  fold(scroller, desk.getState())
  scroller.addEventListener('mousedown', unfoldAtRow, { capture: true })
  const articleId = desk.getState().open?.article.id
  const unsubscribe = desk.subscribe((now, before) => {
    if (now.open?.article.id !== articleId) return
    if (isFoldedOtherwise(now, before)) holdingStill(scroller, () => fold(scroller, now))
    if (now.reveal && now.reveal !== before.reveal) unfoldOver(now.reveal.span)
    followFolds(article, shown, scroller)
    const row = followRow(article, shown)
    if (row) say(rowSentence(row))
  })
  return () => {
    unsubscribe()
    scroller.removeEventListener('mousedown', unfoldAtRow, { capture: true })
  }
}

type Shown = { boilerplate: readonly object[]; row: Fold | null }
const NONE: readonly object[] = []

function followFolds({ editor, document }: ArticleEditor, shown: Shown, scroller: HTMLElement): void {
  const { open } = desk.getState()
  const boilerplate = open ? standingOf(open).boilerplate : NONE
  const isStill = boilerplate === shown.boilerplate || boilerplate.length + shown.boilerplate.length === 0
  if (!open || editor.isDestroyed || isStill) return
  const isFirst = shown.boilerplate === NONE
  shown.boilerplate = boilerplate
  const draw = () =>
    editor.view.dispatch(decorateFolds(editor.state.tr.setMeta(FROM_DESK, true), open, document))
  if (isFirst) draw()
  else holdingStill(scroller, draw)
}

/** Shows the row that the caret is in. @returns it, where the caret has just come there. */
function followRow({ editor, document }: ArticleEditor, shown: Shown): Fold | null {
  const row = foldAtCaret() ?? null
  const { open } = desk.getState()
  if (!open || editor.isDestroyed || row === shown.row) return null
  const isNew = row !== null && row.start !== shown.row?.start
  shown.row = row
  editor.view.dispatch(decorateRow(editor.state.tr.setMeta(FROM_DESK, true), { fold: row, open }, document))
  return isNew ? row : null
}

const isFoldedOtherwise = (now: DeskState, before: DeskState): boolean =>
  now.foldsBoilerplate !== before.foldsBoilerplate || now.isMainTextOnly !== before.isMainTextOnly

function fold(scroller: HTMLElement, { foldsBoilerplate, isMainTextOnly }: DeskState): void {
  scroller.toggleAttribute('data-folds', foldsBoilerplate)
  scroller.toggleAttribute('data-main-text', foldsBoilerplate && isMainTextOnly)
}

function unfoldAtRow(event: MouseEvent): void {
  if (event.button !== 0 || !isFoldRow(event.target) || !desk.getState().foldsBoilerplate) return
  event.preventDefault()
  event.stopPropagation()
  toggleBoilerplate()
}

const isFoldRow = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.fold-row') !== null

/** Does `change`, and scrolls so that the line at the top of what is in sight stays where it is. */
function holdingStill(scroller: HTMLElement, change: () => void): void {
  const { left, width, top } = scroller.getBoundingClientRect()
  const line = window.document.elementFromPoint(left + width / 2, top + 8)?.closest('.line')
  const before = line?.getBoundingClientRect().top
  change()
  const after = line?.isConnected ? line.getBoundingClientRect() : undefined
  if (before !== undefined && after && after.height > 0) scroller.scrollTop += after.top - before
}
