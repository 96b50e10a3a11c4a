import type { Evidence } from '#shared/domain/evidence.ts'
import type { MetadataField } from '#shared/domain/metadata.ts'
import type { Span } from '#shared/domain/span.ts'

/** What one place in a page says one of the metadata is. */
export type Candidate = {
  readonly field: MetadataField
  readonly value: string
  readonly from: Evidence['from']
  /** How sure it would be if nothing else said anything, 0 to 100. */
  readonly weight: number
  /** Where it stands in the text; null where it does not, or where that is still to be looked for. */
  readonly span: Span | null
}
