import type { Status } from '../domain/record.ts'
import type { DatasetText } from './dataset.ts'
import type { LossRule } from './interchange/overlaps.ts'

/** All that says what an export holds, and how; where it goes is said each time. */
export type ExportSettings = {
  /** Id of a format. */
  readonly format: string
  /** Names; null: everybody. */
  readonly annotators: readonly string[] | null
  /** Ids of labels; null: all. */
  readonly labels: readonly string[] | null
  /** Null: articles of any status. */
  readonly statuses: readonly Status[] | null
  /** Ids of articles; null: all. */
  readonly articles: readonly string[] | null
  /** Unsure marks are left out. */
  readonly isSureOnly: boolean
  readonly text: DatasetText
  /** How it is settled what stays where the format cannot hold all. */
  readonly rule: LossRule
  /** Labels by precedence, for the rule `label`. */
  readonly precedence: readonly string[]
  readonly onLoss: 'report' | 'fail'
  /** Of the format, by their ids. */
  readonly options: Readonly<Record<string, string>>
}

/** Everything, in a format. */
export const everythingAs = (format: string): ExportSettings => ({
  format,
  annotators: null,
  labels: null,
  statuses: null,
  articles: null,
  isSureOnly: false,
  text: 'full',
  rule: 'longest',
  precedence: [],
  onLoss: 'report',
  options: {},
})
