import { type FormatId, formatOf } from './formats.ts'
import { docx } from './readers/docx.ts'
import { eml } from './readers/eml.ts'
import { epub } from './readers/epub.ts'
import { html } from './readers/html.ts'
import { mhtml } from './readers/mhtml.ts'
import { odt } from './readers/odt.ts'
import { pdf } from './readers/pdf.ts'
import { plainText } from './readers/plain-text.ts'
import { rtf } from './readers/rtf.ts'
import { delimitedTable, jsonLines, spreadsheet } from './readers/tables.ts'
import type { Reader } from './reading.ts'

export const READERS: { readonly [F in FormatId]: Reader } = {
  text: plainText,
  page: html,
  'saved-page': mhtml,
  word: docx,
  'open-document': odt,
  rtf,
  pdf,
  book: epub,
  mail: eml,
  table: delimitedTable,
  spreadsheet,
  'json-lines': jsonLines,
}

/** The reader of the files that are named so; undefined where there is none. */
export function readerOf(name: string): Reader | undefined {
  const format = formatOf(name)
  return format && READERS[format]
}
