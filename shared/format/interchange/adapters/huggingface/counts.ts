import type { DatasetArticle } from '#shared/format/dataset.ts'
import { SPLITS, type SplitName } from './splits.ts'

/** What is in each split. */
export type SplitCounts = {
  articles: number
  annotations: number
  readonly labels: Map<string, number>
  readonly roles: Map<string, number>
  readonly annotators: Map<string, number>
}

export class Counts {
  readonly bySplit: ReadonlyMap<SplitName, SplitCounts> = new Map(SPLITS.map((split) => [split, none()]))
  readonly languages = new Set<string>()

  add(split: SplitName, { annotations, language }: DatasetArticle): void {
    const counts = this.bySplit.get(split) as SplitCounts
    counts.articles++
    counts.annotations += annotations.length
    if (language) this.languages.add(language)
    for (const { label, annotator, roles } of annotations) {
      count(counts.labels, label)
      count(counts.annotators, annotator)
      for (const [role, fillers] of Object.entries(roles)) count(counts.roles, role, fillers.length)
    }
  }

  get articles(): number {
    return SPLITS.reduce((sum, split) => sum + (this.bySplit.get(split)?.articles ?? 0), 0)
  }
}

const none = (): SplitCounts => ({
  articles: 0,
  annotations: 0,
  labels: new Map(),
  roles: new Map(),
  annotators: new Map(),
})

function count(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
