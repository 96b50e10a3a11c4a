import { countBelow } from './count-below.ts'

/**
 * Where each line of a text begins, in UTF-16 offsets. Lines end at `\n` alone: a carriage return stays a character
 * of its line, so that the lines joined by `\n` are the text again.
 */
export type Lines = { readonly starts: readonly number[]; readonly textLength: number }

export function linesOf(text: string): Lines {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return { starts, textLength: text.length }
}

/** Index of the line that holds `offset`; an offset on a line feed belongs to the line that it ends. */
export function lineAt({ starts }: Lines, offset: number): number {
  return Math.max(0, countBelow(starts.length, (i) => (starts[i] as number) <= offset) - 1)
}

/** Offset of the first character of line `index`; one past the last line gives one past the text. */
export function lineStart({ starts, textLength }: Lines, index: number): number {
  return starts[index] ?? textLength + 1
}

/** Offset just behind the last character of line `index`, its line feed excluded. */
export const lineEnd = (lines: Lines, index: number): number => lineStart(lines, index + 1) - 1
