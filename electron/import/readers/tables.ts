import { openDelimited } from '#electron/import/table/delimited.ts'
import { openJsonLines } from '#electron/import/table/json-lines.ts'
import { openSpreadsheet } from '#electron/import/table/spreadsheet.ts'
import { tableReader } from '#electron/import/table/table-reader.ts'

export const delimitedTable = tableReader(openDelimited)
export const jsonLines = tableReader(openJsonLines)
export const spreadsheet = tableReader(openSpreadsheet)
