import type { Access } from '../domain/access.ts'
import type { CleaningRule } from '../domain/cleaning-rule.ts'

/** The cleaning rules as they cross the border. */
export type CleaningView = {
  readonly own: readonly CleaningRule[]
  /** Everybody else's, by annotator. */
  readonly others: readonly { readonly annotator: string; readonly rules: readonly CleaningRule[] }[]
  readonly access: Access
  /** Sentences that say which of others' rules are missing, since they cannot be read. */
  readonly unread: readonly string[]
}
