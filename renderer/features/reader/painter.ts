import { countBelow } from '#shared/domain/count-below.ts'
import { type Span, spansEqual } from '#shared/domain/span.ts'
import { type DeskState, desk, type OpenArticle, type Reveal, schemeInUse } from '../../state/desk.ts'
import { others, othersOver } from '../../state/others.ts'
import { type ArticleEditor, FROM_DESK } from './article-editor.ts'
import type { ActLines } from './cards/act-lines.ts'
import { highlightFound, highlightNothing } from './found-highlights.ts'
import { type Handles, keepHandles } from './handles.ts'
import { type Painted, paint } from './marks-plugin.ts'
import { select, selectionIn } from './selection.ts'

/**
 * Keeps what the editor shows in step with the desk. Only what is in sight, with a screen above and below, is painted,
 * so that an edit costs the same in a note and in a book.
 *
 * @returns what stops it.
 */
export function keepPainted({ article: articleEditor, scroller, lines }: Reader): () => void {
  let window = windowInSight(articleEditor, scroller)
  const handles = keepHandles(articleEditor)
  const beside = {
    place: (where: Span) => {
      // Measured before anything is written, or the page would be laid out twice.
      lines.measure(where, scroller)
      handles.place(where)
    },
  }
  const reader = { article: articleEditor, beside }
  const repaint = () => show(reader, window, { marks: true, found: true })
  const soon = showSoon((due) => show(reader, window, due))
  const follow = () => {
    const next = windowInSight(articleEditor, scroller)
    if (spansEqual(next, window)) {
      if (lines.isCut) lines.measure(window, scroller)
      return
    }
    window = next
    repaint()
  }
  repaint()
  const { reveal: wanted } = desk.getState()
  if (wanted) {
    reveal(articleEditor, scroller, wanted)
    // At a start the text's own typeface may come later, and breaks its lines elsewhere.
    void document.fonts.ready.then(
      () => articleEditor.editor.isDestroyed || reveal(articleEditor, scroller, wanted),
    )
  }
  const articleId = desk.getState().open?.article.id
  const unsubscribe = desk.subscribe((now, before) => {
    // It may be closed and opened again as somebody else's, and the editor stays.
    if (now.open?.article.id !== articleId) return
    const due = { marks: marksLookDifferent(now, before), found: now.find !== before.find }
    if (due.marks || due.found || now.open?.selection !== before.open?.selection) soon(due)
    if (now.reveal && now.reveal !== before.reveal) reveal(articleEditor, scroller, now.reveal)
  })
  const unsubscribeOthers = others.subscribe((now, before) => {
    if (now.shown !== before.shown) soon({ marks: true, found: false })
  })
  const sizes = new ResizeObserver(() => {
    follow()
    beside.place(window)
  })
  sizes.observe(scroller)
  // Lines may break elsewhere, or chunks above turn out to be higher than they were taken to be.
  sizes.observe(articleEditor.editor.view.dom)
  scroller.addEventListener('scroll', follow, { passive: true })
  return () => {
    unsubscribe()
    unsubscribeOthers()
    sizes.disconnect()
    scroller.removeEventListener('scroll', follow)
    highlightNothing()
    handles.stop()
  }
}

/** What is painted, and what is measured with it. */
export type Reader = {
  readonly article: ArticleEditor
  readonly scroller: HTMLElement
  readonly lines: ActLines
}

type Shown = { readonly article: ArticleEditor; readonly beside: Pick<Handles, 'place'> }

/** What has to be painted anew; the selection is always shown. */
type Due = { readonly marks: boolean; readonly found: boolean }

/**
 * One command changes the desk several times; only what comes of it is shown, and last of all: to move the selection is
 * to lay the page out, and what React draws meanwhile is laid out with it.
 */
function showSoon(run: (due: Due) => void): (due: Due) => void {
  let waiting: Due | null = null
  const showNow = () => {
    const due = waiting as Due
    waiting = null
    run(due)
  }
  return ({ marks, found }) => {
    if (!waiting) queueMicrotask(() => queueMicrotask(showNow))
    waiting = { marks: marks || waiting?.marks === true, found: found || waiting?.found === true }
  }
}

/** Or what stands beside them is to be placed. */
function marksLookDifferent(now: DeskState, before: DeskState): boolean {
  return (
    now.open?.record.annotations !== before.open?.record.annotations ||
    now.open?.selected !== before.open?.selected ||
    now.workspace?.scheme !== before.workspace?.scheme ||
    now.open?.edge !== before.open?.edge ||
    now.hasMargin !== before.hasMargin
  )
}

/** Shows the desk's selection and the marks in one go, since each lays the page out; then what was found. */
function show({ article, beside }: Shown, window: Span, due: Due): void {
  const { editor, document } = article
  const { open, find } = desk.getState()
  if (!open || editor.isDestroyed) return
  const { anchor, head } = selectionIn(editor.state, document)
  const isMoved = anchor !== open.selection.anchor || head !== open.selection.head
  const transaction = editor.state.tr.setMeta(FROM_DESK, true)
  if (isMoved) select(transaction, document, open.selection)
  if (due.marks) paint(transaction, paintedIn(open, window))
  if (isMoved || due.marks) editor.view.dispatch(transaction)
  if (due.marks) beside.place(window)
  // Where marks were drawn again, the text that the ranges lay in may be gone.
  if (due.found || (due.marks && find.matches.length > 0)) {
    const current = find.matches[find.current] ?? null
    highlightFound(article, { matches: within(find.matches, window), current })
  }
}

const paintedIn = (open: OpenArticle, window: Span): Painted => ({
  window,
  annotations: open.record.annotations.overlapping(window),
  others: othersOver(window),
  selected: open.selected,
  scheme: schemeInUse(),
})

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
