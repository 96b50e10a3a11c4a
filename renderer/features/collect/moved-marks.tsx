import type { Annotation } from '#shared/domain/annotation.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import { focusPane, schemeInUse, useDesk } from '../../state/desk.ts'
import { selectAnnotation } from '../../state/selecting.ts'
import { versions } from '../../state/versions.ts'
import css from './changed-panel.module.css'
import { figuresOf, sentenceOn } from './evidence-words.ts'

/** As many as anybody looks through. */
const MOST = 500

/** What was carried over to another place by itself, and what that rests on. */
export function MovedMarks() {
  const comparison = versions((state) => state.comparison)
  const open = useDesk((state) => state.open)
  if (!comparison || !open || comparison.laterId !== open.article.id) return null
  const { annotations } = open.record
  const there = comparison.moved.filter(({ id }) => annotations.get(id))
  const count = there.length
  const rows = there.slice(0, MOST).map(({ id, evidence }) => ({
    annotation: annotations.get(id) as Annotation,
    evidence,
  }))
  if (count === 0) return null
  return (
    <details className={css.moved}>
      <summary>{count === 1 ? '1 was moved by itself' : `${count} were moved by themselves`}</summary>
      <ul>
        {rows.map(({ annotation, evidence }) => (
          <li key={annotation.id}>
            <button type="button" onClick={() => goTo(annotation.id)}>
              {shownLabel(schemeInUse(), annotation.label).title}: {shortQuoteOf(open.text, annotation)}
            </button>{' '}
            <span title={figuresOf(evidence)}>{sentenceOn(evidence)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function goTo(id: string): void {
  focusPane('reader')
  selectAnnotation(id)
}
