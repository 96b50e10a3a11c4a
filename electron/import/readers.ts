import { extname } from 'node:path'
import { html } from './readers/html.ts'
import { plainText } from './readers/plain-text.ts'
import { delimitedTable, jsonLines } from './readers/tables.ts'
import type { Reader } from './reading.ts'

/** All formats that articles are read from. */
export const READERS: readonly Reader[] = [plainText, html, delimitedTable, jsonLines]

/** The reader of the files that are named so; undefined where there is none. */
export function readerOf(name: string): Reader | undefined {
  const ending = extname(name).slice(1).toLowerCase()
  return READERS.find(({ endings }) => endings.includes(ending))
}
