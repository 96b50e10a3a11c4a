/**
 * Joins the lines of a paragraph. A hyphen at the end of a line goes where the next one begins with a small letter, unless
 * the document writes that very word with its hyphen in the middle of a line, and never without one; before anything else
 * it stays. A soft hyphen always goes.
 */
const BROKEN = /(\p{L}+)([-\u2010\u00ad])$/u
const HYPHENATED = /\p{L}+(?:[-\u2010]\p{L}+)+/gu
const WORD = /\p{L}+/gu

/** The words that a document writes, to tell the hyphens of its words from those of its lines. */
export type Vocabulary = { readonly hyphenated: ReadonlySet<string>; readonly plain: ReadonlySet<string> }

export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const hyphenated = new Set<string>()
  const plain = new Set<string>()
  for (const line of lines) {
    for (const [word] of line.matchAll(HYPHENATED))
      hyphenated.add(word.toLowerCase().replaceAll('\u2010', '-'))
    for (const [word] of line.matchAll(WORD)) plain.add(word.toLowerCase())
  }
  return { hyphenated, plain }
}

export function joinLines(lines: readonly string[], vocabulary: Vocabulary): string {
  return lines.reduce((before, next) => joinTwo(before, next, vocabulary))
}

function joinTwo(before: string, next: string, { hyphenated, plain }: Vocabulary): string {
  const match = BROKEN.exec(before)
  if (!match) return `${before} ${next}`
  const [, head = '', hyphen] = match
  const tail = /^\p{Ll}\p{L}*/u.exec(next)?.[0]
  if (hyphen !== '\u00ad' && tail === undefined) return before + next
  const word = `${head}${tail ?? ''}`.toLowerCase()
  const isCompound = hyphenated.has(`${head}-${tail ?? ''}`.toLowerCase()) && !plain.has(word)
  const isKept = hyphen !== '\u00ad' && isCompound
  return isKept ? before + next : before.slice(0, -1) + next
}
