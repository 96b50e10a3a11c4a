import type { Adapter, ExportSource, InFile, ReadEvent, Sink } from '../adapter.ts'
import { EVERYTHING, type Format } from '../format.ts'
import { ZipOut } from '../zip-out.ts'
import { datasetTables } from './tables/dataset-tables.ts'
import { readTables } from './tables/read-tables.ts'
import type { Table } from './tables/table.ts'
import { withNeededColumns } from './xlsx/needed-columns.ts'
import { MOST_ROWS, rowXml, sheetEnd, sheetStart } from './xlsx/sheet-xml.ts'
import {
  contentTypes,
  ROOT_RELATIONS,
  STYLES,
  sheetPath,
  type WrittenSheet,
  workbook,
  workbookRelations,
} from './xlsx/workbook-parts.ts'
import { xlsxTables } from './xlsx/xlsx-tables.ts'

const format: Format = {
  id: 'xlsx',
  title: 'Workbook (XLSX)',
  summary: 'annotations, acts, links, actors and articles as sheets, for Excel and LibreOffice',
  shape: 'file',
  ending: 'xlsx',
  offsets: 'codepoint',
  reads: true,
  carries: EVERYTHING,
  options: [],
  source: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
}

const FACTS = [
  [
    'long cells',
    'a text too long for one cell goes on in the rows below; “part” says which part of how many a row is',
  ],
] as const

async function write(source: ExportSource, sink: Sink): Promise<void> {
  await writeWorkbook(source, sink, MOST_ROWS)
}

/** @param mostRows that a sheet can hold, its header included; what is beyond goes on in another one. */
export async function writeWorkbook(source: ExportSource, sink: Sink, mostRows: number): Promise<void> {
  const zip = new ZipOut(await sink.open(''))
  await zip.add('_rels/.rels', [ROOT_RELATIONS])
  const sheets: WrittenSheet[] = []
  for (const whole of datasetTables(source, FACTS)) {
    const table = await withNeededColumns(whole)
    const rows = numbered(table, mostRows)[Symbol.asyncIterator]()
    await writeSheets(table, { zip, sheets, rows })
  }
  await zip.add('xl/styles.xml', [STYLES])
  await zip.add('xl/workbook.xml', [workbook(sheets)])
  await zip.add('xl/_rels/workbook.xml.rels', [workbookRelations(sheets)])
  await zip.add('[Content_Types].xml', [contentTypes(sheets)])
  await zip.close()
}

/** A row as XML, and its number on its sheet. */
type NumberedRow = { readonly xml: string; readonly number: number; readonly isLast: boolean }

async function* numbered({ rows }: Table, mostRows: number): AsyncGenerator<NumberedRow> {
  let number = 1
  for await (const row of rows()) {
    number = number === mostRows ? 2 : number + 1
    yield { xml: rowXml(row, number), number, isLast: number === mostRows }
  }
}

type Writing = {
  readonly zip: ZipOut
  readonly sheets: WrittenSheet[]
  readonly rows: AsyncIterator<NumberedRow>
}

async function writeSheets(table: Table, { zip, sheets, rows }: Writing): Promise<void> {
  const { columns, name } = table
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  let next = await rows.next()
  for (let nth = 1; nth === 1 || !next.done; nth++) {
    let last = 1
    const pieces = async function* (): AsyncGenerator<string> {
      yield sheetStart(columns, sheets.length === 0)
      for (let isFull = false; !isFull && !next.done; next = await rows.next()) {
        yield next.value.xml
        last = next.value.number
        isFull = next.value.isLast
      }
      yield sheetEnd(columns, last)
    }
    await zip.add(sheetPath(sheets.length + 1), batched(pieces()))
    sheets.push({ name: nth === 1 ? title : `${title} ${nth}`, columns: columns.length, last })
  }
}

/** Characters that are gathered before they are packed. */
const ENOUGH = 65_536

async function* batched(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < ENOUGH) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}

async function* read([file]: readonly InFile[]): AsyncGenerator<ReadEvent> {
  if (file) yield* readTables(await xlsxTables(file))
}

export const xlsx: Adapter = { format, write, read }
