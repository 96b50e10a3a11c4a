import type { DiffPiece, DiffRow } from '#shared/anchoring/word-diff.ts'

export type ShownRow = DiffRow | { readonly folded: number }

/** So many lines that are the same stay beside one that is not. */
const BESIDE = 1
/** Fewer are not worth folding. */
const LEAST = 3

/** Runs of lines that are the same in both texts, folded. */
export function withFolds(rows: readonly DiffRow[]): readonly ShownRow[] {
  const shown: ShownRow[] = []
  for (let at = 0; at < rows.length; ) {
    const end = endOfRun(rows, at)
    const [from, to] = [at === 0 ? at : at + BESIDE, end === rows.length ? end : end - BESIDE]
    if (to - from < LEAST) shown.push(...rows.slice(at, Math.max(end, at + 1)))
    else
      shown.push(...rows.slice(at, from), { folded: linesIn(rows.slice(from, to)) }, ...rows.slice(to, end))
    at = Math.max(end, at + 1)
  }
  return shown
}

function endOfRun(rows: readonly DiffRow[], from: number): number {
  let end = from
  while (end < rows.length && isSame(rows[end] as DiffRow)) end++
  return end
}

const isSame = ({ before, after }: DiffRow): boolean =>
  [...before, ...after].every(({ isCommon }) => isCommon)

/** Empty ones do not count. */
const linesIn = (rows: readonly DiffRow[]): number => rows.filter(({ before }) => hasWords(before)).length

const hasWords = (pieces: readonly DiffPiece[]): boolean => pieces.some(({ text }) => text.trim() !== '')
