/**
 * The pieces of a page's text as its rows: what stands on one baseline, from left to right, split where a gap is wider
 * than one between words. A piece belongs to a row if its baseline is less than half a letter away, so that a raised
 * footnote mark stays on its line.
 */

/** A piece of text where a PDF puts it; units are points, `y` grows upwards and is the baseline's. */
export type Piece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of the letters. */
  readonly size: number
  readonly isRightToLeft: boolean
}

/** Pieces that run on without a gap. */
export type Segment = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly y: number
  readonly size: number
}

const SAME_ROW = 0.4
/** A gap of so much of a letter's size is a space … */
const SPACE = 0.15
/** … and one of so much may be what lies between two columns. */
const GAP = 0.9

/** All segments, those of a row side by side, from the top of the page. */
export function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  return rowsOf(pieces).flatMap(splitRow)
}

function rowsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const rows: Piece[][] = []
  let first: Piece | null = null
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const isSame = first !== null && first.y - piece.y < SAME_ROW * Math.max(first.size, piece.size)
    if (isSame) rows.at(-1)?.push(piece)
    else rows.push([piece])
    if (!isSame) first = piece
  }
  return rows
}

function splitRow(row: readonly Piece[]): readonly Segment[] {
  const ordered = [...row].sort((a, b) => a.x - b.x)
  const groups: Piece[][] = []
  for (const piece of ordered) {
    const before = groups.at(-1)?.at(-1)
    if (before && gapBetween(before, piece) < GAP * biggest([before, piece])) groups.at(-1)?.push(piece)
    else groups.push([piece])
  }
  const y = mainOf(row).y
  return groups.map((group) => segmentOf(group, y))
}

const gapBetween = (a: Piece, b: Piece): number => b.x - (a.x + a.width)
const biggest = (pieces: readonly Piece[]): number =>
  pieces.reduce((most, { size }) => Math.max(most, size), 0)
const endOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((most, { x, width }) => Math.max(most, x + width), -Infinity)

/** The piece of most letters, which says how large the row is and where it stands. */
const mainOf = (row: readonly Piece[]): Piece =>
  row.reduce((main, piece) => (piece.text.length > main.text.length ? piece : main))

function segmentOf(group: readonly Piece[], y: number): Segment {
  const start = group[0]?.x ?? 0
  return { text: textOf(group).trim(), start, end: endOf(group), y, size: mainOf(group).size }
}

function textOf(group: readonly Piece[]): string {
  const isRightToLeft = mainOf(group).isRightToLeft
  const ordered = isRightToLeft ? [...group].reverse() : group
  let text = ''
  let before: Piece | null = null
  for (const piece of ordered) {
    const gap = before ? (isRightToLeft ? gapBetween(piece, before) : gapBetween(before, piece)) : 0
    const needsSpace = gap > SPACE * piece.size && !/\s$/.test(text) && !/^\s/.test(piece.text)
    text += needsSpace ? ` ${piece.text}` : piece.text
    before = piece
  }
  return text
}
