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

/** All formats that articles are read from. */
export const READERS: readonly Reader[] = [
  plainText,
  html,
  mhtml,
  docx,
  odt,
  rtf,
  pdf,
  epub,
  eml,
  delimitedTable,
  spreadsheet,
  jsonLines,
]

/** The reader of the files that are named so; undefined where there is none. */
export function readerOf(name: string): Reader | undefined {
  const ending = endingOf(name)
  return READERS.find(({ endings }) => endings.includes(ending))
}

/** Archives are opened, and what lies in them is read. */
export const ARCHIVE = { title: 'Zip archive', endings: ['zip'] } as const

export const isReadable = (name: string): boolean =>
  readerOf(name) !== undefined || ARCHIVE.endings.some((ending) => ending === endingOf(name))

/** “.txt, .md and .zip” */
export function readableEndings(): string {
  const endings = [...READERS, ARCHIVE].flatMap((kind) => kind.endings).map((ending) => `.${ending}`)
  return `${endings.slice(0, -1).join(', ')} and ${endings.at(-1)}`
}

/** Behind the last dot, lower case; empty where there is none. */
const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
