import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { attributeValue } from '#shared/domain/act-edits.ts'
import type { Annotation } from '#shared/domain/annotation.ts'
import { attributesOf } from '#shared/domain/scheme.ts'
import { schemeOf, useDesk } from '../../../state/desk.ts'
import { quoteOf } from '../../../state/filtering.ts'
import { propose, stopWriting } from '../../../state/judging.ts'
import { labelDraft, moveDraft, setDraftAttribute } from '../../../state/proposing.ts'
import { reviewing } from '../../../state/reviewing.ts'
import { MarkEnds } from '../mark-ends.tsx'
import css from './work.module.css'

/** What the reviewer would have instead: by the keys of the reader, which the text shows at once, or from here. */
export function ChangeForm() {
  const draft = reviewing((state) => state.draft)
  const text = reviewing(({ work }) => work?.text ?? '')
  const form = useRef<HTMLFormElement>(null)
  const [reason, setReason] = useState('')
  useEffect(() => form.current?.focus(), [])
  if (!draft) return null
  const onKeyDown = (event: KeyboardEvent) => {
    const isSent = event.key === 'Enter' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)
    if (!isSent || event.nativeEvent.isComposing) return
    event.preventDefault()
    propose(reason)
  }
  return (
    <form
      ref={form}
      aria-label="What it should be"
      tabIndex={-1}
      className={css.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        propose(reason)
      }}
    >
      <blockquote aria-live="polite" dir="auto" className={css.proposed}>
        {quoteOf(draft, text)}
      </blockquote>
      <MarkEnds move={moveDraft} className={css.buttons} />
      <Labels draft={draft} />
      <label className={css.field}>
        Why? (may be left empty)
        <textarea
          rows={2}
          maxLength={10_000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <div className={css.buttons}>
        <button type="submit" className="primary">
          Propose this <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={stopWriting}>
          Cancel <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}

function Labels({ draft }: { readonly draft: Annotation }) {
  const scheme = useDesk(schemeOf)
  return (
    <div className={css.fields}>
      <label>
        Label{' '}
        <select value={draft.label} onChange={({ target }) => labelDraft(target.value)}>
          {scheme.labels.map(({ id, title, key }) => (
            <option key={id} value={id}>
              {key ? `${title} (${key})` : title}
            </option>
          ))}
        </select>
      </label>
      {attributesOf(scheme, draft.label).map((attribute) => (
        <label key={attribute.id}>
          {attribute.title}{' '}
          <select
            value={attributeValue(draft, attribute)}
            onChange={({ target }) => setDraftAttribute(attribute, target.value)}
          >
            {attribute.values.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}
