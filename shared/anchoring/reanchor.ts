import type { AnchorEvidence, Anchoring, Reason } from '#shared/domain/anchoring.ts'
import { countBelow } from '#shared/domain/count-below.ts'
import type { Span } from '#shared/domain/span.ts'
import type { Run } from './bounded-diff.ts'
import { type EqualText, equalText } from './equal-text.ts'
import { type FlatText, flatten } from './flat-text.ts'
import { Repeats, STRETCH } from './repeats.ts'
import { isThere, type Reach, similarPlaces } from './similar-places.ts'

/**
 * Carries annotations over from a text to a newer version of it. Both texts are there, so nothing is guessed from
 * quotations: they are compared without their typography, blocks first and then words. A part of an annotation is carried
 * over only within a run that is the same in both, with at least 12 characters of the run on either side (or the edge of
 * the text, or of a paragraph that stands whole and once in both), in no block that stands twice, and if words that stand
 * once in each of the texts settle which place it is. All else is for a person to settle; rather a question too many than one mark set wrong
 * in silence.
 */

/** An annotation's runs of text, sorted and disjoint, in UTF-16 offsets of the old text. */
export type Anchored = { readonly id: string; readonly spans: readonly Span[] }

const CONTEXT = 12
/** Shorter paragraphs prove nothing by being whole. */
const SHORTEST_WHOLE = 40
/** How far off what holds an annotation from either side may stand. */
const HOLD = 120
/** A longer annotation may be a name that is often said; a shorter one is looked at with what stands close to it. */
const SHORT = 16
/** What is looked at around an annotation to tell whether all of it is gone. */
const SURROUNDING = 24
const LOOKED_FOR = 120
const REACH = 150_000_000

export function reanchor(
  oldText: string,
  nowText: string,
  annotations: readonly Anchored[],
): readonly Anchoring[] {
  if (oldText === nowText) return annotations.map(unchanged)
  const [old, now] = [flatten(oldText), flatten(nowText)]
  const comparison: Comparison = {
    oldText,
    nowText,
    old,
    now,
    equal: equalText(old, now),
    oldRepeats: new Repeats(old.chars),
    nowRepeats: new Repeats(now.chars),
    reach: { left: REACH },
  }
  return annotations.map((one) => anchoringOf(one, comparison))
}

type Comparison = {
  readonly oldText: string
  readonly nowText: string
  readonly old: FlatText
  readonly now: FlatText
  readonly equal: EqualText
  readonly oldRepeats: Repeats
  readonly nowRepeats: Repeats
  readonly reach: Reach
}

const SURE: AnchorEvidence = {
  shift: 0,
  contextBefore: Number.MAX_SAFE_INTEGER,
  contextAfter: Number.MAX_SAFE_INTEGER,
  typographyChanged: false,
}

const unchanged = ({ id, spans }: Anchored): Anchoring => ({ id, outcome: 'exact', spans, evidence: SURE })

/** A part of an annotation in its new place, with the run that carried it; or why there is none. */
type Carried = { readonly span: Span; readonly before: number; readonly after: number } | Reason

function anchoringOf({ id, spans }: Anchored, comparison: Comparison): Anchoring {
  const carried = spans.map((span) => carry(span, comparison))
  const problem = carried.find((one) => typeof one === 'string')
  if (problem !== undefined) return unplaced(id, spans, problem, comparison)
  const placed = carried.filter((one) => typeof one !== 'string')
  const places = placed.map(({ span }) => span)
  if (!isInOrder(places)) return unplaced(id, spans, 'out of order', comparison)
  const evidence = evidenceOf(spans, placed, comparison)
  const isExact = evidence.shift === 0 && !evidence.typographyChanged && isSame(spans, places)
  return { id, outcome: isExact ? 'exact' : 'moved', spans: places, evidence }
}

const isInOrder = (spans: readonly Span[]): boolean =>
  spans.every(({ start }, i) => i === 0 || (spans[i - 1] as Span).end <= start)

const isSame = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.every(({ start, end }, i) => b[i]?.start === start && b[i].end === end)

function evidenceOf(
  spans: readonly Span[],
  placed: readonly Exclude<Carried, Reason>[],
  { oldText, nowText }: Comparison,
): AnchorEvidence {
  const differs = ({ start, end }: Span, i: number) => {
    const place = placed[i]?.span as Span
    return oldText.slice(start, end) !== nowText.slice(place.start, place.end)
  }
  return {
    shift: (placed[0]?.span.start ?? 0) - (spans[0]?.start ?? 0),
    contextBefore: Math.min(...placed.map(({ before }) => before)),
    contextAfter: Math.min(...placed.map(({ after }) => after)),
    typographyChanged: spans.some(differs),
  }
}

