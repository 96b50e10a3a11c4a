import { declaredEncoding } from '#electron/import/html/declared-encoding.ts'
import { type HtmlText, textOfHtml } from '#electron/import/html/html-text.ts'
import { htmlOfXhtml } from '#electron/import/html/xhtml.ts'
import type { Boilerplate } from '#shared/domain/boilerplate.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { compareSpans, type Span } from '#shared/domain/span.ts'
import { hasVisibleCharacter } from '../decode.ts'
import { decodeDeclared } from '../decode-declared.ts'
import type { Reading, SourceFile } from '../reading.ts'

export type Chapter = Pick<Reading, 'text' | 'decoded' | 'boilerplate'> & { readonly heading: string | null }

/** One page of a book; null for one without words, a cover say. */
export function chapterFrom(page: SourceFile): Result<Chapter | null> {
  const decoded = decodeDeclared(page, declaredEncoding(page.bytes))
  if (!decoded.ok) return decoded
  const { text: source, ...how } = decoded.value
  const html = textOfHtml(htmlOfXhtml(source), page.name)
  if (!html.ok) return html
  const { text } = html.value
  if (!hasVisibleCharacter(text)) return ok(null)
  return ok({ text, decoded: how, boilerplate: contentsOf(html.value), heading: headingOf(html.value) })
}

function contentsOf({ spans }: HtmlText): readonly Boilerplate[] {
  const lists = [...spans].filter(([{ tagName }]) => tagName === 'nav').map(([, span]) => span)
  const outer: Span[] = []
  for (const span of lists.sort(compareSpans)) if (span.start >= (outer.at(-1)?.end ?? 0)) outer.push(span)
  return outer.map((span) => ({ ...span, kind: 'navigation', reason: 'the book’s table of contents' }))
}

const LONGEST_HEADING = 120

function headingOf({ text, spans }: HtmlText): string | null {
  const [first] = [...spans].filter(([{ tagName }]) => /^h[1-3]$/.test(tagName)).map(([, span]) => span)
  const heading = first ? text.slice(first.start, first.end).replace(/\s+/g, ' ') : ''
  return heading === '' || heading.length > LONGEST_HEADING ? null : heading
}

const GAP = '\n\n'

/** The chapters as one text, as sure of its encoding as of that of its least sure chapter. */
export function joined(chapters: readonly Chapter[]): Pick<Reading, 'text' | 'decoded' | 'boilerplate'> {
  const boilerplate: Boilerplate[] = []
  let length = 0
  for (const chapter of chapters) {
    const by = length
    boilerplate.push(
      ...chapter.boilerplate.map((part) => ({ ...part, start: part.start + by, end: part.end + by })),
    )
    length += chapter.text.length + GAP.length
  }
  const { decoded } = chapters.reduce((a, b) => (b.decoded.certainty < a.decoded.certainty ? b : a))
  return { text: chapters.map(({ text }) => text).join(GAP), boilerplate, decoded }
}
