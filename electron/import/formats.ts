/**
 * What articles are read from: what a person calls it, and the endings of its files' names, lower case and without a dot.
 * Apart from the readers themselves, which the parser's process alone has to load.
 */
export const FORMATS = {
  text: { title: 'Plain text', endings: ['txt', 'md'] },
  page: { title: 'Web page', endings: ['html', 'htm', 'xhtml'] },
  'saved-page': { title: 'Saved web page', endings: ['mhtml', 'mht'] },
  word: { title: 'Word document', endings: ['docx'] },
  'open-document': { title: 'OpenDocument text', endings: ['odt'] },
  rtf: { title: 'RTF document', endings: ['rtf'] },
  pdf: { title: 'PDF document', endings: ['pdf'] },
  book: { title: 'Book', endings: ['epub'] },
  mail: { title: 'Mail', endings: ['eml'] },
  table: { title: 'Table of separated values', endings: ['csv', 'tsv', 'tab'] },
  spreadsheet: { title: 'Excel workbook', endings: ['xlsx'] },
  'json-lines': { title: 'JSON Lines', endings: ['jsonl', 'ndjson'] },
} as const satisfies Readonly<Record<string, Format>>

export type Format = { readonly title: string; readonly endings: readonly string[] }
export type FormatId = keyof typeof FORMATS

const TABLES: readonly FormatId[] = ['table', 'spreadsheet', 'json-lines']

/** Archives are opened, and what lies in them is read. */
const ARCHIVE: Format = { title: 'Zip archive', endings: ['zip'] }

export const READABLE: readonly Format[] = [...Object.values(FORMATS), ARCHIVE]

/** The format of the files that are named so; undefined where there is none. */
export function formatOf(name: string): FormatId | undefined {
  const ending = endingOf(name)
  const ids = Object.keys(FORMATS) as FormatId[]
  return ids.find((id) => FORMATS[id].endings.some((one) => one === ending))
}

export const isReadable = (name: string): boolean =>
  formatOf(name) !== undefined || ARCHIVE.endings.includes(endingOf(name))

export function isTable(name: string): boolean {
  const format = formatOf(name)
  return format !== undefined && TABLES.includes(format)
}

/** “.txt, .md and .zip” */
export function readableEndings(): string {
  const endings = READABLE.flatMap((format) => format.endings).map((ending) => `.${ending}`)
  return `${endings.slice(0, -1).join(', ')} and ${endings.at(-1)}`
}

/** Behind the last dot, lower case; empty where there is none. */
const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
