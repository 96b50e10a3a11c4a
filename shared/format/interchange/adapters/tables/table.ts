import { stableLine } from '#shared/format/json.ts'

/**
 * What a dataset is as tables, for whoever reads rows and columns: one home for the file folder (CSV) and the workbook (XLSX).
 * A cell that is empty says nothing. Where the empty text is said, the row's last cell, `other`, names the column; that cell
 * also holds, as JSON, whatever no column has been made for. So a row says exactly what it was made from.
 */
export type Cell = string | number | null

export type TableRow = readonly Cell[]

export const TABLES = ['annotations', 'acts', 'links', 'actors', 'articles', 'about'] as const
export type TableName = (typeof TABLES)[number]

export type Table = {
  readonly name: TableName
  readonly columns: readonly string[]
  /** Each in the order of `columns`. May be gone through again. */
  readonly rows: () => AsyncIterable<TableRow>
}

/** A row as it was found. */
export type FoundRow = {
  readonly file: string
  readonly line: number
  /** By column; without those that are empty. */
  readonly cells: ReadonlyMap<string, string>
}

/** Tables as they were found. */
export type FoundTables = {
  readonly has: (name: TableName) => boolean
  /** May be gone through again. Rows that do not fit their header are given with a fault. */
  readonly rows: (name: TableName) => AsyncIterable<FoundRow | BrokenRow>
}

export type BrokenRow = { readonly file: string; readonly line: number; readonly fault: string }

export const isBroken = (row: object): row is BrokenRow => 'fault' in row

export const OTHER = 'other'

/** What stands before the id of an attribute where it is a column. */
export const ATTRIBUTE = 'attribute.'

/** A row but for its last cell. `more`: what no column has been made for. */
export type UnfinishedRow = {
  readonly cells: readonly Cell[]
  readonly more?: Readonly<Record<string, unknown>>
}

/** A row with its last cell. */
export function wholeRow(
  columns: readonly string[],
  cells: readonly Cell[],
  more: Readonly<Record<string, unknown>> = {},
): TableRow {
  const empty = columns.filter((_, i) => cells[i] === '')
  const other = { ...more, ...(empty.length > 0 ? { empty } : {}) }
  return [...cells, Object.keys(other).length > 0 ? stableLine(other) : null]
}

/** JSON for a list; nothing where it is empty. */
export const listCell = (list: readonly unknown[] | undefined): Cell =>
  list && list.length > 0 ? stableLine(list) : null
