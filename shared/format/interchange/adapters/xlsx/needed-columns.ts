import { OTHER, type Table } from '#shared/format/interchange/adapters/tables/table.ts'
import { PART, rowsOfRow } from './sheet-xml.ts'

/** A table as a sheet shows it: with the columns `other` and `part` only where a row says something there. */
export async function withNeededColumns(table: Table): Promise<Table> {
  const last = table.columns.indexOf(OTHER)
  const { hasOther, hasParts } = await needsOf(table, last)
  const columns = last < 0 || hasOther ? table.columns : table.columns.slice(0, last)
  return {
    name: table.name,
    columns: hasParts ? [...columns, PART] : columns,
    rows: async function* () {
      for await (const row of table.rows())
        yield* rowsOfRow(row.length === columns.length ? row : row.slice(0, last))
    },
  }
}

async function needsOf({ rows }: Table, last: number): Promise<{ hasOther: boolean; hasParts: boolean }> {
  let [hasOther, hasParts] = [false, false]
  for await (const row of rows()) {
    hasOther ||= last >= 0 && row[last] !== null
    hasParts ||= rowsOfRow(row).length > 1
    if (hasOther && hasParts) break
  }
  return { hasOther, hasParts }
}
