import { countBelow } from '#shared/domain/count-below.ts'
import { type Budget, equalRuns, type Run } from './bounded-diff.ts'
import type { FlatText } from './flat-text.ts'

/**
 * What two flat texts have in common, as runs of characters: first whole blocks are compared, then, between blocks that
 * are the same, the words. A block that was taken out in one place and stands in another, alone of its kind in both
 * texts, is a run as well.
 */
export type EqualText = {
  /** By their place in the old text; they do not overlap there. */
  readonly runs: readonly Run[]
  /** Parts of the old text that were not compared to the end. */
  readonly skipped: readonly Run[]
  readonly oldBlocks: Int32Array
  readonly nowBlocks: Int32Array
  /** How many blocks of each kind there are. */
  readonly oldCounts: Int32Array
  readonly nowCounts: Int32Array
}

const BLOCK_COMPARISONS = 20_000_000
const TOKEN_COMPARISONS = 40_000_000
const COMPARISONS_PER_HUNK = 8_000_000
/** Shorter blocks are no sign of anything when they turn up elsewhere. */
const SHORTEST_MOVED = 24

export function equalText(old: FlatText, now: FlatText): EqualText {
  const ids = new Map<string, number>()
  const oldBlocks = idsOf(old, old.blocks, ids)
  const nowBlocks = idsOf(now, now.blocks, ids)
  const oldCounts = countsOf(oldBlocks, ids.size)
  const nowCounts = countsOf(nowBlocks, ids.size)
  const matched = equalRuns(oldBlocks, nowBlocks, { left: BLOCK_COMPARISONS }) ?? []
  const inHunks = hunksBetween(matched, oldBlocks.length, nowBlocks.length)
  const budget = { left: TOKEN_COMPARISONS }
  const runs = matched.map((run) => charsOf(run, old.blocks, now.blocks))
  const skipped: Run[] = []
  const movable = { old, now, oldBlocks, nowBlocks, oldCounts, nowCounts }
  const moved = movedBlocks(inHunks, movable)
  for (const hunk of inHunks) {
    const within = runsInHunk(old, now, hunk, budget)
    if (within) runs.push(...within)
    else skipped.push({ old: at(old.blocks, hunk.old), now: 0, length: lengthOf(old.blocks, hunk) })
  }
  return { runs: joined(runs, moved), skipped, oldBlocks, nowBlocks, oldCounts, nowCounts }
}

const at = (row: Int32Array, index: number): number => row[index] as number

const lengthOf = (blocks: Int32Array, { old, oldCount }: Hunk): number =>
  at(blocks, old + oldCount) - at(blocks, old)

function idsOf({ chars }: FlatText, bounds: Int32Array, ids: Map<string, number>): Int32Array {
  const row = new Int32Array(bounds.length - 1)
  for (let i = 0; i < row.length; i++) {
    const item = chars.slice(at(bounds, i), at(bounds, i + 1))
    const known = ids.get(item)
    row[i] = known ?? ids.size
    if (known === undefined) ids.set(item, ids.size)
  }
  return row
}

function countsOf(row: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size)
  for (const id of row) counts[id] = at(counts, id) + 1
  return counts
}

type Hunk = {
  readonly old: number
  readonly oldCount: number
  readonly now: number
  readonly nowCount: number
}

/** What lies between runs of items. */
function hunksBetween(runs: readonly Run[], oldLength: number, nowLength: number): Hunk[] {
  const hunks: Hunk[] = []
  let [old, now] = [0, 0]
  for (const run of [...runs, { old: oldLength, now: nowLength, length: 0 }]) {
    if (run.old > old || run.now > now)
      hunks.push({ old, oldCount: run.old - old, now, nowCount: run.now - now })
    old = run.old + run.length
    now = run.now + run.length
  }
  return hunks
}

function charsOf({ old, now, length }: Run, oldBounds: Int32Array, nowBounds: Int32Array): Run {
  const start = at(oldBounds, old)
  return { old: start, now: at(nowBounds, now), length: at(oldBounds, old + length) - start }
}

