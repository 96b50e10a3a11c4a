import { type Annotation, fragmentsOf } from './annotation.ts'
import type { Span } from './span.ts'

const LONGEST_QUOTE = 60

/** The words of `span` on one line, cut at a length that can be taken in at a glance. */
export function shortQuote(text: string, { start, end }: Span): string {
  const words = text
    .slice(start, Math.min(end, start + 4 * LONGEST_QUOTE))
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = Array.from(words)
  const isWhole = characters.length <= LONGEST_QUOTE && end - start <= 4 * LONGEST_QUOTE
  return isWhole ? words : `${characters.slice(0, LONGEST_QUOTE).join('').trimEnd()}…`
}

/** The words that an annotation marks, in brief: its first two fragments and that there are more. */
export function shortQuoteOf(text: string, annotation: Annotation): string {
  const [first, second, ...more] = fragmentsOf(annotation)
  const quotes = [first, second].flatMap((span) => (span ? [shortQuote(text, span)] : []))
  return [...quotes, ...(more.length > 0 ? [''] : [])].join(' … ').trim()
}
