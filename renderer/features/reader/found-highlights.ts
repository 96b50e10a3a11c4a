import type { Span } from '#shared/domain/span.ts'
import type { ArticleEditor } from './article-editor.ts'

/**
 * What was found is painted by the browser over the text (CSS Custom Highlights, editor.css): no element is made for it,
 * and none laid out, be there thousands in sight. The ranges do not follow the text's elements, so they are given anew
 * whenever those were drawn again.
 */
export type Found = {
  /** Those in the window, in order. */
  readonly matches: readonly Span[]
  readonly current: Span | null
}

const ALL = 'found'
const CURRENT = 'found-current'

export function highlightFound(article: ArticleEditor, { matches, current }: Found): void {
  const highlight = new Highlight()
  for (const match of matches) if (match !== current) highlight.add(rangeOf(article, match))
  CSS.highlights.set(ALL, highlight)
  const isInWindow = current !== null && matches.includes(current)
  CSS.highlights.set(CURRENT, isInWindow ? new Highlight(rangeOf(article, current)) : new Highlight())
}

export function highlightNothing(): void {
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(CURRENT)
}

export function rangeOf({ editor: { view }, document }: ArticleEditor, { start, end }: Span): StaticRange {
  const from = view.domAtPos(document.positionOf(start), 1)
  const to = view.domAtPos(document.positionOf(end), -1)
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  })
}
