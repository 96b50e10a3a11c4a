import { failed, type Result } from '#shared/domain/result.ts'
import type { Reading, SourceFile } from '../reading.ts'

/** One row below the headers. `number` is the row's in a spreadsheet program, where the headers stand in row 1. */
export type TableRow = {
  readonly number: number
  readonly cells: Result<ReadonlyMap<string, string>>
  /** What is kept of the row beside its text: JSON. */
  readonly original: string
}

export type Table = {
  /** Distinct and not empty, in the order of the file. */
  readonly columns: readonly string[]
  /** Gone through more than once. */
  readonly rows: Iterable<TableRow>
  readonly decoded: Reading['decoded']
}

/** Opens the table of one format. */
export type OpenTable = (file: SourceFile) => Promise<Result<Table>>

export const LONGEST_TABLE = 1_000_000
export const WIDEST_TABLE = 1000

export const tooManyRows = (name: string) =>
  failed(`“${name}” has more than ${LONGEST_TABLE.toLocaleString('en')} rows; please split it.`)

export const tooManyColumns = (name: string) =>
  failed(`“${name}” has more than ${WIDEST_TABLE.toLocaleString('en')} columns; please leave some out.`)

const LONGEST_NAME = 100

/** Headers as the names of columns: one without a name is called by its place, and no two are alike. */
export function columnNames(headers: readonly string[]): readonly string[] {
  const names = new Set<string>()
  for (const [i, header] of headers.entries()) names.add(freeName(nameOf(header) || `column ${i + 1}`, names))
  return [...names]
}

const nameOf = (header: string): string => header.slice(0, LONGEST_NAME).trim()

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name} (${n})`
    if (!taken.has(tried)) return tried
  }
}

/** The cells that have words, by their columns. */
export function namedCells(
  columns: readonly string[],
  values: readonly string[],
): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  for (const [i, column] of columns.entries()) if (values[i]) cells.set(column, values[i])
  return cells
}

/** The cells as a JSON object; a column named `__proto__` is one like any other. */
export const jsonOf = (cells: ReadonlyMap<string, string>): string =>
  JSON.stringify(Object.fromEntries(cells), null, 1)