/** The runs of words that two rows of blocks have in common; null where that would take too long to find. */
function runsInHunk(old: FlatText, now: FlatText, hunk: Hunk, shared: Budget): readonly Run[] | null {
  if (hunk.oldCount === 0 || hunk.nowCount === 0) return []
  const ids = new Map<string, number>()
  const oldTokens = tokensIn(old, at(old.blocks, hunk.old), at(old.blocks, hunk.old + hunk.oldCount))
  const nowTokens = tokensIn(now, at(now.blocks, hunk.now), at(now.blocks, hunk.now + hunk.nowCount))
  const own = { left: Math.min(COMPARISONS_PER_HUNK, shared.left) }
  const before = own.left
  const runs = equalRuns(idsOf(old, oldTokens, ids), idsOf(now, nowTokens, ids), own)
  shared.left -= before - Math.max(0, own.left)
  return runs?.map((run) => charsOf(run, oldTokens, nowTokens)) ?? null
}

/** The bounds of the tokens between two offsets, which are bounds of blocks. */
function tokensIn({ tokens }: FlatText, start: number, end: number): Int32Array {
  return tokens.subarray(firstAtLeast(tokens, start), firstAtLeast(tokens, end) + 1)
}

const firstAtLeast = (row: Int32Array, value: number): number =>
  countBelow(row.length, (i) => at(row, i) < value)

type Blocks = Omit<EqualText, 'runs' | 'skipped'> & { readonly old: FlatText; readonly now: FlatText }

/** Blocks of the hunks that stand once in each of the texts, wherever that is. */
function movedBlocks(hunks: readonly Hunk[], blocks: Blocks): Run[] {
  const arrivals = new Map<number, number>()
  for (const { now, nowCount } of hunks) {
    for (let i = now; i < now + nowCount; i++) arrivals.set(at(blocks.nowBlocks, i), i)
  }
  return hunks.flatMap(({ old, oldCount }) =>
    Array.from({ length: oldCount }, (_, i) => old + i).flatMap((i) => {
      const id = at(blocks.oldBlocks, i)
      const arrival = arrivals.get(id)
      const run = arrival === undefined ? null : { old: i, now: arrival, length: 1 }
      if (!run || at(blocks.oldCounts, id) > 1 || at(blocks.nowCounts, id) > 1) return []
      const chars = charsOf(run, blocks.old.blocks, blocks.now.blocks)
      return chars.length < SHORTEST_MOVED ? [] : [chars]
    }),
  )
}

/** Runs in order, those that touch in both texts as one. Where a moved block covers what chance has paired, it goes first. */
function joined(runs: readonly Run[], moved: readonly Run[]): readonly Run[] {
  const covered = moved.toSorted((a, b) => a.old - b.old)
  const all = [...runs.flatMap((run) => without(run, covered)), ...covered].sort((a, b) => a.old - b.old)
  const result: Run[] = []
  for (const run of all) {
    const last = result.at(-1)
    const touches = last && last.old + last.length === run.old && last.now + last.length === run.now
    if (touches) result[result.length - 1] = { ...last, length: last.length + run.length }
    else result.push(run)
  }
  return result
}

/** What of a run lies outside sorted moved blocks. */
function without(run: Run, covered: readonly Run[]): Run[] {
  const end = run.old + run.length
  const parts: Run[] = []
  let from = run.old
  for (let i = firstEndingAfter(covered, run.old); i < covered.length; i++) {
    const block = covered[i] as Run
    if (block.old >= end) break
    if (block.old > from) parts.push(partOf(run, from, block.old))
    from = Math.max(from, block.old + block.length)
  }
  if (from < end) parts.push(partOf(run, from, end))
  return parts
}

const partOf = (run: Run, from: number, to: number): Run => ({
  old: from,
  now: run.now + from - run.old,
  length: to - from,
})

function firstEndingAfter(runs: readonly Run[], offset: number): number {
  return countBelow(runs.length, (i) => {
    const { old, length } = runs[i] as Run
    return old + length <= offset
  })
}
