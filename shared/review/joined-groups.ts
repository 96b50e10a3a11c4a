import type { MarkGroup } from './mark-group.ts'
import { overlapOf } from './mark-overlap.ts'

/** Marks of different labels are about the same thing only where they share half of what both cover: an actor inside an act is not. */
const LEAST_OF_OTHER_LABEL = 0.5

type Pair = {
  readonly a: number
  readonly b: number
  readonly overlap: number
  readonly isSameLabel: boolean
}

/** Groups that overlap put together, those with the same label first, then by how much they share; `groups` are in reading order. */
export function joinedGroups(groups: readonly MarkGroup[], annotators: number): readonly MarkGroup[] {
  const into = groups.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (into[root] !== root) root = into[root] as number
    return root
  }
  for (const { a, b } of pairsOf(groups, annotators).sort(comparePairs)) {
    const [left, right] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number]
    const [one, other] = [groups[left] as MarkGroup, groups[right] as MarkGroup]
    if (left === right || !one.canTake(other)) continue
    one.take(other)
    into[right] = left
  }
  return groups.filter((_, index) => into[index] === index)
}

const comparePairs = (a: Pair, b: Pair): number =>
  Number(b.isSameLabel) - Number(a.isSameLabel) || b.overlap - a.overlap || a.a - b.a || a.b - b.b

/** Which groups could be joined: those that some annotator has no mark in, swept from left to right. */
function pairsOf(groups: readonly MarkGroup[], annotators: number): Pair[] {
  const pairs: Pair[] = []
  let reaching: number[] = []
  groups.forEach((group, b) => {
    if (group.size === annotators) return
    const { start } = group.first.mark
    reaching = reaching.filter((a) => (groups[a] as MarkGroup).first.mark.end > start)
    for (const a of reaching) {
      const pair = pairOf(groups, a, b)
      if (pair) pairs.push(pair)
    }
    reaching.push(b)
  })
  return pairs
}

function pairOf(groups: readonly MarkGroup[], a: number, b: number): Pair | null {
  const [one, other] = [groups[a] as MarkGroup, groups[b] as MarkGroup]
  if (other.members.some(({ annotator }) => one.has(annotator))) return null
  const overlap = overlapOf(one.first.mark, other.first.mark)
  const isSameLabel = one.first.mark.label === other.first.mark.label
  return overlap > 0 && (isSameLabel || overlap >= LEAST_OF_OTHER_LABEL)
    ? { a, b, overlap, isSameLabel }
    : null
}
