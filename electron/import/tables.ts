import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Columns, Part, Reader, ReadingChoices, SourceFile } from './reading.ts'
import { openDelimited } from './table/delimited.ts'
import { type Guess, guessColumns } from './table/guess-columns.ts'
import { openJsonLines } from './table/json-lines.ts'
import { type Mapping, readRow } from './table/row-part.ts'
import type { OpenTable, Table, TableRow } from './table/table.ts'

/** What a person has to see of a table to say which column is what. */
export type TableOutline = {
  readonly columns: readonly string[]
  /** The first five, in the order of `columns`; a cell without words is empty. */
  readonly rows: readonly (readonly string[])[]
  readonly guess: Columns | null
  /** False where a person has to be asked before the table can be imported. */
  readonly isSure: boolean
  /** How many rows there are below the headers. */
  readonly count: number
}

const PREVIEW = 5
/** So many rows are looked at to guess which column is the text. */
const SAMPLE = 50
const CERTAINTY = { chosen: 100, guessed: 80 }

const OPENERS: { readonly [ending: string]: OpenTable } = {
  csv: openDelimited,
  tsv: openDelimited,
  tab: openDelimited,
  jsonl: openJsonLines,
  ndjson: openJsonLines,
}

const openerOf = (name: string): OpenTable | undefined =>
  OPENERS[/[^.]*$/.exec(name.toLowerCase())?.[0] ?? '']

/** True for a file that is a table by its name: the app asks for its columns before it is imported. */
export const isTable = (name: string): boolean => openerOf(name) !== undefined

/** A reader of tables: each row an article, given one by one. */
export const tableReader = (title: string, endings: readonly string[]): Reader => ({ title, endings, read })

/** The head of a table and what is guessed of its columns. */
export async function tableOutline(
  bytes: Uint8Array,
  name: string,
  choices: ReadingChoices = {},
): Promise<Result<TableOutline>> {
  const table = await openTable({ name, bytes, choices })
  if (!table.ok) return table
  const { columns, rows } = table.value
  const { columns: guess, isSure } = guessOf(table.value)
  const preview = firstOf(rows, PREVIEW).map(({ cells }) =>
    columns.map((column) => (cells.ok && cells.value.get(column)) || ''),
  )
  return ok({ columns, rows: preview, guess, isSure, count: countOf(rows) })
}

async function* read(file: SourceFile): AsyncGenerator<Part> {
  const table = await openTable(file)
  const mapping = table.ok ? mappingOf(table.value, file) : table
  if (!table.ok) yield { part: null, reading: table }
  else if (!mapping.ok) yield { part: null, reading: mapping }
  else for (const row of table.value.rows) yield partOf(row, mapping.value)
}

const partOf = (row: TableRow, mapping: Mapping): Part => ({
  part: `row ${row.number}`,
  reading: readRow(row, mapping),
})

function openTable(file: SourceFile): Promise<Result<Table>> {
  const open = openerOf(file.name)
  if (!open) throw new Error(`${file.name} is not named like a table`)
  return open(file)
}

function mappingOf(table: Table, { name, choices }: SourceFile): Result<Mapping> {
  const { decoded } = table
  if (choices.columns) return chosen(table, name, choices.columns)
  const { columns, isSure } = guessOf(table)
  if (columns && isSure) return ok({ file: name, columns, certainty: CERTAINTY.guessed, decoded })
  return failed(`“${name}” is a table; please choose which of its columns is the text, and import it again.`)
}

function chosen({ columns, decoded }: Table, file: string, choice: Columns): Result<Mapping> {
  if (columns.includes(choice.text))
    return ok({ file, columns: choice, certainty: CERTAINTY.chosen, decoded })
  return failed(`“${file}” has no column “${choice.text}”; please choose which of its columns is the text.`)
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
