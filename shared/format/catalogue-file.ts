import * as z from 'zod'
import type { ArticleSummary } from '../domain/article.ts'
import { STATUSES } from '../domain/record.ts'
import { type FileKind, readVersioned, withHeader } from './versioned.ts'

/** A row of the articles list, and what tells that it is still what the article's files say. */
export type CatalogueEntry = {
  readonly summary: ArticleSummary
  /** Another one as soon as one of the files is changed; empty where that cannot be told. */
  readonly stamp: string
}

const text = z.string()
const row = z.tuple([
  text, // id
  text, // title
  text.nullable(), // source
  text.nullable(), // published
  z.enum(STATUSES),
  z.record(text, z.number()),
  text.nullable(), // the newer version
  text, // stamp
])
type Row = z.infer<typeof row>

const CATALOGUE: FileKind<{ readonly rows: Row[] }> = {
  format: 'glosswright/catalogue',
  version: 2,
  noun: 'catalogue',
  schema: z.object({ rows: z.array(row) }),
  // Made anew from the files.
  migrations: [(old: unknown) => old],
}

/** The entries in a kept catalogue; null where it is not one of ours and this version: it can be made again. */
export function readCatalogueFile(json: string): CatalogueEntry[] | null {
  const read = readVersioned(CATALOGUE, json, 'catalogue')
  return read.kind === 'current' ? read.value.rows.map(entryOf) : null
}

/** On one line and without sorting: a hundred thousand rows, and nobody reads them. */
export const catalogueToFile = (entries: readonly CatalogueEntry[]): string =>
  JSON.stringify(withHeader(CATALOGUE, { rows: entries.map(rowOf) }))

function entryOf([id, title, source, published, status, counts, later, stamp]: Row): CatalogueEntry {
  return { summary: { id, title, source, published, status, later, counts }, stamp }
}

function rowOf({ summary, stamp }: CatalogueEntry): Row {
  const { id, title, source, published, status, later, counts } = summary
  return [id, title, source, published, status, { ...counts }, later, stamp]
}
