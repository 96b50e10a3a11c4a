import { countBelow } from '#shared/domain/count-below.ts'
import { edgesOf, isStartEdge } from '#shared/domain/edges.ts'
import { type Span, spansEqual } from '#shared/domain/span.ts'
import { type DeskState, desk, type OpenArticle, type Reveal } from '../../state/desk.ts'
import { selectedAnnotation } from '../../state/selecting.ts'
import { type ArticleEditor, FROM_DESK } from './article-editor.ts'
import type { Selected } from './mark-look.ts'
import { type Painted, paint } from './marks-plugin.ts'
import { select, selectionIn } from './selection.ts'

/**
 * Keeps what the editor shows in step with the desk. Only what is in sight, with a screen above and below, is painted,
 * so that an edit costs the same in a note and in a book.
 *
 * @returns what stops it.
 */
export function keepPainted(articleEditor: ArticleEditor, scroller: HTMLElement): () => void {
  let window = windowInSight(articleEditor, scroller)
  const repaint = () => show(articleEditor, paintedIn(window))
  const soon = showSoon((marksToo) => show(articleEditor, marksToo ? paintedIn(window) : null))
  const follow = () => {
    const next = windowInSight(articleEditor, scroller)
    if (spansEqual(next, window)) return
    window = next
    repaint()
  }
  repaint()
  const unsubscribe = desk.subscribe((now, before) => {
    if (now.open?.article.id !== before.open?.article.id) return
    if (marksLookDifferent(now, before)) soon(true)
    else if (now.open?.selection !== before.open?.selection) soon(false)
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

/**
 * One command changes the desk several times; only what comes of it is shown, and last of all: to move the selection is
 * to lay the page out, and what React draws meanwhile is laid out with it.
 */
function showSoon(run: (marksToo: boolean) => void): (marksToo: boolean) => void {
  let due: { marksToo: boolean } | null = null
  const showNow = () => {
    const { marksToo } = due as { marksToo: boolean }
    due = null
    run(marksToo)
  }
  return (marksToo) => {
    if (!due) queueMicrotask(() => queueMicrotask(showNow))
    due = { marksToo: marksToo || due?.marksToo === true }
  }
}

function marksLookDifferent(now: DeskState, before: DeskState): boolean {
  return (
    now.open?.record.annotations !== before.open?.record.annotations ||
    now.open?.selected !== before.open?.selected ||
    now.open?.edge !== before.open?.edge ||
    now.find !== before.find
  )
}

/** Shows the desk's selection and, if there is something to paint, that; in one go, since each lays the page out. */
function show({ editor, document }: ArticleEditor, painted: Painted | null): void {
  const { open } = desk.getState()
  if (!open || editor.isDestroyed) return
  const { anchor, head } = selectionIn(editor.state, document)
  const isMoved = anchor !== open.selection.anchor || head !== open.selection.head
  if (!isMoved && !painted) return
  const transaction = editor.state.tr.setMeta(FROM_DESK, true)
  if (isMoved) select(transaction, document, open.selection)
  if (painted) paint(transaction, painted)
  editor.view.dispatch(transaction)
}

function paintedIn(window: Span): Painted | null {
  const { open, find } = desk.getState()
  if (!open) return null
  return {
    window,
    annotations: open.record.annotations.overlapping(window),
    selected: selectedIn(open),
    matches: within(find.matches, window),
    currentMatch: find.matches[find.current] ?? null,
  }
}

function selectedIn(open: OpenArticle): Selected | null {
  const annotation = selectedAnnotation(open)
  if (!annotation) return null
  return { id: annotation.id, edge: edgesOf(annotation)[open.edge] ?? null, isStart: isStartEdge(open.edge) }
}

/** Those of `spans`, which are sorted and disjoint, that share a character with `window`. */
function within(spans: readonly Span[], window: Span): readonly Span[] {
  const first = countBelow(spans.length, (i) => (spans[i] as Span).end <= window.start)
  return spans.slice(
    first,
    countBelow(spans.length, (i) => (spans[i] as Span).start < window.end),
  )
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
