import { wholeDate } from '#shared/cleaning/dates.ts'
import type { Article } from '#shared/domain/article.ts'
import type { Evidence } from '#shared/domain/evidence.ts'
import type { MetadataField } from '#shared/domain/metadata.ts'
import { FIELD_WORDS } from '#shared/domain/metadata.ts'
import { isPartialDate } from '#shared/domain/partial-date.ts'
import type { Corrections } from '#shared/domain/record.ts'
import { standingMetadata } from '#shared/domain/standing-article.ts'
import { desk } from './desk.ts'
import { commit } from './editing.ts'
import { standingOf } from './standing.ts'

/** What is known of the open article, field by field, and the analyst's corrections of it. */

export type KnownField = {
  /** As it stands; empty where it is not known. */
  readonly value: string
  /** As it was found; empty where nothing was. */
  readonly found: string
  readonly isCorrected: boolean
  /** Where what is shown was read; null for what nobody read anywhere, and of what was typed. */
  readonly evidence: Evidence | null
}

export function knownField(article: Article, corrections: Corrections, field: MetadataField): KnownField {
  const isCorrected = corrections[field] !== undefined
  return {
    value: standingMetadata(article, corrections)[field] ?? '',
    found: article.metadata[field] ?? '',
    isCorrected,
    evidence: isCorrected ? null : (article.evidence[field] ?? null),
  }
}

const DATES: readonly MetadataField[] = ['published', 'retrieved']

/** Why `typed` cannot be the value of `field`; null where it can. */
export function fieldProblem(field: MetadataField, typed: string): string | null {
  if (keptOf(field, typed) !== null) return null
  return 'This is no date that is kept: write 14 June 2016, 2016-06-14, 2016-06, 2016, or 1 December where the year is not known.'
}

/** What is kept of what was typed: a date as ISO 8601 has it, null for what is none; all else without space around it. */
function keptOf(field: MetadataField, typed: string): string | null {
  const words = typed.trim()
  if (!DATES.includes(field) || words === '' || isPartialDate(words)) return words
  if (field === 'retrieved' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/.test(words)) return words
  return wholeDate(words)
}

/** Corrects a field; what was found takes the correction back, as nothing does for a title, which there always is. */
export function setField(field: MetadataField, typed: string, typing?: string): void {
  const { open } = desk.getState()
  const value = keptOf(field, typed)
  if (!open || value === null) return
  const before = open.record.corrections
  const found = open.article.metadata[field]
  const wanted = value || (field === 'title' ? found : null)
  if (wanted === standingOf(open).metadata[field]) return
  const { [field]: _, ...rest } = before
  const after: Corrections = wanted === found ? rest : { ...rest, [field]: wanted }
  commit(
    { name: `Change ${FIELD_WORDS[field]}`, changes: [{ kind: 'corrections', before, after }] },
    typing && `${field} ${typing}`,
  )
}

/** Shows where in the text a field was read. */
export function showEvidence({ span }: Evidence): void {
  if (span) desk.setState({ reveal: { span }, pointedOut: span })
}

export const showNoEvidence = (): void => {
  if (desk.getState().pointedOut !== null) desk.setState({ pointedOut: null })
}
