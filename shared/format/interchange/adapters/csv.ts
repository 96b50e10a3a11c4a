import type { Adapter, ExportSource, InFile, OutFile, ReadEvent, Sink } from '../adapter.ts'
import { EVERYTHING, type Format, optionValue } from '../format.ts'
import { csvTables, tableOf } from './csv/csv-tables.ts'
import { GUARD_FIELD, GUARD_WORDS, guarded } from './csv/guard.ts'
import { datasetTables } from './tables/dataset-tables.ts'
import { readTables } from './tables/read-tables.ts'
import type { Cell, Table } from './tables/table.ts'

/** A folder of tables as RFC 4180 has them: commas, quotes only where they are needed, CRLF behind each row. */
const format: Format = {
  id: 'csv',
  title: 'Tables (CSV)',
  summary: 'annotations, acts, links, actors and articles as rows, for spreadsheets, R and pandas',
  shape: 'folder',
  ending: 'csv',
  offsets: 'codepoint',
  reads: true,
  carries: EVERYTHING,
  options: [
    {
      id: 'bom',
      title: 'Sign that tells Excel how the file is written',
      values: [
        { id: 'with', title: 'With it: Excel shows all letters as they are' },
        { id: 'without', title: 'Without it: for programs that stumble over it' },
      ],
    },
    {
      id: 'guard',
      title: 'Texts that a spreadsheet would take for a formula',
      values: [
        { id: 'exact', title: 'As they are: for programs, and for texts you trust' },
        { id: 'apostrophe', title: 'With an apostrophe before them: safe to open in a spreadsheet' },
      ],
    },
  ],
  source: 'https://www.rfc-editor.org/rfc/rfc4180',
}

type Style = { readonly start: string; readonly shown: (cell: string) => string }

async function write(source: ExportSource, sink: Sink): Promise<void> {
  const isGuarded = optionValue(format, source.options, 'guard') === 'apostrophe'
  const hasMark = optionValue(format, source.options, 'bom') === 'with'
  const style: Style = {
    start: hasMark ? '\ufeff' : '',
    shown: isGuarded ? guarded : (cell) => cell,
  }
  const facts = isGuarded ? [[GUARD_FIELD, GUARD_WORDS] as const] : []
  for (const table of datasetTables(source, facts))
    await writeTable(table, await sink.open(`${table.name}.csv`), style)
}

/** Characters that are gathered before they are written. */
const ENOUGH = 65_536

async function writeTable({ columns, rows }: Table, file: OutFile, { start, shown }: Style): Promise<void> {
  let waiting = `${start}${rowOf(columns, shown)}`
  for await (const row of rows()) {
    waiting += rowOf(row, shown)
    if (waiting.length < ENOUGH) continue
    await file.write(waiting)
    waiting = ''
  }
  await file.write(waiting)
  await file.close()
}

const rowOf = (row: readonly Cell[], shown: Style['shown']): string =>
  `${row.map((cell) => quoted(shown(`${cell ?? ''}`))).join(',')}\r\n`

/** What stands at the edge of a cell in spaces is lost by some readers where it is not quoted. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/

const quoted = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

async function* read(files: readonly InFile[]): AsyncGenerator<ReadEvent> {
  yield* readTables(await csvTables(files))
}

/** The tables of a folder belong together; any other table is one of annotations by itself. */
function groups(paths: readonly string[]): readonly (readonly string[])[] {
  const tables = paths.filter((path) => /\.(csv|tsv)$/i.test(path))
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
  const folders = [...new Set(tables.map(folderOf))]
  return folders.flatMap((folder) => {
    const here = tables.filter((path) => folderOf(path) === folder)
    const own = here.filter((path) => tableOf(path) !== null)
    const others = here.filter((path) => tableOf(path) === null)
    return [...(own.length > 0 ? [own] : []), ...others.map((path) => [path])]
  })
}

export const csv: Adapter = { format, write, read, groups }
