import { type Counted, type CountedMark, QualityCount } from '#shared/domain/quality-count.ts'
import type { QualityReport } from '#shared/domain/quality-report.ts'
import type { Scheme } from '#shared/domain/scheme.ts'
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
  readonly #quality: QualityCount

  constructor(scheme: Scheme) {
    this.#quality = new QualityCount(scheme)
  }

  add(split: SplitName, article: DatasetArticle): void {
    const { annotations, language } = article
    this.#quality.addArticle(countedBy(article))
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

  /** Of what was exported, whoever made it. */
  get quality(): QualityReport {
    return this.#quality.report()
  }

  get articles(): number {
    return SPLITS.reduce((sum, split) => sum + (this.bySplit.get(split)?.articles ?? 0), 0)
  }
}

function countedBy({ annotations, status }: DatasetArticle): readonly Counted[] {
  const by = new Map<string, CountedMark[]>()
  for (const mark of annotations) {
    const marks = by.get(mark.annotator) ?? []
    marks.push(mark)
    by.set(mark.annotator, marks)
  }
  return [...by].map(([annotator, marks]) => ({ annotator, isDone: status === 'done', marks }))
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
