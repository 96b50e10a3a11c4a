import * as z from 'zod'
import { STATUSES } from '#shared/domain/record.ts'
import { boilerplateSchema, sha256Schema } from '#shared/format/article-file.ts'
import { datasetArticleSchema } from '#shared/format/dataset.ts'
import type { ReadArticle } from '../../adapter.ts'
import { type ReadValue, readShape } from '../../read-values.ts'
import { cellsOf } from './found-cells.ts'
import { type BrokenRow, type FoundRow, type FoundTables, isBroken } from './table.ts'

/** An article without its marks. */
export type ArticleHead = {
  readonly file: string
  readonly line: number
  /** What its other rows call it. */
  readonly key: string
  readonly article: ReadArticle['article']
  readonly text: string | null
}

export type FoundArticles = {
  /** Of each article among them, by its key. */
  readonly places: ReadonlyMap<string, number>
  readonly heads: () => AsyncIterable<ArticleHead | BrokenRow>
}

/** From the table of articles; without one, those that annotations name. */
export async function articlesIn(tables: FoundTables): Promise<FoundArticles> {
  const found = tables.has('articles') ? headsOfRows(tables) : headsOfMarks(tables)
  const places = new Map<string, number>()
  for await (const head of found()) if (!isBroken(head)) places.set(head.key, places.size)
  return { places, heads: found }
}

const headsOfRows = (tables: FoundTables) =>
  async function* (): AsyncGenerator<ArticleHead | BrokenRow> {
    const seen = new Set<string>()
    for await (const row of tables.rows('articles')) {
      const head = isBroken(row) ? row : headOf(row)
      yield isBroken(head) ? head : onlyOnce(head, seen)
    }
  }

function onlyOnce(head: ArticleHead, seen: Set<string>): ArticleHead | BrokenRow {
  const isDouble = seen.has(head.key)
  seen.add(head.key)
  return isDouble ? { ...head, fault: `There are two articles “${head.key}”.` } : head
}

const METADATA = {
  byline: true,
  source: true,
  publisher: true,
  published: true,
  dateline: true,
  language: true,
  url: true,
} as const

/** Without those that are not there: what is given of them must be right. */
const headSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  ...datasetArticleSchema.pick(METADATA).shape,
  text: z.string().nullable(),
  status: z.enum(STATUSES).optional(),
  sha256: sha256Schema.optional(),
  boilerplate: z.array(boilerplateSchema),
  fullSha256: sha256Schema.optional(),
  offsetMap: datasetArticleSchema.shape.offsetMap.optional(),
})

function headOf(row: FoundRow): ArticleHead | BrokenRow {
  const { file, line } = row
  const read = articleOf(row)
  if (!read.ok) return { file, line, fault: read.reason }
  const { sha256, status, fullSha256, offsetMap, text, ...rest } = read.value
  const article = { ...rest, ...present({ sha256, status, fullSha256, offsetMap }) }
  return { file, line, key: rest.id, article, text }
}

/** Without what is undefined. */
function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

function articleOf(row: FoundRow): ReadValue<z.infer<typeof headSchema>> {
  const cells = cellsOf(row)
  if (!cells.ok) return cells
  const { text, json } = cells.value
  return readShape(headSchema, {
    ...{ id: text('id') ?? '', title: text('title') ?? '', byline: text('byline'), source: text('source') },
    ...{ publisher: text('publisher'), published: text('published'), dateline: text('dateline') },
    ...{ language: text('language'), url: text('url'), status: text('status') ?? undefined },
    text: text('text'),
    ...{ sha256: text('sha256') ?? undefined, boilerplate: json('boilerplate') ?? [] },
    ...{ fullSha256: text('full_sha256') ?? undefined, offsetMap: json('offset_map') ?? undefined },
  })
}

/** Somebody else's table of annotations names its articles by an id, the hash of the text, or the text itself. */
export const keyOf = ({ cells }: FoundRow): string =>
  cells.get('article') ?? cells.get('sha256') ?? cells.get('article_text') ?? ''

const headsOfMarks = (tables: FoundTables) =>
  async function* (): AsyncGenerator<ArticleHead> {
    const seen = new Set<string>()
    for await (const row of tables.rows('annotations')) {
      if (isBroken(row) || keyOf(row) === '' || seen.has(keyOf(row))) continue
      seen.add(keyOf(row))
      yield markedArticle(row)
    }
  }

function markedArticle(row: FoundRow): ArticleHead {
  const { file, line, cells } = row
  const [id, sha256, title] = [cells.get('article'), cells.get('sha256'), cells.get('article_title')]
  const article = { ...present({ id, title }), ...(sha256 ? { sha256: sha256.toLowerCase() } : {}) }
  return { file, line, key: keyOf(row), article, text: cells.get('article_text') ?? null }
}
