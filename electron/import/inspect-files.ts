import { basename } from 'node:path'
import { isTable } from './formats.ts'
import { filesOf } from './import-files.ts'
import type { Parser } from './parser-process.ts'
import { readWhole } from './read-whole.ts'
import type { TableSample } from './reading.ts'
import { shownName } from './shown-name.ts'

/** A table among the files that shall be imported, of which it must be known what its columns are. */
export type InspectedTable = TableSample & { readonly path: string; readonly name: string }

/**
 * Looks into files and folders for tables, and imports nothing. What cannot be looked into is left out: the import says
 * what is wrong with it.
 */
export async function inspectFiles(
  paths: readonly string[],
  parser: Parser,
): Promise<readonly InspectedTable[]> {
  const tables: InspectedTable[] = []
  for (const path of await filesOf(paths)) {
    if (!isTable(path)) continue
    const sample = await sampleOf(path, parser)
    if (sample) tables.push({ ...sample, path, name: shownName(basename(path)) })
  }
  return tables
}

async function sampleOf(path: string, parser: Parser): Promise<TableSample | null> {
  const bytes = await readWhole(path)
  if (!bytes.ok) return null
  const sample = await parser.sample({ name: basename(path), bytes: bytes.value, choices: {} })
  return sample?.ok ? sample.value : null
}
