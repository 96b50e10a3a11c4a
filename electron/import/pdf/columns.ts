import type { Segment } from './segments.ts'

/**
 * The lines of a page in the order in which they are read.
 *
 * Two columns are taken for such only where they are plain to see: at least five segments on either side of a gutter that
 * runs beside each other, each wide and full of words, and few that cross it. What crosses the gutter, a headline say, parts
 * the page: above it, the left column is read before the right one, and below it again. Each column is looked at in the
 * same way, so that three or four are found too; all else, a table for instance, is read row by row.
 */
export type Line = Segment & {
  /** Where the column begins and ends that the line stands in. */
  readonly left: number
  readonly right: number
  /** True where a wide gap is in the line, as between the cells of a table. */
  readonly isRow: boolean
}

const FEWEST = 5
const DEEPEST = 3
const WORDY = 18
const TAB = 2

export function linesOf(segments: readonly Segment[], depth = 0): readonly Line[] {
  const gutter = depth < DEEPEST ? gutterOf(segments) : null
  if (gutter === null) return rowsOf(segments)
  const lines: Line[] = []
  let band: Segment[] = []
  const flush = () => {
    const left = band.filter((segment) => isLeft(segment, gutter))
    const right = band.filter((segment) => !isLeft(segment, gutter))
    lines.push(...linesOf(left, depth + 1), ...linesOf(right, depth + 1))
    band = []
  }
  for (const segment of segments) {
    if (!crosses(segment, gutter)) band.push(segment)
    else {
      flush()
      lines.push(...rowsOf([segment]))
    }
  }
  flush()
  return joinSameRow(lines)
}

const isLeft = (segment: Segment, gutter: number): boolean => segment.end <= gutter
const isRight = (segment: Segment, gutter: number): boolean => segment.start >= gutter
const crosses = (segment: Segment, gutter: number): boolean =>
  !isLeft(segment, gutter) && !isRight(segment, gutter)

/** Where the right column begins, just left of it; null where there are no columns. */
function gutterOf(segments: readonly Segment[]): number | null {
  const counts = new Map<number, number>()
  for (const { start } of segments) counts.set(Math.round(start), (counts.get(Math.round(start)) ?? 0) + 1)
  const starts = [...counts].filter(([, count]) => count >= FEWEST).map(([start]) => start - 1)
  return starts.sort((a, b) => a - b).find((gutter) => isGutter(segments, gutter)) ?? null
}

function isGutter(segments: readonly Segment[], gutter: number): boolean {
  const left = segments.filter((segment) => isLeft(segment, gutter))
  const right = segments.filter((segment) => isRight(segment, gutter))
  const crossing = segments.length - left.length - right.length
  if (left.length < FEWEST || right.length < FEWEST) return false
  if (crossing * 2 > left.length + right.length) return false
  return isWordy(left) && isWordy(right) && runBeside(left, right)
}

const isWordy = (segments: readonly Segment[]): boolean =>
  segments.reduce((sum, { text }) => sum + text.length, 0) >= WORDY * segments.length

/** At least half of the lower one of the two stands beside the other. */
function runBeside(a: readonly Segment[], b: readonly Segment[]): boolean {
  const [topA, bottomA] = heightOf(a)
  const [topB, bottomB] = heightOf(b)
  const shared = Math.min(topA, topB) - Math.max(bottomA, bottomB)
  return shared > 0 && shared * 2 >= Math.min(topA - bottomA, topB - bottomB)
}

/** Segments come from the top down. */
const heightOf = (segments: readonly Segment[]): readonly [number, number] => [
  segments[0]?.y ?? 0,
  segments.at(-1)?.y ?? 0,
]

/** The segments of a row make one line. */
function rowsOf(segments: readonly Segment[]): readonly Line[] {
  const left = segments.reduce((least, { start }) => Math.min(least, start), Infinity)
  const right = segments.reduce((most, { end }) => Math.max(most, end), -Infinity)
  return joinSameRow(segments.map((segment) => ({ ...segment, left, right, isRow: false })))
}

function joinSameRow(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before && before.y === line.y && before.end <= line.start && before.left === line.left)
      joined[joined.length - 1] = sideBySide(before, line)
    else joined.push(line)
  }
  return joined
}

function sideBySide(a: Line, b: Line): Line {
  const isWide = b.start - a.end > TAB * Math.max(a.size, b.size)
  return { ...a, text: `${a.text}${isWide ? '\t' : ' '}${b.text}`, end: b.end, isRow: a.isRow || isWide }
}
