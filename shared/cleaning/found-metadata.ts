import type { Evidence } from '#shared/domain/evidence.ts'
import type { MetadataField } from '#shared/domain/metadata.ts'
import type { Span } from '#shared/domain/span.ts'

export type FoundValue = { readonly value: string; readonly evidence: Evidence }
export type FoundMetadata = { readonly [F in MetadataField]?: FoundValue }

export const foundInText = (value: string, span: Span | null, certainty: number): FoundValue => ({
  value,
  evidence: { from: 'text', span, certainty },
})
