import type { Span } from './span.ts'

const LIMIT = 10_000

/**
 * Where `query` occurs in `text`, without regard to case, in reading order and without overlaps. White space in the
 * query matches any white space, a line break too, since articles are full of odd spaces. At most 10,000.
 */
export function findInText(text: string, query: string): Span[] {
  const wanted = query.trim()
  if (!wanted) return []
  const pattern = new RegExp(wanted.split(/\s+/u).map(escapePattern).join('\\s+'), 'giu')
  const found: Span[] = []
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length === LIMIT) break
  }
  return found
}

const escapePattern = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
