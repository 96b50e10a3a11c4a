import Papa from 'papaparse'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { decodeText } from '../decode.ts'
import {
  columnNames,
  jsonOf,
  LONGEST_TABLE,
  namedCells,
  type OpenTable,
  type TableRow,
  tooManyColumns,
  tooManyRows,
  WIDEST_TABLE,
} from './table.ts'

const DELIMITERS = [',', ';', '\t', '|']

/** Comma-separated values and their kin; the delimiter is found out, a quoted cell may hold line ends. */
export const openDelimited: OpenTable = async ({ name, bytes, choices }) => {
  const decoded = decodeText(bytes, name, choices.encoding)
  if (!decoded.ok) return decoded
  const { text, ...how } = decoded.value
  const records = recordsOf(text, name)
  if (!records.ok) return records
  const [headers = [], ...values] = records.value
  const columns = columnNames(headers)
  return ok({ columns, rows: { [Symbol.iterator]: () => rowsOf(columns, values) }, decoded: how })
}

function* rowsOf(columns: readonly string[], values: readonly (readonly string[])[]): Generator<TableRow> {
  for (const [i, row] of values.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue
    const cells = namedCells(columns, row)
    yield { number: i + 2, cells: ok(cells), original: jsonOf(cells) }
  }
}

/** Every record, blank ones too, since rows are counted as a spreadsheet program counts them. */
function recordsOf(text: string, name: string): Result<readonly string[][]> {
  const records: string[][] = []
  let refused: Result<never> | null = null
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text, name),
    step: ({ data }, parser) => {
      records.push(data)
      if (records.length > LONGEST_TABLE + 1) refused = tooManyRows(name)
      if (data.length > WIDEST_TABLE) refused = tooManyColumns(name)
      if (refused) parser.abort()
    },
  })
  if (refused) return refused
  return records.length > 0 ? ok(records) : failed(`“${name}” holds no rows.`)
}

/**
 * A .tsv file is split at tabs; of another, what splits its first rows most evenly, or, where they are too few to say, what
 * splits its headers into most cells.
 */
function delimiterOf(text: string, name: string): string {
  if (/\.(?:tsv|tab)$/i.test(name)) return '\t'
  const head = text.slice(0, 100_000)
  const { meta, errors } = Papa.parse(head, { preview: 20, delimitersToGuess: DELIMITERS })
  if (errors.every(({ code }) => code !== 'UndetectableDelimiter')) return meta.delimiter
  const cells = (delimiter: string) =>
    Papa.parse<string[]>(head, { preview: 1, delimiter }).data[0]?.length ?? 0
  return DELIMITERS.reduce((best, one) => (cells(one) > cells(best) ? one : best))
}
