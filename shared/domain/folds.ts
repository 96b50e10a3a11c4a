import type { Boilerplate } from './boilerplate.ts'
import { type Lines, lineAt, lineEnd, lineStart } from './lines.ts'
import type { Span } from './span.ts'

/**
 * Whole lines of boilerplate that are shown as one quiet row. As a span it begins with its first line and ends where the
 * next line begins: a caret at any offset within stands in a folded line. After the last line that is one past the text.
 */
export type Fold = Span & {
  /** Indices of lines, both inclusive. */
  readonly first: number
  readonly last: number
  readonly reason: string
}

type Folding = { readonly text: string; readonly lines: Lines; readonly boilerplate: readonly Boilerplate[] }

/** The folds of an article, sorted and disjoint. A line that boilerplate covers in part, but for spaces, is in none. */
export function foldsIn({ text, lines, boilerplate }: Folding): readonly Fold[] {
  const folds: Fold[] = []
  for (const part of boilerplate.toSorted((a, b) => a.start - b.start)) {
    const first = Math.max(firstWhole(text, lines, part.start), (folds.at(-1)?.last ?? -1) + 1)
    const last = lastWhole(text, lines, part.end)
    if (first > last) continue
    const span = { start: lineStart(lines, first), end: lineStart(lines, last + 1) }
    folds.push({ ...span, first, last, reason: part.reason })
  }
  return folds
}

const isBlank = (text: string): boolean => !/\S/u.test(text)

function firstWhole(text: string, lines: Lines, offset: number): number {
  const line = lineAt(lines, offset)
  return isBlank(text.slice(lineStart(lines, line), offset)) ? line : line + 1
}

function lastWhole(text: string, lines: Lines, offset: number): number {
  const line = lineAt(lines, offset)
  // A range that ends where a line begins says nothing of that line, be it as blank as it may.
  if (offset === lineStart(lines, line)) return line - 1
  return isBlank(text.slice(offset, lineEnd(lines, line))) ? line : line - 1
}

/** What the row in the place of a fold says: why, and how much is behind it. */
export function foldNotice({ first, last, reason }: Fold): string {
  const count = last - first + 1
  return `${reason || 'boilerplate'} · ${count} ${count === 1 ? 'line' : 'lines'}`
}
