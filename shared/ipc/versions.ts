import type { AnchorEvidence, Anchoring, Candidate, Reason } from '../domain/anchoring.ts'
import type { Annotation } from '../domain/annotation.ts'
import type { Result } from '../domain/result.ts'
import type { Span } from '../domain/span.ts'

/** Where the newer version of an article's text comes from. */
export type NewerText =
  /** Another article of the workspace. */
  | { readonly kind: 'article'; readonly id: string }
  /** A file that the analyst is asked for. */
  | { readonly kind: 'file' }
  /** The article's original bytes, read in another encoding: its WHATWG or IANA name. */
  | { readonly kind: 'encoding'; readonly encoding: string }
  /** What was written into the article's text file outside Glosswright. */
  | { readonly kind: 'outside' }

/** What became of an article's annotations in a newer version of its text. */
export type Replaced =
  | {
      readonly kind: 'taken'
      /** The newer version. */
      readonly articleId: string
      readonly counts: { readonly [O in Anchoring['outcome']]: number }
    }
  /** The new text is an article now. The old one is known no more, so the annotations stayed where they are. */
  | { readonly kind: 'apart'; readonly articleId: string }

/** An article that has a newer version. */
export type VersionRow = {
  readonly earlierId: string
  readonly earlierTitle: string
  readonly laterId: string
  readonly laterTitle: string
  /** How many annotations of the earlier version wait to be placed. */
  readonly waiting: number
}

/** An annotation of the earlier version that has no place in the newer one yet, and where it could stand. */
export type Waiting = {
  readonly annotation: Annotation
  /** `later`: it was made after the others were carried over. */
  readonly reason: Reason | 'gone' | 'later'
  readonly candidates: readonly Candidate[]
  /** UTF-16 offset in the newer text where it would be by what stands around. */
  readonly near: number
}

/** An annotation that was carried over to another place by itself, or whose text is not the same to the letter. */
export type MovedMark = { readonly id: string; readonly before: Span; readonly evidence: AnchorEvidence }

/** How an article's text file is not as it was imported. */
export type ChangedOutside = {
  /** A copy of the old text is there. */
  readonly canPutBack: boolean
  /** Another text is there that could become an article. */
  readonly canTake: boolean
}

export type Comparison = {
  readonly earlierId: string
  readonly earlierTitle: string
  readonly laterId: string
  readonly oldText: string
  readonly waiting: readonly Waiting[]
  readonly moved: readonly MovedMark[]
}

/** What is asked about articles of which there is a newer text. */
export type VersionRequests = {
  /** Null where the article's text is as it was imported. */
  'article:changed-outside': { args: [articleId: string]; result: ChangedOutside | null }
  /** Puts back the text that annotations were made on, where the article's file was changed outside. */
  'article:put-back': { args: [articleId: string]; result: Result<null> }
  /**
   * Lets another text be the newer version of an article's, and carries the annotations over: one step of the history.
   * Null when the analyst cancelled the dialog.
   */
  'versions:replace': {
    args: [articleId: string, newer: NewerText]
    result: Result<Replaced> | null
  }
  /** Articles with a newer version, those with annotations waiting first. */
  'versions:list': { args: []; result: Result<readonly VersionRow[]> }
  /** JSON of a `Comparison`: what of the earlier version waits to be placed in article `laterId`, and what was moved. */
  'versions:compare': { args: [laterId: string]; result: Result<string> }
}
