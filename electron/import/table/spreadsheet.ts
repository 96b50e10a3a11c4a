import readWorkbook from 'read-excel-file/node'
import { WRITTEN } from '#electron/import/document/document-reading.ts'
import { officeParts } from '#electron/import/office/office-parts.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { zipOf } from '../zip-of.ts'
import { checkSheet } from './sheet-bounds.ts'
import { columnNames, jsonOf, namedCells, type OpenTable, type TableRow } from './table.ts'

const MOST_ELEMENTS = 6_000_000
/** What the cells themselves say, without what draws charts and remembers windows. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/.*|xl\/(?:_rels\/.*|workbook|styles|sharedStrings|worksheets\/[^/]*)(?:\.xml)?(?:\.rels)?)$/i
const SHEET = /^xl\/worksheets\/[^/]*\.xml$/i

/** The first sheet of a workbook that has anything in it; of a formula its last result counts. */
export const openSpreadsheet: OpenTable = async ({ name, bytes }) => {
  const parts = await officeParts(bytes, name, {
    elements: MOST_ELEMENTS,
    isWanted: (part) => PARTS.test(part),
  })
  if (!parts.ok) return parts
  const { stored, xmlOf } = parts.value
  for (const part of stored.filter((one) => SHEET.test(one.name))) {
    const checked = checkSheet(xmlOf(part.name) ?? '', name)
    if (!checked.ok) return checked
  }
  const rows = await rowsOfWorkbook(zipOf(stored), name)
  if (!rows.ok) return rows
  const [headers = [], ...values] = rows.value
  const columns = columnNames(headers.map(wordsOf))
  return ok({ columns, rows: { [Symbol.iterator]: () => rowsOf(columns, values) }, decoded: WRITTEN })
}

type Row = readonly unknown[]

async function rowsOfWorkbook(workbook: Buffer, name: string): Promise<Result<readonly Row[]>> {
  try {
    const sheets = await readWorkbook(workbook, { trim: false })
    const rows = sheets.map(({ data }) => data).find((data) => data.length > 0)
    return rows ? ok(rows) : failed(`“${name}” holds no rows.`)
  } catch {
    return failed(`“${name}” is damaged or no Excel workbook; please get another copy of it.`)
  }
}

function* rowsOf(columns: readonly string[], values: readonly Row[]): Generator<TableRow> {
  for (const [i, row] of values.entries()) {
    const cells = namedCells(columns, row.map(wordsOf))
    if (cells.size > 0) yield { number: i + 2, cells: ok(cells), original: jsonOf(cells) }
  }
}

/** A date is written as such, with its time of day where it has one. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value)
  if (Number.isNaN(value.getTime())) return ''
  return value.toISOString().replace('T00:00:00.000Z', '')
}
