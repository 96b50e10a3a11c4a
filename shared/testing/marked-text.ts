import type { Span } from '../domain/span.ts'

/** A text in which one span stands in square brackets, `the [min]ister`, read into the text and the span. */
export function marked(source: string): { readonly text: string; readonly span: Span } {
  const start = source.indexOf('[')
  const end = source.indexOf(']') - 1
  if (start < 0 || end < start) throw new Error(`There is no span in “${source}”`)
  return { text: source.replace('[', '').replace(']', ''), span: { start, end } }
}

/** `text` with `span` in square brackets, so that a failing test shows where a span lies. */
export const showSpan = (text: string, { start, end }: Span): string =>
  `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`
