import { caretAt } from '#shared/domain/selection.ts'
import type { Span } from '#shared/domain/span.ts'
import { desk } from '../../state/desk.ts'
import type { ArticleEditor } from './article-editor.ts'
import { offsetNear, screenPlaceOf } from './minimap/place-in-text.ts'

/**
 * Keeps the analyst where she reads when lines break elsewhere, be it that the window or a pane or the text changed its
 * size: what was at the top stays there, and a caret that was in sight stays in sight.
 *
 * @returns what stops it.
 */
export function keepPlace(article: ArticleEditor, scroller: HTMLElement): () => void {
  const text = article.editor.view.dom
  let seen = inSight(article, scroller)
  let look = lookOf(text)
  const remember = () => {
    seen = inSight(article, scroller)
  }
  const restore = () => {
    const { start } = seen
    const put = () => {
      if (!article.editor.isDestroyed) scroller.scrollTop += screenPlaceOf(article, start) - topOf(scroller)
    }
    put()
    // Chunks that were out of sight have their true heights only now.
    requestAnimationFrame(put)
    const { selection } = desk.getState().open ?? {}
    if (selection && seen.start <= selection.head && selection.head <= seen.end)
      requestAnimationFrame(() => desk.setState({ reveal: { span: caretAt(selection.head), isStep: true } }))
  }
  const sizes = new ResizeObserver(() => {
    const next = lookOf(text)
    if (next === look) return
    look = next
    restore()
  })
  sizes.observe(text)
  scroller.addEventListener('scrollend', remember)
  return () => {
    sizes.disconnect()
    scroller.removeEventListener('scrollend', remember)
  }
}

/** All that settles where lines break. */
const lookOf = (text: HTMLElement): string => `${text.clientWidth} ${getComputedStyle(text).fontSize}`

const topOf = (scroller: HTMLElement): number => scroller.getBoundingClientRect().top

function inSight(article: ArticleEditor, scroller: HTMLElement): Span {
  const { top, bottom } = scroller.getBoundingClientRect()
  return { start: offsetNear(article, top), end: offsetNear(article, bottom) }
}
