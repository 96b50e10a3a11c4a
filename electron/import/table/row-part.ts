import { METADATA_FIELDS, type MetadataField } from '#shared/domain/metadata.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { hasVisibleCharacter } from '../decode.ts'
import { isoDate } from '../iso-date.ts'
import type { Columns, Found, Reading } from '../reading.ts'
import type { Table, TableRow } from './table.ts'

/** How the columns of a table become articles. */
export type Mapping = {
  readonly file: string
  readonly columns: Columns
  /** 0 to 100: how sure it is which column is which. */
  readonly certainty: number
  readonly decoded: Table['decoded']
}

/** Characters that no text file may hold: zero, and halves of pairs, which UTF-8 cannot write. */
const NO_CHARACTERS = /[\0\p{Cs}]/u

/** The article of one row; the row alone is its original, not the whole table. */
export function readRow({ number, cells, original }: TableRow, mapping: Mapping): Result<Reading> {
  if (!cells.ok) return cells
  const { file, columns, decoded } = mapping
  const text = cells.value.get(columns.text) ?? ''
  const what = `Row ${number} of “${file}”`
  if (!hasVisibleCharacter(text)) return failed(`${what} has no text in its column “${columns.text}”.`)
  if (NO_CHARACTERS.test(text)) return failed(`${what} holds something that is not text.`)
  return ok({
    text,
    decoded,
    found: foundIn(cells.value, mapping),
    boilerplate: [],
    original: { ending: 'json', bytes: Buffer.from(original) },
  })
}

function foundIn(cells: ReadonlyMap<string, string>, { columns, certainty }: Mapping): Found {
  const evidence = { from: 'file', span: null, certainty } as const
  const rows = METADATA_FIELDS.flatMap((field) => {
    const cell = cells.get(columns.metadata[field] ?? '')
    const value = cell === undefined ? null : READ[field](cell)
    return value ? [[field, { value, evidence }]] : []
  })
  return Object.fromEntries(rows)
}

const LONGEST_LINE = 500

/** One line; what is longer is not what it is called. */
function line(cell: string): string | null {
  const words = cell.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return words.length <= LONGEST_LINE && !NO_CHARACTERS.test(words) ? words : null
}

const address = (cell: string): string | null =>
  /^https?:\/\/\S{1,2000}$/i.test(cell.trim()) ? cell.trim() : null

const language = (cell: string): string | null =>
  /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(cell.trim()) ? cell.trim().replaceAll('_', '-') : null

const READ: { readonly [F in MetadataField]: (cell: string) => string | null } = {
  title: line,
  byline: line,
  source: line,
  publisher: line,
  published: isoDate,
  dateline: line,
  language,
  url: address,
  retrieved: isoDate,
}
