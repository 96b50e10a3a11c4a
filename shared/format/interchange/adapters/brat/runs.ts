import type { Span } from '#shared/domain/span.ts'

/**
 * brat's files have one annotation a line, and a mark's words stand in that line. So a mark over the end of a line is
 * written in pieces without it, as brat itself does, and pieces with nothing but ends of lines between them are one when
 * they are read. Ends of lines are what Python takes for such.
 */
const LINE_ENDS: ReadonlySet<string> = new Set('\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029')

/** @param characters of the text, one code point each; runs count in them. */
export const piecesOnLines = (runs: readonly Span[], characters: readonly string[]): readonly Span[] =>
  runs.flatMap((run) => {
    const pieces: Span[] = []
    for (let at = run.start; at < run.end; at++) {
      if (LINE_ENDS.has(characters[at] as string)) continue
      const last = pieces.at(-1)
      if (last?.end === at) pieces[pieces.length - 1] = { start: last.start, end: at + 1 }
      else pieces.push({ start: at, end: at + 1 })
    }
    return pieces
  })

/** @param pieces sorted, none of them overlapping. */
export function joinedOverLines(pieces: readonly Span[], characters: readonly string[]): readonly Span[] {
  const runs: Span[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    const gap = last ? characters.slice(last.end, piece.start) : []
    if (last && gap.every((character) => LINE_ENDS.has(character)))
      runs[runs.length - 1] = { start: last.start, end: piece.end }
    else runs.push(piece)
  }
  return runs
}

/** Text that stands in a line of a file and is read back just so: nothing in it ends a line or is stripped. */
export const standsInLine = (text: string): boolean =>
  text !== '' && text.trim() === text && !/[\p{Cc}\u2028\u2029]/u.test(text)
