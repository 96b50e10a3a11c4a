import * as z from 'zod'
import type { Article, ArticleText } from '../domain/article.ts'
import { type CodePointMap, codePointMap } from '../domain/code-points.ts'
import { METADATA_FIELDS } from '../domain/metadata.ts'
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

export const known = z.string().nullable()
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

const certainty = z.number().min(0).max(100)
const spanSchema = z.object({ start: offsetSchema, end: offsetSchema })
const evidenceSchema = z.object({
  from: z.enum(['text', 'json-ld', 'open-graph', 'meta', 'file']),
  span: spanSchema.nullable(),
  certainty,
})

const articleFileSchema = z.object({
  id: z.string(),
  offsets: offsetsSchema,
  ...metadata,
  evidence: z.partialRecord(z.enum(METADATA_FIELDS), evidenceSchema),
  sha256: sha256Schema,
  provenance: z.object({
    encoding: z.string(),
    certainty,
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
  version: 2,
  noun: 'article file',
  schema: articleFileSchema,
  migrations: [(old) => ({ ...(old as object), evidence: {} })],
}

export const readArticleFile = (json: string, file: string): Versioned<ArticleFile> =>
  readVersioned(ARTICLE, json, file)

export function articleToFile({ article, text }: ArticleText): string {
  const { metadata, boilerplate, evidence, ...rest } = article
  const { toCodePoint } = codePointMap(text)
  return stableJson(
    withHeader(ARTICLE, {
      ...rest,
      ...metadata,
      offsets: OFFSETS,
      boilerplate: boilerplate.map((part) => moved(part, toCodePoint)),
      evidence: movedEvidence(evidence, toCodePoint),
    }),
  )
}

/** The article in memory; fails when its boilerplate or its evidence lies outside `text`. */
export function articleFromFile(file: ArticleFile, text: string): Result<Article> {
  const { id, sha256, provenance, boilerplate, evidence, offsets: _, ...metadata } = file
  const map = codePointMap(text)
  const spans = [...boilerplate, ...Object.values(evidence).flatMap(({ span }) => span ?? [])]
  if (spans.some((span) => isOutside(span, map))) {
    return failed(`The article “${id}” has boilerplate or evidence that lies outside its text.`)
  }
  return ok({
    id,
    metadata,
    provenance,
    sha256,
    boilerplate: boilerplate.map((part) => moved(part, map.toUtf16)),
    evidence: movedEvidence(evidence, map.toUtf16),
  })
}

const isOutside = ({ start, end }: Span, { length }: CodePointMap): boolean => start > end || end > length

type Convert = (offset: number) => number

function moved<T extends Span>(part: T, convert: Convert): T {
  return { ...part, start: convert(part.start), end: convert(part.end) }
}

function movedEvidence(evidence: Article['evidence'], convert: Convert): Article['evidence'] {
  const fields = Object.entries(evidence).map(([field, one]) => [
    field,
    { ...one, span: one.span && moved(one.span, convert) },
  ])
  return Object.fromEntries(fields)
}
