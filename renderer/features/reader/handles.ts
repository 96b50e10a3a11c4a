import { edgesOf, isStartEdge } from '#shared/domain/edges.ts'
import { snapToWords } from '#shared/domain/snapping.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { wordAt } from '#shared/domain/words.ts'
import { desk, type OpenArticle } from '../../state/desk.ts'
import { selectedAnnotation } from '../../state/selecting.ts'
import { putEdge } from '../../state/shaping.ts'
import type { ArticleEditor } from './article-editor.ts'

export type Handles = {
  /** Puts the handles of the selected mark where its edges are now; those outside `window` are not shown. */
  readonly place: (window: Span) => void
  readonly stop: () => void
}

/**
 * The selected mark's edges can be dragged by handles, which lie in a layer over the text: in the text itself, even out
 * of its flow, they would let a line break where none was allowed. Edges snap to words, unless Alt is held.
 */
export function keepHandles(article: ArticleEditor): Handles {
  const layer = document.createElement('div')
  layer.className = 'handles'
  layer.setAttribute('aria-hidden', 'true')
  article.editor.view.dom.after(layer)
  layer.addEventListener('mousedown', (event) => {
    const edge = event.target instanceof HTMLElement ? event.target.dataset.edge : undefined
    if (event.button !== 0 || edge === undefined) return
    event.preventDefault()
    drag(article, Number(edge))
  })
  return {
    place: (window) => place(article, layer, window),
    stop: () => layer.remove(),
  }
}

function place(article: ArticleEditor, layer: HTMLElement, window: Span): void {
  const { open } = desk.getState()
  const annotation = selectedAnnotation(open)
  if (!annotation && layer.childElementCount === 0) return
  const edges = annotation ? edgesOf(annotation) : []
  const { left, top } = layer.getBoundingClientRect()
  const handles = edges.flatMap((offset, edge) => {
    if (offset < window.start || offset > window.end) return []
    const box = article.editor.view.coordsAtPos(
      article.document.positionOf(offset),
      isStartEdge(edge) ? 1 : -1,
    )
    const handle = document.createElement('div')
    handle.className = handleClass(edge, open as OpenArticle)
    handle.dataset.edge = String(edge)
    handle.style.translate = `${box.left - left}px ${box.top - top}px`
    handle.style.height = `${box.bottom - box.top}px`
    return [handle]
  })
  layer.className = annotation ? `handles label-${annotation.label}` : 'handles'
  layer.replaceChildren(...handles)
}

const handleClass = (edge: number, { edge: moving }: OpenArticle): string =>
  `handle ${isStartEdge(edge) ? 'at-start' : 'at-end'}${edge === moving ? ' moving' : ''}`

function drag({ editor, document }: ArticleEditor, pressed: number): void {
  const { text } = desk.getState().open as OpenArticle
  const stopping = new AbortController()
  const { signal } = stopping
  const stop = () => stopping.abort()
  let edge = pressed
  const move = ({ clientX, clientY, altKey, buttons }: MouseEvent) => {
    const isOver = editor.isDestroyed || buttons === 0
    const found = isOver ? null : editor.view.posAtCoords({ left: clientX, top: clientY })
    if (!found) return
    const offset = document.offsetOf(found.pos)
    putEdge(edge, altKey ? offset : snapped(text, offset, isStartEdge(edge)))
    // It may have run into another fragment.
    edge = desk.getState().open?.edge ?? edge
  }
  window.addEventListener('mousemove', move, { signal })
  window.addEventListener('mouseup', stop, { signal })
  window.addEventListener('blur', stop, { signal })
}

/** The start or the end of the word at an offset. */
function snapped(text: string, offset: number, isStart: boolean): number {
  const word = wordAt(text, offset)
  if (!word) return offset
  const core = snapToWords(text, word)
  const whole = isEmptySpan(core) ? word : core
  return isStart ? whole.start : whole.end
}
