import type { Alignment, DifferenceKind } from './differences.ts'
import type { Standing } from './gold.ts'

/** How far the adjudication of one article has come: each group counts by how it stands, and is counted anew when that changes. */
export type SettledCounts = {
  /** Groups of aligned marks, by what differs most in them. */
  readonly groups: Readonly<Partial<Record<DifferenceKind, number>>>
  readonly differences: number
  /** Of the differences, those that are decided, and are as they were then. */
  decided: number
  /** The same of all groups. */
  settled: number
  discussed: number
  open: number
  /** The same for all and not rejected: they come into gold without a decision. */
  agreed: number
}

type Standings = (alignment: Alignment) => Standing | null

export function settledCounts(alignments: readonly Alignment[], standingOf: Standings): SettledCounts {
  const groups: Partial<Record<DifferenceKind, number>> = {}
  for (const { kind } of alignments) groups[kind] = (groups[kind] ?? 0) + 1
  const differences = alignments.length - (groups.same ?? 0)
  const counts = { groups, differences, decided: 0, settled: 0, discussed: 0, open: 0, agreed: 0 }
  for (const alignment of alignments) count(counts, { alignment, standing: standingOf(alignment) }, 1)
  return counts
}

/** A group, and what became of it. */
export type Stands = { readonly alignment: Alignment; readonly standing: Standing | null }

/** Counts a group in, or out again. */
export function count(counts: SettledCounts, stands: Stands, by: 1 | -1): void {
  const { alignment, standing } = stands
  const isSame = alignment.kind === 'same'
  const outcome = standing?.judgement.outcome
  if (isOpen(stands)) counts.open += by
  else if (outcome === 'discuss') counts.discussed += by
  else {
    if (standing) counts.settled += by
    if (!isSame) counts.decided += by
    else if (outcome !== 'rejected') counts.agreed += by
  }
}

/** True for a difference that nobody has decided, and for a group whose marks have changed since. */
export const isOpen = ({ alignment, standing }: Stands): boolean =>
  standing ? standing.isChangedSince : alignment.kind !== 'same'
