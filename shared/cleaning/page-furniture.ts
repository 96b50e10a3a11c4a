import { ruleFor } from './boilerplate-rules.ts'
import { isByline, isDateLine } from './date-lines.ts'
import { bareLine } from './text-lines.ts'

/**
 * Whether a line stands around an article on its page and is never its headline: boilerplate, certain or likely, and what
 * says when and by whom the article was made.
 *
 * @param line without white space at its edges.
 */
export function isFurniture(line: string): boolean {
  const isKnown = ruleFor({ text: line, bare: bareLine(line) }) !== undefined
  return isKnown || !/[\p{L}\p{N}]/u.test(line) || isPlaceholder(line) || isDateLine(line) || isByline(line)
}

const isPlaceholder = (line: string): boolean => /^(?:<[^>]*>|!?\[[^\]]*\](?:\([^)]*\))?)$/u.test(line)
