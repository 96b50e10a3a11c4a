import { DEEPEST_XML, walkXml } from '#electron/import/xml/walk-xml.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { LONGEST_TABLE, tooManyColumns, tooManyRows, WIDEST_TABLE } from './table.ts'

const MOST_CELLS = 10_000_000
const LIMITS = { elements: 6_000_000, depth: DEEPEST_XML }

/**
 * Whether the cells of a sheet lie within bounds. A cell says itself where it is, and everything up to there is made room
 * for: one cell in the last row and column of a sheet stands for seventeen thousand million.
 */
export function checkSheet(xml: string, name: string): Result<null> {
  let rows = 0
  let columns = 0
  const walked = walkXml(xml, `“${name}”`, LIMITS, {
    onOpen: (element, { r = '' }) => {
      if (element === 'row') rows = Math.max(rows + 1, Number(r) || 0)
      if (element !== 'c') return
      rows = Math.max(rows, Number(/\d{1,8}$/.exec(r)?.[0] ?? 0))
      columns = Math.max(columns, columnOf(/^[A-Z]{1,4}/i.exec(r)?.[0] ?? ''))
    },
  })
  if (!walked.ok) return walked
  if (columns > WIDEST_TABLE) return tooManyColumns(name)
  if (rows > LONGEST_TABLE) return tooManyRows(name)
  return rows * columns > MOST_CELLS ? failed(`“${name}” has too many cells; please split it.`) : ok(null)
}

/** 1 for A, 27 for AA. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
