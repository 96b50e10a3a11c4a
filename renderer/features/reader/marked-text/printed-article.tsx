import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { shownDate } from '#shared/domain/partial-date.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { desk, type OpenArticle, schemeInUse, useDesk } from '../../../state/desk.ts'
import { standingOf } from '../../../state/standing.ts'
import { LabelChip } from '../../../ui/label-chip.tsx'
import css from './printed-article.module.css'
import { PrintedText } from './printed-text.tsx'

/** Opens the system's dialog. False when there is nothing to print. */
export function printArticle(): boolean {
  if (!desk.getState().open) return false
  window.print()
  return true
}

/**
 * The open article as it is printed, beside everything else and only while it is printed: on the screen marks are drawn
 * only where they are in sight.
 */
export function PrintedArticle() {
  const isPrinting = useIsPrinting()
  const open = useDesk((state) => state.open)
  if (!isPrinting || !open) return null
  const { record } = open
  const { title, byline, source, published } = standingOf(open).metadata
  return createPortal(
    <article className={css.printed}>
      <h1>{title}</h1>
      <p className={css.about}>
        {[byline, source, published && shownDate(published)].filter(Boolean).join(' · ')}
      </p>
      <PrintedText open={open} />
      <Legend />
      <h2>Annotations · {record.annotations.size}</h2>
      <ol>
        {Array.from(record.annotations, (annotation) => (
          <Entry key={annotation.id} annotation={annotation} open={open} />
        ))}
      </ol>
    </article>,
    document.body,
  )
}

/** The page is laid out for paper as soon as the event is over, so the article has to be there by then. */
function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    const show = () => flushSync(() => setIsPrinting(true))
    const hide = () => setIsPrinting(false)
    const paper = matchMedia('print')
    const follow = () => (paper.matches ? show() : hide())
    window.addEventListener('beforeprint', show)
    window.addEventListener('afterprint', hide)
    paper.addEventListener('change', follow)
    return () => {
      window.removeEventListener('beforeprint', show)
      window.removeEventListener('afterprint', hide)
      paper.removeEventListener('change', follow)
    }
  }, [])
  return isPrinting
}

function Legend() {
  return (
    <section className={css.legend}>
      <h2>Labels</h2>
      <ul>
        {schemeInUse().labels.map(({ id, title, shape, description }) => (
          <li key={id}>
            <LabelChip labelId={id} shape={shape} title={title} /> {description}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Entry({ annotation, open }: { readonly annotation: Annotation; readonly open: OpenArticle }) {
  const { label, certainty, note } = annotation
  const { title, shape } = shownLabel(schemeInUse(), label)
  const quote = fragmentsOf(annotation)
    .map(({ start, end }) => open.text.slice(start, end))
    .join(' … ')
  return (
    <li>
      <LabelChip labelId={label} shape={shape} title={title} /> <q>{quote}</q>
      {certainty === 'unsure' && ' (unsure)'}
      {note && <p className={css.note}>{note}</p>}
    </li>
  )
}
