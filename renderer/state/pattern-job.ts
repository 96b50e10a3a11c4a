import type { FindOptions, Found } from '#shared/domain/find.ts'

/** What the desk asks of the worker that searches for patterns. It keeps the text for the patterns after it. */
export type PatternJob = {
  readonly text: string | null
  readonly source: string
  readonly options: FindOptions
}

export type PatternOutcome =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'problem'; readonly sentence: string }

export type PatternAnswer = PatternOutcome | { readonly kind: 'begun' }