/** `span` in the flat text; null where it holds nothing that is in there, or only a part of one of its characters. */
function flatSpan({ starts, ends }: FlatText, { start, end }: Span): Span | null {
  const from = countBelow(starts.length, (i) => (starts[i] as number) < start)
  const to = countBelow(ends.length, (i) => (ends[i] as number) <= end)
  const isCut = (from > 0 && (ends[from - 1] as number) > start) || (starts[to] ?? end) < end
  return from < to && !isCut ? { start: from, end: to } : null
}

function carry(span: Span, comparison: Comparison): Carried {
  const { old, now, equal } = comparison
  const flat = flatSpan(old, span)
  if (!flat) return 'changed'
  const run = runAround(equal, flat)
  if (!run) return isSkipped(equal, flat) ? 'not compared' : 'changed'
  const place = { start: flat.start - run.old + run.now, end: flat.end - run.old + run.now }
  const before = flat.start - run.old
  const after = run.old + run.length - flat.end
  const isWhole = (at: number) =>
    isWholeBlock(comparison, run, { old: blockAt(old, at), now: blockAt(now, at - run.old + run.now) })
  const hasBefore = before >= CONTEXT || (run.old === 0 && run.now === 0) || isWhole(flat.start)
  const hasAfter = after >= CONTEXT || endsBoth(comparison, run) || isWhole(flat.end - 1)
  if (!hasBefore || !hasAfter) return 'changed'
  if (isRepeated(comparison, { flat, place, before, after })) return 'repeated'
  return { span: realSpan(span, flat, place, comparison), before, after }
}

const endsBoth = ({ old, now }: Comparison, run: Run): boolean =>
  run.old + run.length === old.chars.length && run.now + run.length === now.chars.length

function runAround({ runs }: EqualText, { start, end }: Span): Run | null {
  const run = runs[countBelow(runs.length, (i) => (runs[i] as Run).old <= start) - 1]
  return run && end <= run.old + run.length ? run : null
}

const isSkipped = ({ skipped }: EqualText, { start }: Span): boolean =>
  skipped.some(({ old, length }) => old <= start && start < old + length)

/** Index of the block that holds a flat offset. */
const blockAt = ({ blocks }: FlatText, offset: number): number =>
  countBelow(blocks.length - 1, (i) => (blocks[i] as number) <= offset) - 1

type BlockPair = { readonly old: number; readonly now: number }

/** True when a paragraph of some length lies in the run from edge to edge, and is the same paragraph in both texts. */
function isWholeBlock({ old, equal }: Comparison, run: Run, block: BlockPair): boolean {
  const start = old.blocks[block.old] as number
  const end = old.blocks[block.old + 1] as number
  const isSameBlock = equal.oldBlocks[block.old] === equal.nowBlocks[block.now]
  return isSameBlock && end - start >= SHORTEST_WHOLE && run.old <= start && end <= run.old + run.length
}

type Passage = {
  readonly flat: Span
  readonly place: Span
  readonly before: number
  readonly after: number
}

/** True when one of the blocks that hold the annotation stands in one of the texts twice. */
function isInTwin({ old, now, equal }: Comparison, flat: Span, place: Span): boolean {
  const ids = [
    ...equal.oldBlocks.subarray(blockAt(old, flat.start), blockAt(old, flat.end - 1) + 1),
    ...equal.nowBlocks.subarray(blockAt(now, place.start), blockAt(now, place.end - 1) + 1),
  ]
  return ids.some((id) => (equal.oldCounts[id] as number) > 1 || (equal.nowCounts[id] as number) > 1)
}

const middleOf = (start: number, end: number): number => Math.max(0, (start + end - STRETCH) >> 1)

/**
 * True unless the annotation is known to be in its one place: in blocks that stand once, and either held from both sides by
 * words of the run that stand once, or standing once itself with what the run has on one side, and with what it has on the
 * other, as does what is next to it: of a passage and its copy one may have been changed, and sentences may be formulaic.
 */
