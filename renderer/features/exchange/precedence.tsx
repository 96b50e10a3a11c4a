import type { Label } from '#shared/domain/scheme.ts'
import { schemeOf, useDesk } from '../../state/desk.ts'
import { changeExport, exporting } from '../../state/exporting.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import css from './loss-report.module.css'

/** Those that have no rank yet come last, as the scheme has them. */
export function useOrder(): readonly Label[] {
  const { labels } = useDesk(schemeOf)
  const precedence = exporting(({ settings }) => settings.precedence)
  const rank = (id: string) => (precedence.includes(id) ? precedence.indexOf(id) : precedence.length)
  return [...labels].sort((a, b) => rank(a.id) - rank(b.id))
}

/** The labels in the order in which their marks stay. */
export function Precedence() {
  const ordered = useOrder()
  const move = (index: number, by: 1 | -1) => {
    const ids = ordered.map(({ id }) => id)
    const id = ids[index]
    if (id === undefined || index + by < 0 || index + by >= ids.length) return
    changeExport({ precedence: ids.toSpliced(index, 1).toSpliced(index + by, 0, id) })
  }
  return (
    <ol aria-label="Labels, the first stays" className={css.order}>
      {ordered.map(({ id, shape, title }, index) => (
        <li key={id}>
          <LabelChip labelId={id} shape={shape} title={title} />
          {/* Not disabled at the ends: the focus would be lost on the way there. */}
          <button
            type="button"
            aria-label={`Move ${title} up`}
            aria-disabled={index === 0}
            onClick={() => move(index, -1)}
          >
            ↑
          </button>
          <button
            type="button"
            aria-label={`Move ${title} down`}
            aria-disabled={index === ordered.length - 1}
            onClick={() => move(index, 1)}
          >
            ↓
          </button>
        </li>
      ))}
    </ol>
  )
}
