import { markedLines } from '#shared/domain/marked-lines.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { desk, type OpenArticle, say, schemeInUse } from '../../../state/desk.ts'
import { selectedAnnotation } from '../../../state/selecting.ts'
import { bracketedText, styledHtml } from './clipboard-forms.ts'
import { coloursOnPaper } from './colours-on-paper.ts'

/** Copies what is selected with its marks: the selected words, or the selected annotation, or else the whole article. */
export function copyWithMarks(): void {
  const { open } = desk.getState()
  if (!open) return
  const scheme = schemeInUse()
  const { text, lines } = open
  const window = wantedOf(open)
  const annotations = open.record.annotations.overlapping(window)
  const shapeOf = (label: string) => shownLabel(scheme, label).shape
  const marked = markedLines({ text, lines, window, annotations, shapeOf })
  copy({
    'text/plain': bracketedText(marked, scheme),
    'text/html': styledHtml(marked, scheme, coloursOnPaper()),
  })
  say(`Copied with ${annotations.length === 1 ? '1 mark' : `${annotations.length} marks`}.`)
}

/**
 * Puts `forms` on the clipboard by the copy event. The clipboard's own interface would parse the HTML as part of this
 * page first, whose security policy takes every inline style out of it.
 */
function copy(forms: Readonly<Record<string, string>>): void {
  const fill = (event: ClipboardEvent) => {
    for (const [type, content] of Object.entries(forms)) event.clipboardData?.setData(type, content)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('copy', fill, { capture: true })
  document.execCommand('copy')
  window.removeEventListener('copy', fill, { capture: true })
}

function wantedOf(open: OpenArticle): Span {
  if (!isEmptySpan(open.selection)) return open.selection
  return selectedAnnotation(open) ?? { start: 0, end: open.text.length }
}
