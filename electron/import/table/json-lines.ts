import { failed, ok, type Result } from '#shared/domain/result.ts'
import { decodeText } from '../decode.ts'
import { isTooDeep } from './json-depth.ts'
import {
  LONGEST_TABLE,
  type OpenTable,
  type TableRow,
  tooManyColumns,
  tooManyRows,
  WIDEST_TABLE,
} from './table.ts'

/** Of so many lines the fields are taken for the columns. */
const SAMPLE = 1000

/**
 * One JSON object a line. An object within it gives columns of its own, `meta.title` say; a list of words is one cell.
 * A line that is no such object is a row that cannot be read, and no more than that.
 */
export const openJsonLines: OpenTable = async ({ name, bytes, choices }) => {
  const decoded = decodeText(bytes, name, choices.encoding)
  if (!decoded.ok) return decoded
  const { text, ...how } = decoded.value
  if (hasManyLines(text)) return tooManyRows(name)
  const columns = columnsOf(text, name)
  if (columns.size > WIDEST_TABLE) return tooManyColumns(name)
  if (columns.size === 0) return failed(firstProblem(text, name) ?? noWords(name))
  return ok({ columns: [...columns], rows: { [Symbol.iterator]: () => rowsOf(text, name) }, decoded: how })
}

function hasManyLines(text: string): boolean {
  let lines = 0
  for (let end = text.indexOf('\n'); end >= 0 && lines <= LONGEST_TABLE; end = text.indexOf('\n', end + 1))
    lines++
  return lines > LONGEST_TABLE
}

const noWords = (name: string): string => `“${name}” has no line that is a JSON object with words in it.`

function firstProblem(text: string, name: string): string | undefined {
  for (const { cells } of rowsOf(text, name)) return cells.ok ? undefined : cells.problem.sentence
  return undefined
}

function columnsOf(text: string, name: string): ReadonlySet<string> {
  const columns = new Set<string>()
  let seen = 0
  for (const { cells } of rowsOf(text, name)) {
    if (seen++ === SAMPLE || columns.size > WIDEST_TABLE) break
    if (cells.ok) for (const column of cells.value.keys()) columns.add(column)
  }
  return columns
}

/** `number` is the line's, from 1. */
function* rowsOf(text: string, name: string): Generator<TableRow> {
  let number = 0
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const line = text.slice(start, end).trim()
    start = end + 1
    number++
    if (line) yield { number, cells: cellsOf(line, `Row ${number} of “${name}”`), original: line }
  }
}

function cellsOf(line: string, what: string): Result<ReadonlyMap<string, string>> {
  if (isTooDeep(line)) return failed(`${what} has brackets within brackets more than 64 deep.`)
  try {
    const value: unknown = JSON.parse(line)
    if (!isObject(value)) return failed(`${what} is JSON, but no object with fields.`)
    const cells = new Map<string, string>()
    addCells(cells, '', value)
    return cells.size > WIDEST_TABLE ? failed(`${what} has more than 1,000 fields.`) : ok(cells)
  } catch {
    return failed(`${what} is not JSON.`)
  }
}

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function addCells(cells: Map<string, string>, before: string, object: JsonObject): void {
  for (const [key, value] of Object.entries(object)) {
    if (cells.size > WIDEST_TABLE) return
    const column = before + key
    if (isObject(value)) addCells(cells, `${column}.`, value)
    else if (wordsOf(value) !== '') cells.set(column, wordsOf(value))
  }
}

/** A list of lists is no cell. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.every(isScalar) ? value.join(', ') : ''
  return isScalar(value) ? String(value) : ''
}

/** A number so large that it was rounded while it was read is not what the file says, and left out. */
const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'number'
    ? Math.abs(value) <= Number.MAX_SAFE_INTEGER
    : typeof value === 'string' || typeof value === 'boolean'
