import type { Label } from '#shared/domain/scheme.ts'
import { applyLabel } from '../../state/annotating.ts'
import { useDesk } from '../../state/desk.ts'
import { keysIn, useBound, withKeys } from '../../state/keys.ts'
import { LabelChip } from '../../ui/label-chip.tsx'
import css from './label-bar.module.css'

const NO_LABELS: readonly Label[] = []

/** The labels of the scheme with their keys: marks the selected words, or relabels the selected annotation. */
export function LabelBar() {
  const labels = useDesk(({ workspace }) => workspace?.scheme.labels ?? NO_LABELS)
  const bound = useBound()
  const isReadOnly = useDesk(({ open }) => open?.access.kind !== 'write')
  const selectedLabel = useDesk(({ open }) =>
    open?.selected ? open.record.annotations.get(open.selected)?.label : undefined,
  )
  return (
    <div role="toolbar" aria-label="Labels" className={css.bar}>
      {labels.map(({ id, title, shape, description }) => {
        const keys = keysIn(bound, `mark.${id}`)
        return (
          <button
            key={id}
            type="button"
            aria-keyshortcuts={keys.spoken}
            aria-pressed={selectedLabel === id}
            title={`${withKeys(`${selectedLabel ? 'Relabel as' : 'Mark as'} ${title}`, keys)}. ${description}`}
            disabled={isReadOnly}
            className={css.label}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => applyLabel(id)}
          >
            <LabelChip labelId={id} shape={shape} title={title} />
            <span aria-hidden="true">{keys.shown && <kbd>{keys.shown}</kbd>}</span>
          </button>
        )
      })}
    </div>
  )
}
