import * as z from 'zod'
import { parseJson } from '#shared/format/json.ts'
import { type ReadValue, readRecord } from '../../read-values.ts'
import { type FoundRow, OTHER } from './table.ts'

const otherSchema = z.object({
  empty: z.array(z.string()).exactOptional(),
  attributes: z.record(z.string(), z.string()).exactOptional(),
})

/** A row's cells, each read as what it holds. */
export type FoundCells = {
  /** Null where the cell says nothing. */
  readonly text: (column: string) => string | null
  /** Null where the cell says nothing; undefined where it is no JSON. */
  readonly json: (column: string) => unknown
  /** Null where the cell says nothing; NaN where it is no whole number from 0. */
  readonly offset: (column: string) => number | null
  /** Of those that say something. */
  readonly columns: readonly string[]
  /** What no column has been made for. */
  readonly attributes: Readonly<Record<string, string>>
}

export function cellsOf({ cells }: FoundRow): ReadValue<FoundCells> {
  const other = readRecord(otherSchema, cells.get(OTHER) ?? '{}')
  if (!other.ok) return { ok: false, reason: `Its last cell, “${OTHER}”, cannot be read: ${other.reason}` }
  const empty = new Set(other.value.empty)
  const text = (column: string): string | null => cells.get(column) ?? (empty.has(column) ? '' : null)
  const json = (column: string): unknown => {
    const cell = cells.get(column)
    const read = cell === undefined ? null : parseJson(cell)
    return read && (read.ok ? read.value : undefined)
  }
  const offset = (column: string): number | null => {
    const cell = cells.get(column)
    return cell === undefined ? null : WHOLE.test(cell.trim()) ? Number(cell) : Number.NaN
  }
  const columns = [...cells.keys(), ...empty]
  return { ok: true, value: { text, json, offset, columns, attributes: other.value.attributes ?? {} } }
}

/** As tables write it: pandas makes `12.0` of a column in which a cell is empty. */
const WHOLE = /^\d{1,15}(\.0+)?$/
