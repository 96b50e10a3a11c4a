import { type ReactNode, useRef } from 'react'
import type { CommandId } from '#shared/commands.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { isMention, shownLabel } from '#shared/domain/scheme.ts'
import { deleteSelected, setNote, toggleUnsure } from '../../state/annotating.ts'
import { focusPane, type OpenArticle, schemeOf, useDesk } from '../../state/desk.ts'
import { quoteOf } from '../../state/filtering.ts'
import { useKeys } from '../../state/keys.ts'
import { selectedAnnotation } from '../../state/selecting.ts'
import { useFocus, useFocusGoesOn } from '../../state/use-focus.ts'
import { TextField } from '../../ui/text-field.tsx'
import { HintLine } from './hint-line.tsx'
import css from './inspector.module.css'
import { MentionActor } from './mention-actor.tsx'
import { RemarkLine } from './remark-line.tsx'

/** The selected annotation: what it says, how sure the analyst is, and a note; `act`: what is said of it as an act. */
export function AnnotationCard({ act }: { readonly act: ReactNode }) {
  const annotation = useDesk(({ open }) => selectedAnnotation(open))
  return annotation ? <Card annotation={annotation} act={act} /> : null
}

function Card({ annotation, act }: { readonly annotation: Annotation; readonly act: ReactNode }) {
  const section = useRef<HTMLElement>(null)
  useFocusGoesOn(section)
  const text = useDesk(({ open }) => (open as OpenArticle).text)
  const isReadOnly = useDesk(({ open }) => open?.access.kind !== 'write')
  const scheme = useDesk(schemeOf)
  const { title } = shownLabel(scheme, annotation.label)
  return (
    <section ref={section} aria-label="Selected annotation" className={css.card}>
      <h2 className={css.heading}>{title}</h2>
      <blockquote className={css.selectedQuote}>{quoteOf(annotation, text)}</blockquote>
      <HintLine />
      <RemarkLine key={`remark ${annotation.id}`} annotation={annotation} />
      {isMention(scheme, annotation.label) && <MentionActor mention={annotation} isReadOnly={isReadOnly} />}
      {act}
      <NoteField key={annotation.id} annotation={annotation} isReadOnly={isReadOnly} />
      <div className={css.actions}>
        <label>
          <input
            type="checkbox"
            checked={annotation.certainty === 'unsure'}
            disabled={isReadOnly}
            onChange={toggleUnsure}
          />{' '}
          Unsure <KeysOf id="annotation.unsure" />
        </label>
        <button type="button" disabled={isReadOnly} onClick={deleteSelected}>
          Delete <KeysOf id="annotation.delete" />
        </button>
      </div>
    </section>
  )
}

function KeysOf({ id }: { readonly id: CommandId }) {
  const { shown } = useKeys(id)
  return shown && <kbd>{shown}</kbd>
}

function NoteField({
  annotation,
  isReadOnly,
}: {
  readonly annotation: Annotation
  readonly isReadOnly: boolean
}) {
  const field = useFocus<HTMLTextAreaElement>('note')
  return (
    <TextField
      ref={field}
      label="Note"
      keys={useKeys('annotation.note')}
      value={annotation.note ?? ''}
      disabled={isReadOnly}
      maxLength={100_000}
      onChange={(note, typing) => setNote(annotation.id, note, typing)}
      onLeave={() => focusPane('reader')}
    />
  )
}
