import { columnsOf } from '#shared/format/interchange/adapters/tables/header.ts'
import {
  type BrokenRow,
  type FoundRow,
  type FoundTables,
  isBroken,
  TABLES,
  type TableName,
} from '#shared/format/interchange/adapters/tables/table.ts'
import type { InFile } from '../../adapter.ts'
import { type CsvRow, csvRows, separatorOf } from './csv-rows.ts'
import { GUARD_FIELD, unguarded } from './guard.ts'

/** `a/annotations.csv` of the table of annotations, in any folder. */
export function tableOf(path: string): TableName | null {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return TABLES.find((table) => name === `${table}.csv`) ?? null
}

/** Files of one folder; a single file that is none of ours is taken for a table of annotations. */
export async function csvTables(files: readonly InFile[]): Promise<FoundTables> {
  const named = files.map((file) => [tableOf(file.path) ?? 'annotations', file] as const)
  const byName = new Map<TableName, InFile>(named)
  const rowsOf = async function* (name: TableName, isGuarded: boolean) {
    const file = byName.get(name)
    if (file) yield* fileRows(file, name, isGuarded)
  }
  const isGuarded = await hasGuard(rowsOf('about', false))
  return { has: (name) => byName.has(name), rows: (name) => rowsOf(name, isGuarded) }
}

async function hasGuard(about: AsyncIterable<FoundRow | BrokenRow>): Promise<boolean> {
  for await (const row of about) if (!isBroken(row) && row.cells.get('field') === GUARD_FIELD) return true
  return false
}

async function* fileRows(
  file: InFile,
  name: TableName,
  isGuarded: boolean,
): AsyncGenerator<FoundRow | BrokenRow> {
  let columns: readonly string[] | null = null
  for await (const row of csvRows(file, await separatorOf(file))) {
    if (columns) yield foundRow(file.path, { ...row, columns, isGuarded })
    else columns = columnsOf(row.cells, name, file.path)
  }
}

type Cells = CsvRow & { readonly columns: readonly string[]; readonly isGuarded: boolean }

function foundRow(file: string, { line, cells, columns, isGuarded }: Cells): FoundRow | BrokenRow {
  if (cells.length !== columns.length) {
    return { file, line, fault: `It has ${cells.length} cells, but the first row names ${columns.length}.` }
  }
  const found = new Map<string, string>()
  for (const [i, column] of columns.entries()) {
    const cell = isGuarded ? unguarded(cells[i] ?? '') : (cells[i] ?? '')
    if (cell !== '' && !found.has(column)) found.set(column, cell)
  }
  return { file, line, cells: found }
}
