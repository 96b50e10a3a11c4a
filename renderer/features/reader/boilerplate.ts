import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Fold, foldNotice } from '#shared/domain/folds.ts'
import { lineEnd, lineStart } from '#shared/domain/lines.ts'
import { desk, type OpenArticle } from '../../state/desk.ts'
import { foldsOf, toggleBoilerplate, unfoldOver } from '../../state/folding.ts'
import type { ArticleEditor } from './article-editor.ts'

/**
 * Boilerplate is dimmed, and lines of nothing else are folded. All of them stay in the document: one attribute of the
 * scroller hides them by style, so that folding costs no edit and a selection over a fold still has every character.
 *
 * @returns what stops it.
 */
export function keepFolded({ editor, document }: ArticleEditor, scroller: HTMLElement): () => void {
  const { open } = desk.getState()
  if (!open || open.article.boilerplate.length === 0) return () => {}
  const decorations = DecorationSet.create(editor.state.doc, decorationsFor(open, document))
  editor.registerPlugin(new Plugin({ props: { decorations: () => decorations } }))
  const fold = (isFolded: boolean) => scroller.toggleAttribute('data-folds', isFolded)
  fold(desk.getState().foldsBoilerplate)
  const unfoldAtRow = (event: MouseEvent) => {
    if (event.button !== 0 || !isFoldRow(event.target) || !desk.getState().foldsBoilerplate) return
    event.preventDefault()
    event.stopPropagation()
    toggleBoilerplate()
  }
  scroller.addEventListener('mousedown', unfoldAtRow, { capture: true })
  const unsubscribe = desk.subscribe((now, before) => {
    if (now.foldsBoilerplate !== before.foldsBoilerplate)
      holdingStill(scroller, () => fold(now.foldsBoilerplate))
    if (now.reveal && now.reveal !== before.reveal) unfoldOver(now.reveal.span)
  })
  return () => {
    unsubscribe()
    scroller.removeEventListener('mousedown', unfoldAtRow, { capture: true })
  }
}

const isFoldRow = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.fold-row') !== null

function decorationsFor(open: OpenArticle, { positionOf }: ArticleEditor['document']): Decoration[] {
  const dimmed = open.article.boilerplate.map(({ start, end }) =>
    Decoration.inline(positionOf(start), positionOf(end), { nodeName: 'span', class: 'boilerplate' }),
  )
  return [...dimmed, ...foldsOf(open).flatMap((fold) => linesOf(fold, open, positionOf))]
}

function linesOf(fold: Fold, { lines }: OpenArticle, positionOf: (offset: number) => number): Decoration[] {
  return Array.from({ length: fold.last - fold.first + 1 }, (_, i) => {
    const line = fold.first + i
    const isRow = i === 0
    return Decoration.node(positionOf(lineStart(lines, line)) - 1, positionOf(lineEnd(lines, line)) + 1, {
      class: isRow ? 'fold-row' : 'fold-rest',
      ...(isRow ? { 'data-fold': foldNotice(fold) } : {}),
    })
  })
}

/** Does `change`, and scrolls so that the line at the top of what is in sight stays where it is. */
function holdingStill(scroller: HTMLElement, change: () => void): void {
  const { left, width, top } = scroller.getBoundingClientRect()
  const line = window.document.elementFromPoint(left + width / 2, top + 8)?.closest('.line')
  const before = line?.getBoundingClientRect().top
  change()
  const after = line?.getBoundingClientRect()
  if (before !== undefined && after && after.height > 0) scroller.scrollTop += after.top - before
}
