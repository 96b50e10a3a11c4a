import type { Annotation } from '#shared/domain/annotation.ts'
import type { JudgedMark, Outcome } from '#shared/domain/review.ts'
import type { Alignment } from './differences.ts'
import { saysTheSame } from './proposals.ts'

/** What shall become of marks that are aligned with each other. */
export type Verdict =
  /** Those of these annotators; of several that mark and say the same, one. */
  | { readonly kind: 'take'; readonly annotators: readonly string[] }
  /** A mark as it was put right; what it names in roles and links is that of `from`. */
  | { readonly kind: 'edit'; readonly mark: Annotation; readonly from: string }
  | { readonly kind: 'reject' }
  | { readonly kind: 'discuss' }

export type Decision = {
  readonly alignment: Alignment
  readonly verdict: Verdict
  readonly reason?: string
}

export const takeOf = (alignment: Alignment): Decision => ({
  alignment,
  verdict: { kind: 'take', annotators: alignment.marks.slice(0, 1).map(({ annotator }) => annotator) },
})

export const OUTCOME_OF: { readonly [K in Verdict['kind']]: Outcome } = {
  take: 'accepted',
  edit: 'changed',
  reject: 'rejected',
  discuss: 'discuss',
}

/** All marks that a decision is about, and how many of the first of them come into gold: see `Judgement.made`. */
export type Settled = {
  readonly about: readonly JudgedMark[]
  readonly taken: readonly Annotation[]
}

export function settledBy({ alignment: { marks }, verdict }: Decision): Settled {
  if (verdict.kind === 'take') {
    const wanted = marks.filter(({ annotator }) => verdict.annotators.includes(annotator))
    const first = wanted.filter(
      (mark, i) => !wanted.slice(0, i).some((other) => saysTheSame(mark.as, other.as)),
    )
    return {
      about: [...first, ...marks.filter((mark) => !first.includes(mark))],
      taken: first.map(({ as }) => as),
    }
  }
  if (verdict.kind !== 'edit') return { about: marks, taken: [] }
  const isFrom = ({ annotator }: JudgedMark) => annotator === verdict.from
  return { about: [...marks.filter(isFrom), ...marks.filter((mark) => !isFrom(mark))], taken: [verdict.mark] }
}
