import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Columns, Part, Reader, SourceFile, TableSample } from '../reading.ts'
import { type Guess, guessColumns } from './guess-columns.ts'
import { type Mapping, readRow } from './row-part.ts'
import type { OpenTable, Table, TableRow } from './table.ts'

const PREVIEW = 5
/** So many rows are looked at to guess which column is the text. */
const SAMPLE = 50
const CERTAINTY = { chosen: 100, guessed: 80 }

/** A reader of tables: each row an article, given one by one. */
export const tableReader = (open: OpenTable): Reader => ({
  read: (file) => partsIn(open, file),
  sample: (file) => sampleOf(open, file),
})

async function sampleOf(open: OpenTable, file: SourceFile): Promise<Result<TableSample>> {
  const table = await open(file)
  if (!table.ok) return table
  const { columns, rows } = table.value
  const { columns: guess, isSure } = guessOf(table.value)
  const preview = firstOf(rows, PREVIEW).map(({ cells }) =>
    columns.map((column) => (cells.ok && cells.value.get(column)) || ''),
  )
  return ok({ columns, rows: preview, guess, isSure, count: countOf(rows) })
}

async function* partsIn(open: OpenTable, file: SourceFile): AsyncGenerator<Part> {
  const table = await open(file)
  const mapping = table.ok ? mappingOf(table.value, file) : table
  if (!table.ok) yield { part: null, reading: table }
  else if (!mapping.ok) yield { part: null, reading: mapping }
  else for (const row of table.value.rows) yield partOf(row, mapping.value)
}

const partOf = (row: TableRow, mapping: Mapping): Part => ({
  part: `row ${row.number}`,
  reading: readRow(row, mapping),
})

function mappingOf(table: Table, { name, choices }: SourceFile): Result<Mapping> {
  const { decoded } = table
  if (choices.columns) return chosen(table, name, choices.columns)
  const { columns, isSure } = guessOf(table)
  if (columns && isSure) return ok({ file: name, columns, certainty: CERTAINTY.guessed, decoded })
  return failed(`“${name}” is a table; please choose which of its columns is the text, and import it again.`)
}

function chosen({ columns, decoded }: Table, file: string, choice: Columns): Result<Mapping> {
  const missing = [choice.text, ...Object.values(choice.metadata)].find((one) => !columns.includes(one))
  if (missing === undefined) return ok({ file, columns: choice, certainty: CERTAINTY.chosen, decoded })
  const what = missing === choice.text ? 'is the text' : 'is what'
  return failed(`“${file}” has no column “${missing}”; please choose which of its columns ${what}.`)
}

const guessOf = ({ columns, rows }: Table): Guess =>
  guessColumns(
    columns,
    firstOf(rows, SAMPLE).flatMap(({ cells }) => (cells.ok ? [cells.value] : [])),
  )

function firstOf<T>(rows: Iterable<T>, count: number): readonly T[] {
  const first: T[] = []
  for (const row of rows) {
    if (first.length === count) break
    first.push(row)
  }
  return first
}

function countOf(rows: Iterable<unknown>): number {
  let count = 0
  for (const _ of rows) count++
  return count
}
