import * as z from 'zod'
import type { Article, ArticleText, Boilerplate } from '../domain/article.ts'
import { codePointMap } from '../domain/code-points.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Span } from '../domain/span.ts'
import { stableJson } from './json.ts'
import { type FileKind, readVersioned, type Versioned, withHeader } from './versioned.ts'

/** How every file of ours counts, said in the file. */
export const OFFSETS = { unit: 'codepoint', end: 'exclusive' } as const

export const offsetsSchema = z.object({ unit: z.literal('codepoint'), end: z.literal('exclusive') })
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'this is not a SHA-256 hash')
export const offsetSchema = z.int().min(0)
export const boilerplateSchema = z.object({
  start: offsetSchema,
  end: offsetSchema,
  kind: z.string(),
  reason: z.string(),
})

const known = z.string().nullable()
const metadata = {
  title: z.string(),
  byline: known,
  source: known,
  publisher: known,
  published: known,
  retrieved: known,
  dateline: known,
  language: known,
  url: known,
}

const articleFileSchema = z.object({
  id: z.string(),
  offsets: offsetsSchema,
  ...metadata,
  sha256: sha256Schema,
  provenance: z.object({
    encoding: z.string(),
    certainty: z.number().min(0).max(100),
    byteOrderMark: z.boolean(),
    original: z
      .string()
      .regex(/^[a-z0-9]{1,12}$/, 'this is not the ending of a file name')
      .nullable(),
  }),
  boilerplate: z.array(boilerplateSchema),
})

/** An article as its file says it: offsets are code points. */
export type ArticleFile = z.infer<typeof articleFileSchema>

const ARTICLE: FileKind<ArticleFile> = {
  format: 'glosswright/article',
  version: 1,
  noun: 'article file',
  schema: articleFileSchema,
  migrations: [],
}

export const readArticleFile = (json: string, file: string): Versioned<ArticleFile> =>
  readVersioned(ARTICLE, json, file)

export function articleToFile({ article, text }: ArticleText): string {
  const { metadata, boilerplate, ...rest } = article
  const map = codePointMap(text)
  const converted = boilerplate.map((part) => moved(part, map.toCodePoint))
  return stableJson(withHeader(ARTICLE, { ...rest, ...metadata, offsets: OFFSETS, boilerplate: converted }))
}

/** The article in memory; fails when its boilerplate lies outside `text`. */
export function articleFromFile(file: ArticleFile, text: string): Result<Article> {
  const { id, sha256, provenance, boilerplate, offsets: _, ...metadata } = file
  const map = codePointMap(text)
  if (boilerplate.some(({ start, end }) => start > end || end > map.length)) {
    return failed(`The article “${id}” has boilerplate that lies outside its text.`)
  }
  const converted: Boilerplate[] = boilerplate.map((part) => moved(part, map.toUtf16))
  return ok({ id, metadata, provenance, sha256, boilerplate: converted })
}

function moved<T extends Span>(part: T, convert: (offset: number) => number): T {
  return { ...part, start: convert(part.start), end: convert(part.end) }
}
