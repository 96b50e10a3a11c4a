import type { Result } from '../domain/result.ts'
import type { Rule } from '../review/bulk-deciding.ts'
import type { DifferenceKind } from '../review/differences.ts'
import type { BulkReport } from './bulk.ts'

/** An article that two or more have opened. */
export type AdjudicatedArticle = {
  readonly articleId: string
  readonly title: string
  readonly annotators: readonly string[]
  /** Groups of aligned marks, by what differs most in them. */
  readonly groups: Readonly<Partial<Record<DifferenceKind, number>>>
  /** Of these, how many are settled, how many wait for a discussion, and how many are open: not the same, or changed since. */
  readonly decided: number
  readonly discussed: number
  readonly open: number
  /** Gold is done with it. */
  readonly isDone: boolean
}

/** Decides many groups at once. */
export type BulkRule = Rule & {
  /** Null: all articles. */
  readonly articles: readonly string[] | null
}

export type RulePreview = {
  readonly groups: number
  readonly articles: number
  readonly examples: readonly { readonly title: string; readonly quote: string; readonly label: string }[]
  /** Of those meant, what the rule cannot settle: nobody’s mark has a majority, say. */
  readonly left: number
}

export type RuleReport = BulkReport & {
  /** How many were decided. */
  readonly groups: number
}

export type AdjudicationRequests = {
  /** Whose marks are compared: two or more, null: all but the gold. */
  'adjudication:list': {
    args: [annotators: readonly string[] | null]
    result: Result<readonly AdjudicatedArticle[]>
  }
  'adjudication:preview': {
    args: [annotators: readonly string[] | null, rule: BulkRule]
    result: Result<RulePreview>
  }
  /** One step of the history. */
  'adjudication:apply': {
    args: [annotators: readonly string[] | null, rule: BulkRule]
    result: Result<RuleReport>
  }
}
