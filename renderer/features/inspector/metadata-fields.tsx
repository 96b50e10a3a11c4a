import { useState } from 'react'
import type { Evidence } from '#shared/domain/evidence.ts'
import { METADATA_FIELDS, type MetadataField } from '#shared/domain/metadata.ts'
import { shownDate } from '#shared/domain/partial-date.ts'
import { focusPane, useDesk } from '../../state/desk.ts'
import { fieldProblem, knownField, setField, showEvidence, showNoEvidence } from '../../state/metadata.ts'
import { standingOf } from '../../state/standing.ts'
import { TextField } from '../../ui/text-field.tsx'
import inspector from './inspector.module.css'
import css from './metadata-fields.module.css'

const LABELS: { readonly [F in MetadataField]: string } = {
  title: 'Title',
  byline: 'Byline',
  source: 'Source, agency',
  publisher: 'Publisher',
  published: 'Published',
  dateline: 'Dateline',
  language: 'Language',
  url: 'Address',
  retrieved: 'Retrieved',
}

/** What is known of the article, on one line; below it, when it is unfolded, each field and where it was read. */
export function MetadataFields({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const summary = useDesk(({ open, cleaning }) =>
    open ? summaryOf(standingOf(open, { cleaning }).metadata) : '',
  )
  return (
    <details
      className={inspector.more}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{summary}</summary>
      {isOpen && (
        <div className={css.fields}>
          {METADATA_FIELDS.map((field) => (
            <Field key={field} field={field} isReadOnly={isReadOnly} />
          ))}
        </div>
      )}
    </details>
  )
}

type Summed = { readonly [F in 'publisher' | 'source' | 'published']: string | null }

function summaryOf({ publisher, source, published }: Summed): string {
  const from = publisher ?? source
  return from === null && published === null
    ? 'Source and date not known'
    : `${from ?? 'Source not known'} · ${published === null ? 'date not known' : shownDate(published)}`
}

type FieldProps = { readonly field: MetadataField; readonly isReadOnly: boolean }

function Field({ field, isReadOnly }: FieldProps) {
  const article = useDesk(({ open }) => open?.article)
  const corrections = useDesk(({ open }) => open?.record.corrections)
  const [problem, setProblem] = useState<string | null>(null)
  if (!article || !corrections) return null
  const { value, found, isCorrected, evidence } = knownField(article, corrections, field)
  if (field === 'title' && !evidence && !isCorrected) return null
  const onChange = (typed: string, typing: string) => {
    setProblem(fieldProblem(field, typed))
    setField(field, typed, typing)
  }
  return (
    <fieldset
      aria-label={LABELS[field]}
      className={css.field}
      onFocus={() => evidence && showEvidence(evidence)}
      onBlur={showNoEvidence}
    >
      {field !== 'title' && (
        <TextField
          label={LABELS[field]}
          value={value}
          placeholder="not known"
          disabled={isReadOnly}
          isOneLine
          rows={1}
          maxLength={1_000}
          problem={problem}
          onChange={onChange}
          onLeave={() => focusPane('reader')}
        />
      )}
      <div className={css.origin}>
        {/* It has its own field above; here is where it was read. */}
        {field === 'title' && <span>{LABELS.title}</span>}
        {evidence && <ReadFrom field={field} evidence={evidence} />}
        {isCorrected && (
          <button
            type="button"
            className={css.small}
            disabled={isReadOnly}
            onClick={() => setField(field, found)}
          >
            Back to what was found: {found === '' ? 'not known' : found}
          </button>
        )}
      </div>
    </fieldset>
  )
}

const FROM: { readonly [F in Exclude<Evidence['from'], 'text'>]: string } = {
  'json-ld': 'from the page’s JSON-LD',
  'open-graph': 'from the page’s Open Graph tags',
  meta: 'from the page’s meta tags',
  file: 'from the file itself',
}

function ReadFrom({ field, evidence }: { readonly field: MetadataField; readonly evidence: Evidence }) {
  const { from, span, certainty } = evidence
  const where = from === 'text' ? 'read in the text' : FROM[from]
  const sure = `${certainty} % certain`
  if (!span) return <span>{`${where}, ${sure}`}</span>
  return (
    <button
      type="button"
      className={css.small}
      aria-label={`${LABELS[field]}: ${where}, ${sure}; show where`}
      onClick={() => showEvidence(evidence)}
    >
      {where}, {sure}
    </button>
  )
}
