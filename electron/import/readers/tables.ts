import { openDelimited } from '#electron/import/table/delimited.ts'
import { openJsonLines } from '#electron/import/table/json-lines.ts'
import { openSpreadsheet } from '#electron/import/table/spreadsheet.ts'
import { tableReader } from '#electron/import/table/table-reader.ts'

export const delimitedTable = tableReader('Table of separated values', ['csv', 'tsv', 'tab'], openDelimited)
export const jsonLines = tableReader('JSON Lines', ['jsonl', 'ndjson'], openJsonLines)
export const spreadsheet = tableReader('Excel workbook', ['xlsx'], openSpreadsheet)
