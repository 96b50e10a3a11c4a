import type { ArticleEditor } from '../article-editor.ts'
import { offsetNear, screenPlaceOf } from './place-in-text.ts'

export type SightElements = {
  readonly scroller: HTMLElement
  readonly gutter: HTMLElement
  /** The frame around the part that is in sight. */
  readonly sight: HTMLElement
}

/**
 * Shows which part of the article is in sight, and goes where the gutter is pressed or dragged to.
 *
 * @returns what stops it.
 */
export function keepInSight(article: ArticleEditor, elements: SightElements): () => void {
  const { scroller, gutter, sight } = elements
  const text = article.editor.view.dom
  let frame = 0
  const fit = () => {
    // Beside the scroll bar, where there is one.
    gutter.style.insetInlineEnd = `${scroller.offsetWidth - scroller.clientWidth}px`
    gutter.style.visibility = text.offsetHeight > scroller.clientHeight ? 'visible' : 'hidden'
    showSoon()
  }
  const show = () => {
    frame = 0
    if (article.editor.isDestroyed) return
    const { top, bottom } = scroller.getBoundingClientRect()
    const first = part(article, offsetNear(article, top))
    const last = part(article, offsetNear(article, bottom))
    sight.style.top = `${100 * first}%`
    sight.style.height = `max(4px, ${100 * (last - first)}%)`
  }
  const showSoon = () => {
    frame ||= requestAnimationFrame(show)
  }
  const goTo = ({ clientY }: PointerEvent) => {
    const { top, height } = gutter.getBoundingClientRect()
    const offset = Math.min(1, Math.max(0, (clientY - top) / height)) * article.document.length
    const frame = scroller.getBoundingClientRect()
    scroller.scrollTop += screenPlaceOf(article, offset) - frame.top - frame.height / 2
  }
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return
    gutter.setPointerCapture(event.pointerId)
    goTo(event)
  }
  const drag = (event: PointerEvent) => {
    if (gutter.hasPointerCapture(event.pointerId)) goTo(event)
  }
  // The text keeps the focus and what is selected in it.
  const keepFocus = (event: Event) => event.preventDefault()
  const sizes = new ResizeObserver(fit)
  sizes.observe(scroller)
  sizes.observe(text)
  scroller.addEventListener('scroll', showSoon, { passive: true })
  gutter.addEventListener('pointerdown', press)
  gutter.addEventListener('pointermove', drag)
  gutter.addEventListener('mousedown', keepFocus)
  return () => {
    cancelAnimationFrame(frame)
    sizes.disconnect()
    scroller.removeEventListener('scroll', showSoon)
    gutter.removeEventListener('pointerdown', press)
    gutter.removeEventListener('pointermove', drag)
    gutter.removeEventListener('mousedown', keepFocus)
  }
}

const part = ({ document }: ArticleEditor, offset: number): number => offset / Math.max(1, document.length)
