import { ok, type Result } from '#shared/domain/result.ts'
import type { Span } from '#shared/domain/span.ts'
import type { PageElement } from './element.ts'
import { Layout } from './layout.ts'
import { type Page, parseHtml } from './parse-html.ts'
import { walk } from './walk.ts'

/**
 * A page as text: all words that a reader of it sees, in the page's order. A paragraph, heading, item or row is one
 * line; paragraphs, headings, lists and tables have an empty line before and after them. White space is as browsers
 * show it, cells stand apart by tabs. Nothing is evaluated: what only a style sheet or a script would hide is there.
 */
export type HtmlText = {
  readonly text: string
  readonly page: Page
  /** Where the words of each element stand; those without words are not in it. */
  readonly spans: ReadonlyMap<PageElement, Span>
}

/** @param name the file's, for the sentence of a failure. */
export function textOfHtml(html: string, name: string): Result<HtmlText> {
  const page = parseHtml(html, name)
  return page.ok ? ok(textOfPage(page.value)) : page
}

function textOfPage(page: Page): HtmlText {
  const layout = new Layout()
  walk(page, {
    enter: (element) => layout.enter(element),
    leave: () => layout.leave(),
    text: (words) => layout.words(words),
  })
  return { text: layout.text, page, spans: layout.spans }
}
