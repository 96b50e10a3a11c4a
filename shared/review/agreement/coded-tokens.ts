import { type Annotation, fragmentsOf } from '#shared/domain/annotation.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import type { Span } from '#shared/domain/span.ts'
import type { LabelSets } from './label-sets.ts'

/** By token the number of the set of labels that one annotator's marks give it. A mark that touches a token has it all. */
export function codedTokens(
  tokens: readonly Span[],
  annotations: readonly Annotation[],
  sets: LabelSets,
): readonly number[] {
  const codes = new Array<number>(tokens.length).fill(0)
  for (const annotation of annotations) {
    for (const { start, end } of fragmentsOf(annotation)) {
      const first = countBelow(tokens.length, (i) => (tokens[i] as Span).end <= start)
      for (let i = first; i < tokens.length && (tokens[i] as Span).start < end; i++) {
        codes[i] = sets.with(codes[i] as number, annotation.label)
      }
    }
  }
  return codes
}
