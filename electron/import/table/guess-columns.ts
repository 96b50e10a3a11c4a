import { METADATA_FIELDS, type MetadataField } from '#shared/domain/metadata.ts'
import type { Columns } from '../reading.ts'

/**
 * Which column is what, by the names that columns commonly have, and for the text by its length besides: it is sure where
 * no column is much longer than the one that is named so, or where one column is far longer than the others.
 */
export type Guess = { readonly columns: Columns | null; readonly isSure: boolean }

export type Cells = ReadonlyMap<string, string>

const NAMES_OF_TEXT = [
  'text',
  'fulltext',
  'articletext',
  'body',
  'articlebody',
  'content',
  'article',
  'story',
]
const NAMES: { readonly [F in MetadataField]: readonly string[] } = {
  title: ['title', 'headline', 'heading'],
  byline: ['byline', 'author', 'authors', 'writer', 'reporter'],
  source: ['source', 'agency', 'newsagency'],
  publisher: ['publisher', 'outlet', 'publication', 'newspaper', 'site', 'sitename'],
  published: [
    'published',
    'publishedat',
    'publicationdate',
    'publishdate',
    'pubdate',
    'datepublished',
    'date',
  ],
  dateline: ['dateline'],
  language: ['language', 'lang'],
  url: ['url', 'link', 'permalink', 'address'],
  retrieved: ['retrieved', 'retrievedat', 'accessed', 'scrapedat', 'crawledat', 'downloaded'],
}

/** Characters a cell, on average, from which a column looks like articles. */
const LONG = 200
const FAR_LONGER = 3
/** So many times longer another column is, where the one called text seems not to be it. */
const LONGER = 2

/** @param rows the first rows of the table. */
export function guessColumns(columns: readonly string[], rows: readonly Cells[]): Guess {
  const lengths = columns.map((column) => ({ column, length: averageLength(column, rows) }))
  const [longest, second] = lengths.sort((a, b) => b.length - a.length)
  if (!longest) return { columns: null, isSure: false }
  const named = firstNamed(columns, NAMES_OF_TEXT)
  const text = named ?? longest.column
  const isFarLonger = longest.length >= LONG && longest.length >= FAR_LONGER * (second?.length ?? 0)
  const isLong = averageLength(text, rows) * LONGER >= longest.length
  const isSure = named === undefined ? isFarLonger : isLong && !hasTwin(columns, named)
  return { columns: { text, metadata: metadataColumns(columns, text) }, isSure }
}

/** Two columns of one name are “text” and “text (2)”. */
const hasTwin = (columns: readonly string[], named: string): boolean =>
  columns.filter((column) => plain(column) === plain(named)).length > 1

const averageLength = (column: string, rows: readonly Cells[]): number =>
  rows.reduce((sum, cells) => sum + (cells.get(column)?.length ?? 0), 0) / Math.max(1, rows.length)

function metadataColumns(columns: readonly string[], text: string): Columns['metadata'] {
  const others = columns.filter((column) => column !== text)
  const found = METADATA_FIELDS.map((field) => [field, firstNamed(others, NAMES[field])] as const)
  return Object.fromEntries(found.filter(([, column]) => column !== undefined))
}

const firstNamed = (columns: readonly string[], names: readonly string[]): string | undefined =>
  names.map((name) => columns.find((column) => plain(column) === name)).find(Boolean)

const plain = (column: string): string => column.toLowerCase().replace(/[^\p{L}]/gu, '')
