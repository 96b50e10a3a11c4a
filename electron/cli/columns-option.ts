import type { Columns } from '#electron/import/reading.ts'
import { METADATA_FIELDS } from '#shared/domain/metadata.ts'
import { WrongUse } from './command.ts'

/** As the help and the sentences have it. */
export const COLUMNS_EXAMPLE = '--columns text=Body,title=Headline'

const FIELDS: readonly string[] = ['text', ...METADATA_FIELDS]
/** A comma parts them only before the next field: names of columns may have some. */
const NEXT = new RegExp(`,(?=(?:${FIELDS.join('|')})=)`)

/**
 * Which column is what, from `text=Body,title=Headline`.
 * @throws {WrongUse}
 */
export function columnsFrom(option: string): Columns {
  const pairs = option.split(NEXT).map(pairFrom)
  const { text, ...metadata } = Object.fromEntries(pairs)
  if (text === undefined) throw new WrongUse(`--columns says which one is the text, as in ${COLUMNS_EXAMPLE}`)
  return { text, metadata }
}

function pairFrom(pair: string): readonly [string, string] {
  const at = pair.indexOf('=')
  const [field, column] = [pair.slice(0, Math.max(0, at)), pair.slice(at + 1)]
  if (FIELDS.includes(field) && column !== '') return [field, column]
  throw new WrongUse(
    `“${pair}” names no column; it goes so: ${COLUMNS_EXAMPLE}. Fields: ${FIELDS.join(', ')}`,
  )
}
