import type { Access } from '#shared/domain/access.ts'
import { type Cleaning, emptyCleaning } from '#shared/domain/cleaning-rule.ts'
import { type CleaningPart, noCleaning, type UnitedCleaning } from '#shared/domain/united-cleaning.ts'

/** The cleaning rules of the workspace. */
export type OpenCleaning = {
  /** The annotator's own, those that are edited. */
  readonly own: Cleaning
  /** Everybody else's, by annotator. */
  readonly others: readonly CleaningPart[]
  /** What articles are read with: all of them together. */
  readonly united: UnitedCleaning
  readonly access: Access
}

export const noOpenCleaning: OpenCleaning = {
  own: emptyCleaning,
  others: [],
  united: noCleaning,
  access: { kind: 'read', sentence: 'The cleaning rules are still being read.' },
}
