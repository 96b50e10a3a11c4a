import { useDesk } from '../../state/desk.ts'
import { labelInUse, setGuideline, toggleGuideline } from '../../state/guideline.ts'
import { useKeys, withKeys } from '../../state/keys.ts'
import { EditableMarkdown } from '../../ui/editable-markdown.tsx'
import { LabelChip } from '../../ui/label-chip.tsx'
import css from './guidelines.module.css'

/** The guideline of the label in use, beside the text until it is put away. */
export function GuidelinePanel() {
  const isShown = useDesk(({ preferences }) => preferences.guidelineBeside)
  const label = useDesk(labelInUse)
  const isReadOnly = useDesk(({ workspace }) => workspace?.access.kind !== 'write')
  const keys = useKeys('view.guideline')
  if (!isShown || !label) return null
  return (
    <section aria-label="Guideline" className={css.panel}>
      <header className={css.header}>
        <h2>
          Guideline · <LabelChip labelId={label.id} shape={label.shape} title={label.title} />
        </h2>
        <button type="button" title={withKeys('Put the guideline away', keys)} onClick={toggleGuideline}>
          Close {keys.shown && <kbd>{keys.shown}</kbd>}
        </button>
      </header>
      <EditableMarkdown
        key={label.id}
        label={`Guideline of ${label.title}`}
        value={label.guideline}
        disabled={isReadOnly}
        empty="Nothing is written about this label yet."
        onChange={(text, typing) => setGuideline(label.id, text, typing)}
      />
    </section>
  )
}
