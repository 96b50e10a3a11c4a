import type { FindOptions, Found } from '#shared/domain/find.ts'
import type { Span } from '#shared/domain/span.ts'

/** What the desk asks of the worker that searches for patterns. It keeps the text for the patterns after it. */
export type PatternJob = {
  readonly text: string | null
  readonly source: string
  readonly options: FindOptions
}

/** What was found comes as the starts and ends by turns: ten thousand objects would hold the desk up on their arrival. */
export type PatternAnswer =
  | { readonly kind: 'begun' }
  | { readonly kind: 'found'; readonly edges: Int32Array; readonly hasMore: boolean }
  | { readonly kind: 'failed' }

export const edgesOf = ({ matches }: Found): Int32Array =>
  Int32Array.from(matches.flatMap(({ start, end }) => [start, end]))

export function matchesFrom(edges: Int32Array): Span[] {
  const matches: Span[] = []
  for (let i = 0; i < edges.length; i += 2) {
    matches.push({ start: edges[i] as number, end: edges[i + 1] as number })
  }
  return matches
}
