import { countBelow } from '#shared/domain/count-below.ts'
import type { Selection } from '#shared/domain/selection.ts'
import { type Span, spansEqual, spansOverlap } from '#shared/domain/span.ts'
import { type DeskState, desk, type Reveal } from '../../state/desk.ts'
import { type ArticleEditor, FROM_DESK } from './article-editor.ts'
import { paint } from './marks-plugin.ts'
import { select, selectionIn } from './selection.ts'

/**
 * Keeps what the editor shows in step with the desk. Only what is in sight, with a screen above and below, is painted,
 * so that an edit costs the same in a note and in a book.
 *
 * @returns what stops it.
 */
export function keepPainted(articleEditor: ArticleEditor, scroller: HTMLElement): () => void {
  let window = windowInSight(articleEditor, scroller)
  let isDue = false
  const repaint = () => {
    isDue = false
    paintWindow(articleEditor, window)
  }
  // One command changes the desk several times; only what comes of it is painted.
  const repaintSoon = () => {
    if (!isDue) queueMicrotask(repaint)
    isDue = true
  }
  const follow = () => {
    const next = windowInSight(articleEditor, scroller)
    if (spansEqual(next, window)) return
    window = next
    repaint()
  }
  repaint()
  const unsubscribe = desk.subscribe((now, before) => {
    if (now.open?.article.id !== before.open?.article.id) return
    if (looksDifferent(now, before)) repaintSoon()
    if (now.open && now.open.selection !== before.open?.selection)
      moveSelection(articleEditor, now.open.selection)
    if (now.reveal && now.reveal !== before.reveal) reveal(articleEditor, scroller, now.reveal)
  })
  const sizes = new ResizeObserver(follow)
  sizes.observe(scroller)
  scroller.addEventListener('scroll', follow, { passive: true })
  return () => {
    unsubscribe()
    sizes.disconnect()
    scroller.removeEventListener('scroll', follow)
  }
}

function looksDifferent(now: DeskState, before: DeskState): boolean {
  return (
    now.open?.record.annotations !== before.open?.record.annotations ||
    now.open?.selected !== before.open?.selected ||
    now.find !== before.find
  )
}

function paintWindow({ editor }: ArticleEditor, window: Span): void {
  const { open, find } = desk.getState()
  if (!open || editor.isDestroyed) return
  const painted = {
    window,
    annotations: open.record.annotations.overlapping(window),
    selected: open.selected,
    matches: find.matches.filter((match) => spansOverlap(match, window)),
    currentMatch: find.matches[find.current] ?? null,
  }
  editor.view.dispatch(paint(editor.state, painted))
}

function moveSelection({ editor, document }: ArticleEditor, selection: Selection): void {
  const { anchor, head } = selectionIn(editor.state, document)
  if (anchor === selection.anchor && head === selection.head) return
  editor.view.dispatch(select(editor.state, document, selection).setMeta(FROM_DESK, true))
}

/** The offsets of the chunks that lie within a screen of what is in sight. */
function windowInSight({ editor, document }: ArticleEditor, scroller: HTMLElement): Span {
  const chunks = editor.view.dom.children
  const { top, height } = scroller.getBoundingClientRect()
  const edge = (i: number) => (chunks[i] as Element).getBoundingClientRect()
  const first = countBelow(chunks.length, (i) => edge(i).bottom < top - height)
  const next = countBelow(chunks.length, (i) => edge(i).top < top + 2 * height)
  return {
    start: document.chunkStarts[first] ?? 0,
    end: document.chunkStarts[next] ?? document.length,
  }
}

/** Scrolls to what shall be revealed unless it is well in sight. */
function reveal({ editor, document }: ArticleEditor, scroller: HTMLElement, { span, isStep }: Reveal): void {
  const position = document.positionOf(span.start)
  const { node } = editor.view.domAtPos(position)
  const line = (node instanceof Element ? node : node.parentElement)?.closest('.line')
  // A chunk out of sight has no true size before it is scrolled to: go there first and measure then.
  line?.scrollIntoView({ block: 'nearest' })
  requestAnimationFrame(() => {
    if (editor.isDestroyed) return
    const { top, bottom } = editor.view.coordsAtPos(position)
    const frame = scroller.getBoundingClientRect()
    const [above, below] = [frame.top + 40 - top, bottom - (frame.bottom - 80)]
    if (above <= 0 && below <= 0) return
    const least = above > 0 ? -above : below
    scroller.scrollBy({ top: isStep ? least : top - frame.top - frame.height / 3 })
  })
}
