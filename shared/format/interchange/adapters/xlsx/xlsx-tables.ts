import { type InFile, UnreadableFile } from '#shared/format/interchange/adapter.ts'
import { columnsOf } from '#shared/format/interchange/adapters/tables/header.ts'
import {
  type BrokenRow,
  type FoundRow,
  type FoundTables,
  TABLES,
  type TableName,
} from '#shared/format/interchange/adapters/tables/table.ts'
import { type ZipMember, zipMembers } from '#shared/format/interchange/zip-directory.ts'
import { textOfCell } from './cell-text.ts'
import { wholeRows } from './row-parts.ts'
import { type SheetRow, sharedStrings, sheetRows } from './sheet-rows.ts'
import { xmlEvents } from './xml-events.ts'

type Sheet = { readonly name: string; readonly member: ZipMember }

/** The tables of a workbook; in one that has none of ours, the first sheet is taken for a table of annotations. */
export async function xlsxTables(file: InFile): Promise<FoundTables> {
  const members = new Map((await zipMembers(file)).map((member) => [member.name, member]))
  const sheets = await sheetsOf(file, members)
  const texts = members.get('xl/sharedStrings.xml')
  const strings = texts ? await sharedStrings(file, texts) : []
  const named = TABLES.map((name) => [name, sheets.filter((sheet) => isOf(sheet, name))] as const)
  const byName = new Map(named.filter(([, found]) => found.length > 0))
  if (byName.size === 0) byName.set('annotations', sheets.slice(0, 1))
  return {
    has: (name) => byName.has(name),
    rows: async function* (name) {
      for (const sheet of byName.get(name) ?? []) {
        const rows = sheetRows(file, sheet.member, strings)
        yield* wholeRows(foundRows(rows, name, `${file.path} › ${sheet.name}`))
      }
    },
  }
}

/** `Annotations`, `Annotations 2`. */
const isOf = ({ name }: Sheet, table: TableName): boolean => name.toLowerCase().replace(/ \d+$/, '') === table

async function* foundRows(
  rows: AsyncIterable<SheetRow>,
  name: TableName,
  file: string,
): AsyncGenerator<FoundRow | BrokenRow> {
  let columns: readonly string[] | null = null
  for await (const row of rows) {
    if (columns) yield foundRow(row, columns, file)
    else columns = columnsOf(headerOf(row), name, file)
  }
}

const MOST_COLUMNS = 16_384

function headerOf({ cells }: SheetRow): readonly string[] {
  const last = Math.min(Math.max(...cells.keys()), MOST_COLUMNS)
  return Array.from({ length: last + 1 }, (_, i) => cells.get(i) ?? '')
}

function foundRow({ line, cells }: SheetRow, columns: readonly string[], file: string): FoundRow | BrokenRow {
  const found = new Map<string, string>()
  for (const [i, cell] of cells) {
    const column = columns[i]
    if (!column) return { file, line, fault: 'It has a cell in a column that has no name.' }
    if (!found.has(column)) found.set(column, cell)
  }
  return { file, line, cells: found }
}

type Members = ReadonlyMap<string, ZipMember>

/** In the workbook's order. */
async function sheetsOf(file: InFile, members: Members): Promise<readonly Sheet[]> {
  const [book, relations] = [members.get('xl/workbook.xml'), members.get('xl/_rels/workbook.xml.rels')]
  if (!book || !relations) throw new UnreadableFile(`“${file.path}” is no workbook (XLSX).`)
  const related = await attributesOf(file, relations, 'Relationship')
  const targets = new Map(related.map(({ Id = '', Target = '' }) => [Id, Target]))
  const listed = await attributesOf(file, book, 'sheet')
  return listed.flatMap((sheet) => {
    const id = Object.entries(sheet).find(([name]) => /(^|:)id$/.test(name))?.[1] ?? ''
    const member = members.get(pathOf(targets.get(id) ?? ''))
    return member ? [{ name: textOfCell(sheet.name ?? ''), member }] : []
  })
}

/** Of all elements of a name. */
async function attributesOf(file: InFile, member: ZipMember, name: string) {
  const found: Readonly<Record<string, string>>[] = []
  for await (const events of xmlEvents(file, member))
    for (const event of events) if (event.kind === 'open' && event.name === name) found.push(event.attributes)
  return found
}

/** From the archive's root, or from the workbook's folder. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)
