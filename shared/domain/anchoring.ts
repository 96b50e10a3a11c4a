import type { Span } from './span.ts'

/** Why an annotation cannot be carried over to a newer text without a person. */
export type Reason =
  /** Its words, or those around it, are not the same any more. */
  | 'changed'
  /** They stand in one of the texts more than once. */
  | 'repeated'
  /** Its parts are not in their order any more. */
  | 'out of order'
  /** The texts differ so much that they were not compared to the end. */
  | 'not compared'

/** Where an annotation could stand in the newer text. `errors`: how many characters differ. */
export type Candidate = Span & { readonly errors: number }

/** What a place in the newer text rests on. All in UTF-16 units. */
export type AnchorEvidence = {
  /** How much further on it starts than before. */
  readonly shift: number
  /** How much of the text before and behind it is the same, up to what has changed. */
  readonly contextBefore: number
  readonly contextAfter: number
  /** White space, quotation marks, dashes or the composition of letters inside it are written in another way. */
  readonly typographyChanged: boolean
}

/** What becomes of an annotation in a newer text. */
export type Anchoring = { readonly id: string } & (
  | {
      readonly outcome: 'exact' | 'moved'
      readonly spans: readonly Span[]
      readonly evidence: AnchorEvidence
    }
  | {
      readonly outcome: 'review'
      readonly reason: Reason
      readonly candidates: readonly Candidate[]
      /** Where in the newer text it would be by what stands around. */
      readonly near: number
    }
  /** What stood around it is gone as well, and nothing like it is there. */
  | { readonly outcome: 'gone'; readonly near: number }
)
