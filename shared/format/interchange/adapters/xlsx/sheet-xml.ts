import type { Cell, TableRow } from '#shared/format/interchange/adapters/tables/table.ts'
import { cellPieces, cellText, columnName } from './cell-text.ts'

/** Rows of a sheet, its header included, as Excel and LibreOffice have them. */
export const MOST_ROWS = 1_048_576

/** Says of a row that it is a part of one: `2 of 3`. */
export const PART = 'part'

/** Characters that a column is wide; others are as wide as a short word. */
const WIDTHS: Readonly<Record<string, number>> = {
  article: 30,
  text: 60,
  act_text: 50,
  filler_text: 40,
  from_text: 40,
  to_text: 40,
  title: 50,
  actor_name: 24,
  note: 40,
  value: 110,
  field: 24,
  name: 30,
  aliases: 40,
  sha256: 24,
  created: 24,
  updated: 24,
}
const WIDTH = 14

/** All that stands before the rows: a header that stays where it is, columns as wide as what is in them. */
export function sheetStart(columns: readonly string[], isFirst: boolean): string {
  const cols = columns.map((name, i) => {
    const width = WIDTHS[name] ?? Math.max(WIDTH, name.length + 4)
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
  })
  const view = `<sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15" customHeight="1"/>`,
    `<cols>${cols.join('')}</cols><sheetData>`,
    rowXml(columns, 1, HEADER),
  ].join('')
}

/** `last` is the number of the last row. So many columns in the width of one page could not be read: they are printed page by page. */
export const sheetEnd = (columns: readonly string[], last: number): string =>
  `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${last}"/><pageSetup pageOrder="overThenDown" orientation="landscape"/></worksheet>`

/** Styles of cells, by their place in the workbook's list. */
const HEADER = 1
const BODY = 2

/** A row, or the rows that one with a long cell takes. */
export function rowsOfRow(row: TableRow): readonly TableRow[] {
  const pieces = row.map((cell) => (typeof cell === 'string' ? cellPieces(cell) : [cell]))
  const count = Math.max(...pieces.map(({ length }) => length))
  if (count === 1) return [row]
  return Array.from({ length: count }, (_, i) => [
    ...pieces.map((cells) => cells[i] ?? null),
    `${i + 1} of ${count}`,
  ])
}

export function rowXml(row: TableRow, number: number, style = BODY): string {
  const cells = row.map((cell, i) => cellXml(cell, `${columnName(i)}${number}`, style)).join('')
  return `<row r="${number}" ht="15" customHeight="1">${cells}</row>`
}

function cellXml(cell: Cell, place: string, style: number): string {
  if (cell === null || cell === '') return ''
  const start = `<c r="${place}" s="${style}"`
  if (typeof cell === 'number') return `${start}><v>${cell}</v></c>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`
}
