import { failed, ok, type Result } from '#shared/domain/result.ts'
import { hasVisibleCharacter } from '../decode.ts'
import type { Reading } from '../reading.ts'
import { textOfHtml } from './html-text.ts'
import { boilerplateOf } from './mark-boilerplate.ts'
import { metadataOfPage } from './metadata/page-metadata.ts'

/** What the page itself says of an article: everything but how its bytes were decoded. */
export type PageReading = Pick<Reading, 'text' | 'found' | 'boilerplate'>

/**
 * A page as an article. Of the page nothing is run, and nothing that it refers to is fetched or opened.
 * @param name the file's, for the sentence of a failure.
 */
export function readPage(html: string, name: string): Result<PageReading> {
  const read = textOfHtml(html, name)
  if (!read.ok) return read
  const { text } = read.value
  if (!hasVisibleCharacter(text)) return failed(`“${name}” is a page without words.`)
  const found = metadataOfPage(read.value)
  const boilerplate = boilerplateOf(read.value, found.title?.evidence.span ?? null)
  return ok({ text, found, boilerplate })
}
