import type { Likeness } from '../domain/near-duplicates.ts'

/** Two articles whose texts are nearly the same. */
export type AlikePair = Likeness & {
  readonly a: string
  readonly b: string
  /** The analyst said that they are two articles all the same. */
  readonly isDifferent: boolean
}

/** What is shown of more are the likest. */
export const MOST_PAIRS = 2_000
