import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { snapToWords } from '#shared/domain/words.ts'
import type { ArticleDocument } from './article-document.ts'

export type MouseEvents = {
  readonly onPress: () => void
  /** A click that selected no text. */
  readonly onClick: (offset: number) => void
}

/** A selection drawn with the mouse snaps to whole words when the button is let go, unless Alt is held. */
export function mousePlugin(document: ArticleDocument, text: string, events: MouseEvents): Plugin {
  const release = (view: EditorView, { altKey, detail }: MouseEvent) => {
    if (view.isDestroyed) return
    const drawn = selectedSpan(view.state, document)
    if (isEmptySpan(drawn)) {
      if (detail === 1) events.onClick(drawn.start)
      return
    }
    const snapped = altKey ? drawn : snapToWords(text, drawn)
    if (!isEmptySpan(snapped)) view.dispatch(selectSpan(view.state, document, snapped))
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown: (view, { button }) => {
          if (button !== 0) return false
          events.onPress()
          // The button may be let go anywhere, and the editor reads the browser's selection a moment after.
          window.addEventListener('mouseup', (up) => setTimeout(release, 0, view, up), { once: true })
          return false
        },
      },
    },
  })
}

export function selectedSpan({ selection }: EditorState, document: ArticleDocument): Span {
  return { start: document.offsetOf(selection.from), end: document.offsetOf(selection.to) }
}

export function selectSpan(state: EditorState, document: ArticleDocument, { start, end }: Span): Transaction {
  return state.tr.setSelection(
    TextSelection.create(state.doc, document.positionOf(start), document.positionOf(end)),
  )
}
