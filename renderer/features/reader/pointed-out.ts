import { desk } from '../../state/desk.ts'
import type { ArticleEditor } from './article-editor.ts'
import { rangeOf } from './found-highlights.ts'

const NAME = 'pointed-out'

/** Points out, as the browser paints what was found, where a piece of metadata was read. @returns what stops it. */
export function keepPointedOut(article: ArticleEditor): () => void {
  const unsubscribe = desk.subscribe(({ pointedOut }, before) => {
    if (pointedOut === before.pointedOut) return
    if (pointedOut === null) CSS.highlights.delete(NAME)
    // Once what it lies in is unfolded and painted.
    else
      requestAnimationFrame(() => {
        if (desk.getState().pointedOut === pointedOut && !article.editor.isDestroyed)
          CSS.highlights.set(NAME, new Highlight(rangeOf(article, pointedOut)))
      })
  })
  return () => {
    unsubscribe()
    CSS.highlights.delete(NAME)
  }
}
