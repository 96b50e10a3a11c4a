import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { edgesOf, isStartEdge } from '#shared/domain/edges.ts'
import { snapToWords } from '#shared/domain/snapping.ts'
import { isEmptySpan } from '#shared/domain/span.ts'
import { wordAt } from '#shared/domain/words.ts'
import { desk } from '../../state/desk.ts'
import { selectedAnnotation } from '../../state/selecting.ts'
import { putEdge } from '../../state/shaping.ts'
import type { ArticleDocument } from './article-document.ts'

/** CSS pixels on both sides of an edge; as wide as the handles are drawn (editor.css). */
const REACH = 7

/**
 * The selected mark's edges can be dragged. The handles are drawn by CSS on its first and last piece, so that nothing is
 * added to the text; what is pressed near one is told from where the edge stands on the screen. Edges snap to words,
 * unless Alt is held.
 */
export function handlesPlugin(document: ArticleDocument, text: string): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown: (view, event) => {
          const edge = event.button === 0 ? edgeUnder(view, document, event) : undefined
          if (edge === undefined) return false
          event.preventDefault()
          drag(view, { document, text, edge })
          return true
        },
      },
    },
  })
}

/** The selected annotation's edge that the mouse is on. */
function edgeUnder(view: EditorView, document: ArticleDocument, { target, clientX, clientY }: MouseEvent) {
  const annotation = selectedAnnotation(desk.getState().open)
  const isOnMark = target instanceof Element && target.closest('.mark.selected')
  if (!annotation || !isOnMark) return undefined
  const found = edgesOf(annotation).findIndex((offset, edge) => {
    const side = isStartEdge(edge) ? 1 : -1
    const { left, top, bottom } = view.coordsAtPos(document.positionOf(offset), side)
    return Math.abs(clientX - left) <= REACH && clientY >= top - REACH && clientY <= bottom + REACH
  })
  return found < 0 ? undefined : found
}

type Drag = { readonly document: ArticleDocument; readonly text: string; edge: number }

function drag(view: EditorView, dragged: Drag): void {
  const stopping = new AbortController()
  const { signal } = stopping
  const stop = () => stopping.abort()
  const move = ({ clientX, clientY, altKey, buttons }: MouseEvent) => {
    const found = view.isDestroyed || buttons === 0 ? null : view.posAtCoords({ left: clientX, top: clientY })
    if (!found) return
    const offset = dragged.document.offsetOf(found.pos)
    putEdge(dragged.edge, altKey ? offset : snapped(dragged, offset))
    // It may have run into another fragment.
    dragged.edge = desk.getState().open?.edge ?? dragged.edge
  }
  window.addEventListener('mousemove', move, { signal })
  window.addEventListener('mouseup', stop, { signal })
  window.addEventListener('blur', stop, { signal })
}

/** The start or the end, as the edge is one, of the word at an offset. */
function snapped({ text, edge }: Drag, offset: number): number {
  const word = wordAt(text, offset)
  if (!word) return offset
  const core = snapToWords(text, word)
  const whole = isEmptySpan(core) ? word : core
  return isStartEdge(edge) ? whole.start : whole.end
}
