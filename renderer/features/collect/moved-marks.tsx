import type { AnchorEvidence } from '#shared/domain/anchoring.ts'
import { shownLabel } from '#shared/domain/scheme.ts'
import { shortQuoteOf } from '#shared/domain/short-quote.ts'
import { focusPane, schemeInUse, useDesk } from '../../state/desk.ts'
import { selectAnnotation } from '../../state/selecting.ts'
import { versions } from '../../state/versions.ts'
import css from './changed-panel.module.css'

/** As many as anybody looks through. */
const MOST = 500

/** What was carried over to another place by itself, and what that rests on. */
export function MovedMarks() {
  const comparison = versions((state) => state.comparison)
  const open = useDesk((state) => state.open)
  if (!comparison || !open || comparison.laterId !== open.article.id) return null
  const rows = comparison.moved.slice(0, MOST).flatMap(({ id, evidence }) => {
    const annotation = open.record.annotations.get(id)
    return annotation ? [{ annotation, evidence }] : []
  })
  if (rows.length === 0) return null
  return (
    <details className={css.moved}>
      <summary>{comparison.moved.length} moved by itself</summary>
      <ul>
        {rows.map(({ annotation, evidence }) => (
          <li key={annotation.id}>
            <button type="button" onClick={() => goTo(annotation.id)}>
              {shownLabel(schemeInUse(), annotation.label).title}: {shortQuoteOf(open.text, annotation)}
            </button>{' '}
            {sentenceOn(evidence)}
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

function sentenceOn({ shift, contextBefore, contextAfter, typographyChanged }: AnchorEvidence): string {
  const way =
    shift === 0 ? 'in its place' : `${Math.abs(shift)} characters ${shift > 0 ? 'further on' : 'further up'}`
  const typography = typographyChanged ? '; typography changed' : ''
  return `${way}; ${contextBefore} characters before it and ${contextAfter} behind it are the same${typography}`
}