function isRepeated(comparison: Comparison, passage: Passage): boolean {
  const { oldRepeats, nowRepeats } = comparison
  const { flat, place, before, after } = passage
  if (isInTwin(comparison, flat, place)) return true
  const isHeld = (repeats: Repeats, { start, end }: Span) =>
    repeats.isOnce(start - Math.min(before, HOLD), start) && repeats.isOnce(end, end + Math.min(after, HOLD))
  const isOnce = (repeats: Repeats, { start, end }: Span) => repeats.isOnce(start - CONTEXT, end + CONTEXT)
  // Of what stood once and stands twice now, a copy was made, whatever holds one of the two.
  const isCopied = isOnce(oldRepeats, flat) && !isOnce(nowRepeats, place)
  const isHeldByBoth = isHeld(oldRepeats, flat) && isHeld(nowRepeats, place)
  if (before >= STRETCH && after >= STRETCH && isHeldByBoth && !isCopied) return false
  // What one side lacks, at an edge, the other has more of.
  const left = Math.min(before, CONTEXT + Math.max(0, CONTEXT - after))
  const right = Math.min(after, CONTEXT + Math.max(0, CONTEXT - before))
  const hasTwin = (repeats: Repeats, { start, end }: Span) =>
    !repeats.isOnce(start - left, end + right) ||
    beginsTwice(repeats, { start, end }, before) ||
    endsTwice(repeats, { start, end }, after) ||
    repeats.isTwice(start - STRETCH, start) ||
    repeats.isTwice(end, end + STRETCH) ||
    (end - start <= SHORT && repeats.isTwice(middleOf(start, end), middleOf(start, end) + STRETCH))
  return hasTwin(oldRepeats, flat) || hasTwin(nowRepeats, place)
}

/**
 * True when the annotation, with what the run has before it, begins as another passage does: behind that the run may have
 * taken up the words of a sentence that is alike.
 */
function beginsTwice(repeats: Repeats, { start, end }: Span, before: number): boolean {
  const first = start - Math.min(before, STRETCH)
  if (before < CONTEXT) return repeats.isTwice(first, first + STRETCH)
  return !repeats.isOnce(first, Math.min(end, first + STRETCH))
}

/** The same with what the run has behind it. */
function endsTwice(repeats: Repeats, { start, end }: Span, after: number): boolean {
  const last = end + Math.min(after, STRETCH)
  if (after < CONTEXT) return repeats.isTwice(last - STRETCH, last)
  return !repeats.isOnce(Math.max(start, last - STRETCH), last)
}

/** The place in the real text, with the white space that an annotation holds at its ends where that is there as well. */
function realSpan(span: Span, flat: Span, place: Span, { old, now, oldText, nowText }: Comparison): Span {
  const start = now.starts[place.start] as number
  const end = now.ends[place.end - 1] as number
  const lead = oldText.slice(span.start, old.starts[flat.start])
  const tail = oldText.slice(old.ends[flat.end - 1], span.end)
  return {
    start: nowText.slice(0, start).endsWith(lead) ? start - lead.length : start,
    end: nowText.startsWith(tail, end) ? end + tail.length : end,
  }
}

function unplaced(id: string, spans: readonly Span[], reason: Reason, comparison: Comparison): Anchoring {
  const { old, now, equal, reach } = comparison
  const hull = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
  const from = countBelow(old.starts.length, (i) => (old.starts[i] as number) < hull.start)
  const to = countBelow(old.ends.length, (i) => (old.ends[i] as number) <= hull.end)
  const expected = expectedPlace(equal, from, now.chars.length)
  const candidates = similarPlaces(now, { pattern: old.chars.slice(from, to), near: expected }, reach)
  const near = now.starts[expected] ?? comparison.nowText.length
  const surrounding = { start: from - SURROUNDING, end: to + SURROUNDING }
  const mayBeGone = reason === 'changed' && candidates.length === 0
  if (mayBeGone && isTakenOut(comparison, surrounding, expected)) return { id, outcome: 'gone', near }
  return { id, outcome: 'review', reason, candidates, near }
}

/** Where in the new flat text an offset of the old one would be by the nearest run before it. */
function expectedPlace({ runs }: EqualText, offset: number, length: number): number {
  const run = runs[countBelow(runs.length, (i) => (runs[i] as Run).old <= offset) - 1]
  if (!run) return 0
  return Math.min(length, run.now + Math.min(offset - run.old, run.length))
}

/** True when nothing of what stood around is left, and nothing stands in its place. */
function isTakenOut(
  { equal: { runs }, old, now, reach }: Comparison,
  around: Span,
  expected: number,
): boolean {
  const index = countBelow(runs.length, (i) => (runs[i] as Run).old + (runs[i] as Run).length <= around.start)
  const next = runs[index]
  const isLeft = next !== undefined && next.old < Math.min(around.end, old.chars.length)
  if (isLeft) return false
  if ((next?.now ?? now.chars.length) - expected >= SURROUNDING) return false
  const pattern = old.chars.slice(Math.max(0, around.start), Math.min(around.end, around.start + LOOKED_FOR))
  return !isThere(now, { pattern, near: expected }, reach) && reach.left > 0
}
