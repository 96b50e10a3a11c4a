import { schemeOf, useDesk } from '../../state/desk.ts'
import { setGuideline, setGuidelines } from '../../state/guideline.ts'
import { EditableMarkdown } from '../../ui/editable-markdown.tsx'
import { LabelChip } from '../../ui/label-chip.tsx'
import css from './guidelines.module.css'

/** All that is written about marking: label by label, and then the page on the whole. */
export function GuidelinesPage() {
  const { labels, guidelines } = useDesk(schemeOf)
  const isReadOnly = useDesk(({ workspace }) => workspace?.access.kind !== 'write')
  return (
    <div className={css.page}>
      {labels.map(({ id, title, shape, guideline }) => (
        <section key={id} aria-label={`Guideline of ${title}`}>
          <h2 className={css.title}>
            <LabelChip labelId={id} shape={shape} title={title} />
          </h2>
          <EditableMarkdown
            label={`Guideline of ${title}`}
            value={guideline}
            disabled={isReadOnly}
            empty="Nothing is written about this label yet."
            onChange={(text, typing) => setGuideline(id, text, typing)}
          />
        </section>
      ))}
      <section aria-label="Guidelines on the whole">
        <h2 className={css.title}>On the whole</h2>
        <EditableMarkdown
          label="Guidelines on the whole"
          value={guidelines}
          disabled={isReadOnly}
          empty="Nothing is written yet."
          onChange={setGuidelines}
        />
      </section>
    </div>
  )
}
