import type { Annotation } from '#shared/domain/annotation.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import { isAct } from '#shared/domain/scheme.ts'
import type { Span } from '#shared/domain/span.ts'
import { desk, type OpenArticle, schemeInUse } from '../../../state/desk.ts'
import { selectedAnnotation } from '../../../state/selecting.ts'
import type { ArticleEditor } from '../article-editor.ts'

export type ActLine = {
  readonly act: Annotation
  /** Where its line is: CSS pixels below the top of all that is scrolled. */
  readonly top: number
}

const MOST = 40
const NONE: readonly ActLine[] = []

/**
 * The acts that have cards, and where their lines are: measured when the text is painted, and told only where it is
 * another than before. The selected act is always among them, since the focus may be in its card.
 */
export class ActLines {
  readonly #article: ArticleEditor
  #lines = NONE
  #isCut = false
  readonly #listeners = new Set<() => void>()

  constructor(article: ArticleEditor) {
    this.#article = article
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly current = (): readonly ActLine[] => this.#lines

  /** There are more acts about what is in sight than have cards: these change as the text is scrolled. */
  get isCut(): boolean {
    return this.#isCut
  }

  measure(window: Span, scroller: HTMLElement): void {
    const { open, hasMargin } = desk.getState()
    const lines = open && hasMargin ? this.#measured(open, window, scroller) : NONE
    const isSame =
      lines.length === this.#lines.length &&
      lines.every(({ act, top }, i) => this.#lines[i]?.act === act && this.#lines[i]?.top === top)
    if (isSame) return
    this.#lines = lines
    for (const listener of this.#listeners) listener()
  }

  #measured(open: OpenArticle, window: Span, scroller: HTMLElement): readonly ActLine[] {
    const frame = scroller.getBoundingClientRect()
    const origin = frame.top - scroller.scrollTop
    const labels = new Set(schemeInUse().roles.flatMap(({ on }) => on))
    const all = open.record.annotations
      .overlapping(window)
      .filter(({ label, start }) => labels.has(label) && start >= window.start)
    this.#isCut = all.length > MOST
    const acts = this.#isCut ? this.#middleOf(all, (frame.top + frame.bottom) / 2) : all
    return withSelected(acts, open).flatMap((act) => {
      const top = this.#topOf(act)
      return top === null ? [] : [{ act, top: Math.round(top - origin) }]
    })
  }

  /** Those that are nearest to the middle of what is in sight. */
  #middleOf(acts: readonly Annotation[], middle: number): readonly Annotation[] {
    const at = countBelow(acts.length, (i) => (this.#topOf(acts[i] as Annotation) ?? 0) < middle)
    const first = Math.max(0, Math.min(at - MOST / 2, acts.length - MOST))
    return acts.slice(first, first + MOST)
  }

  /** Null where its line is folded away. */
  #topOf({ start }: Annotation): number | null {
    const { editor, document } = this.#article
    const position = document.positionOf(start)
    const { node } = editor.view.domAtPos(position)
    const line = node instanceof Element ? node : node.parentElement
    return line && line.getClientRects().length > 0 ? editor.view.coordsAtPos(position, 1).top : null
  }
}

function withSelected(acts: readonly Annotation[], open: OpenArticle): readonly Annotation[] {
  const selected = selectedAnnotation(open)
  if (!selected || acts.includes(selected) || !isAct(schemeInUse(), selected.label)) return acts
  const at = acts.findIndex(({ start }) => start > selected.start)
  return acts.toSpliced(at < 0 ? acts.length : at, 0, selected)
}
