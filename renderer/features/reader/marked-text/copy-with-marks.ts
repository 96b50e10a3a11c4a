import { markedLines } from '#shared/domain/marked-lines.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { isEmptySpan, type Span } from '#shared/domain/span.ts'
import { desk, type OpenArticle, say, schemeInUse } from '../../../state/desk.ts'
import { selectedAnnotation } from '../../../state/selecting.ts'
import { copyForms } from '../../../ui/copy-forms.ts'
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
  copyForms({
    'text/plain': bracketedText(marked, scheme),
    'text/html': styledHtml(marked, scheme, coloursOnPaper()),
  })
  say(`Copied with ${annotations.length === 1 ? '1 mark' : `${annotations.length} marks`}.`)
}

function wantedOf(open: OpenArticle): Span {
  if (!isEmptySpan(open.selection)) return open.selection
  return selectedAnnotation(open) ?? { start: 0, end: open.text.length }
}
