import { schemeOf, useDesk } from '../../state/desk.ts'
import { setGuidelines } from '../../state/guideline.ts'
import { EditableMarkdown } from '../../ui/editable-markdown.tsx'
import css from './scheme.module.css'

/** The page on marking as a whole; what is written about a label is with the label. */
export function GuidelinesPart({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const guidelines = useDesk((state) => schemeOf(state).guidelines)
  return (
    <div className={css.detail}>
      <EditableMarkdown
        label="Guidelines on the whole"
        value={guidelines}
        disabled={isReadOnly}
        empty="Nothing is written yet."
        onChange={setGuidelines}
      />
    </div>
  )
}
