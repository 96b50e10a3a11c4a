import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type Selection, selectFrom, selectionOf } from '#shared/domain/selection.ts'
import { sentenceCore, sentencesNear } from '#shared/domain/sentences.ts'
import { snapToWords } from '#shared/domain/snapping.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import type { ArticleDocument } from './article-document.ts'

export type MouseEvents = {
  readonly onPress: () => void
  /** A click that selected no text. */
  readonly onClick: (offset: number) => void
}

export type MouseContext = {
  readonly document: ArticleDocument
  readonly text: string
  readonly events: MouseEvents
}

/**
 * A selection drawn with the mouse snaps to whole words when the button is let go, unless Alt is held. A double click
 * takes a word, a third one its sentence.
 */
export function mousePlugin(context: MouseContext): Plugin {
  return new Plugin({
    props: {
      handleTripleClick: (view, position, { altKey }) => {
        const span = sentenceToSelect(context, position, altKey)
        if (span) view.dispatch(select(view.state.tr, context.document, selectionOf(span)))
        return span !== undefined
      },
      handleDOMEvents: {
        mousedown: (view, { button, detail }) => {
          if (button !== 0) return false
          context.events.onPress()
          // The button may be let go anywhere, and the browser's selection is final a moment after.
          if (detail < 3) {
            window.addEventListener('mouseup', (up) => setTimeout(release, 0, view, up, context), {
              once: true,
            })
          }
          return false
        },
      },
    },
  })
}

/**
 * What is drawn anew while something else has the focus loses the browser's selection, and the editor would believe what
 * it finds then; so its own is put back as the focus comes.
 */
export function selectionKeeper(): Plugin {
  const putBack = (view: EditorView) => {
    view.focus()
    return false
  }
  return new Plugin({ props: { handleDOMEvents: { focus: putBack } } })
}

function sentenceToSelect(
  { document, text }: MouseContext,
  position: number,
  isExact: boolean,
): Span | undefined {
  const offset = document.offsetOf(position)
  const sentences = sentencesNear(text, offset)
  const sentence = sentences.find(({ end }) => offset <= end) ?? sentences.at(-1)
  return sentence && (isExact ? sentence : sentenceCore(text, sentence))
}

function release(
  view: EditorView,
  { altKey, detail }: MouseEvent,
  { document, text, events }: MouseContext,
): void {
  const drawn = view.isDestroyed ? null : drawnSpan(view, document)
  if (!drawn) return
  if (isEmptySpan(drawn)) {
    if (detail === 1) events.onClick(drawn.start)
    return
  }
  const snapped = altKey ? drawn : snapToWords(text, drawn)
  if (!isEmptySpan(snapped)) view.dispatch(select(view.state.tr, document, selectionOf(snapped)))
}

/** What the browser has selected; the editor may hear of it later. */
function drawnSpan(view: EditorView, document: ArticleDocument): Span | null {
  const drawn = view.dom.ownerDocument.getSelection()
  if (!drawn?.anchorNode || !drawn.focusNode || !view.dom.contains(drawn.anchorNode)) return null
  if (!view.dom.contains(drawn.focusNode)) return null
  const anchor = document.offsetOf(view.posAtDOM(drawn.anchorNode, drawn.anchorOffset))
  const head = document.offsetOf(view.posAtDOM(drawn.focusNode, drawn.focusOffset))
  return { start: Math.min(anchor, head), end: Math.max(anchor, head) }
}

export function selectionIn({ selection }: EditorState, document: ArticleDocument): Selection {
  return selectFrom(document.offsetOf(selection.anchor), document.offsetOf(selection.head))
}

/** Adds to `transaction` that `selection` is selected. */
export function select(
  transaction: Transaction,
  document: ArticleDocument,
  { anchor, head }: Selection,
): Transaction {
  const [from, to] = [document.positionOf(anchor), document.positionOf(head)]
  return transaction.setSelection(TextSelection.create(transaction.doc, from, to))
}
