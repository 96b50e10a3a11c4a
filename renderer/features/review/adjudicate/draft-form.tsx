import { attributeValue } from '#shared/domain/act-edits.ts'
import { attributesOf, shownLabel } from '#shared/domain/scheme.ts'
import { adjudicating, stopWriting } from '../../../state/adjudicating.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { cycleDraftAttribute, labelDraft, moveDraft, otherVersion } from '../../../state/gold-draft.ts'
import { letterOf, takeDraft } from '../../../state/settling.ts'
import { LabelChip } from '../../../ui/label-chip.tsx'
import { MarkEnds } from '../mark-ends.tsx'
import css from './adjudicate.module.css'
import { quoteOf } from './difference-words.ts'

/** The mark as it shall come into gold, shaped by the keys that shape marks in the reader. */
export function DraftForm() {
  const draft = adjudicating((state) => state.draft)
  const open = adjudicating((state) => state.open)
  const hidesNames = adjudicating((state) => state.hidesNames)
  const scheme = useDesk(schemeOf)
  if (!draft || !open) return null
  const { mark, from } = draft
  const { title, shape } = shownLabel(scheme, mark.label)
  const whose = hidesNames ? `Annotator ${letterOf(open.annotators.indexOf(from))}` : from
  return (
    <section aria-label="Mark put right" className={css.draft}>
      <p aria-live="polite">
        <LabelChip labelId={mark.label} shape={shape} title={title} />{' '}
        <span className={css.words}>{quoteOf(open.text, mark, null)[1]}</span>
      </p>
      <MarkEnds move={moveDraft} className={css.buttons} />
      <div className={css.buttons}>
        {scheme.labels.map(({ id, title, key }) => (
          <button key={id} type="button" aria-pressed={id === mark.label} onClick={() => labelDraft(id)}>
            {title} <kbd>{key}</kbd>
          </button>
        ))}
        {attributesOf(scheme, mark.label).map((attribute) => (
          <button key={attribute.id} type="button" onClick={() => cycleDraftAttribute(attribute.id)}>
            {attribute.title}: {attributeValue(mark, attribute)}{' '}
            {attribute.key && <kbd>{attribute.key.toUpperCase()}</kbd>}
          </button>
        ))}
        <button type="button" onClick={otherVersion}>
          Roles of {whose} <kbd>V</kbd>
        </button>
      </div>
      <div className={css.buttons}>
        <button type="button" className="primary" onClick={takeDraft}>
          Take this <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={stopWriting}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  )
}
