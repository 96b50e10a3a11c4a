import { tableReader } from '../tables.ts'

export const delimitedTable = tableReader('Table of separated values', ['csv', 'tsv', 'tab'])
export const jsonLines = tableReader('JSON Lines', ['jsonl', 'ndjson'])
