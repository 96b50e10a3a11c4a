import * as z from 'zod'
import { STATUSES } from '../domain/record.ts'
import { actorSchema } from './actors-file.ts'
import { annotationSchema } from './annotation-object.ts'
import { boilerplateSchema, offsetSchema, offsetsSchema, sha256Schema } from './article-file.ts'
import { schemeSchema } from './scheme-schema.ts'

/**
 * The dataset: a whole workspace in one JSON document that proves its own offsets. Each article carries its text and
 * that text's hash, each annotation the text of its span; all offsets are code points, as Python counts.
 */
export const DATASET_FORMAT = 'glosswright/dataset'
export const DATASET_VERSION = 3

/** All of each article's text, or the main text alone: the article without its boilerplate. */
export const DATASET_TEXTS = ['full', 'main'] as const
export type DatasetText = (typeof DATASET_TEXTS)[number]

const known = z.string().nullable()

/** Where each piece of a main text stands: its start there, its start in the full text, its length. */
const offsetMapSchema = z.array(z.tuple([offsetSchema, offsetSchema, z.int().min(1)]))
export type OffsetMap = z.infer<typeof offsetMapSchema>

const articleHead = {
  id: z.string().min(1),
  title: z.string(),
  byline: known,
  source: known,
  publisher: known,
  published: known,
  dateline: known,
  language: known,
  url: known,
  text: z.string(),
  sha256: sha256Schema,
  status: z.enum(STATUSES),
  boilerplate: z.array(boilerplateSchema),
  /** Both are there where `text` is the main text alone: what the full text hashes to, and the way back to it. */
  fullSha256: sha256Schema.exactOptional(),
  offsetMap: offsetMapSchema.exactOptional(),
}

/** What all annotators together say of an actor; what they settled among themselves is left to the workspace. */
export const datasetActorSchema = actorSchema.omit({ settled: true })
export type DatasetActor = z.infer<typeof datasetActorSchema>

const frame = {
  format: z.literal(DATASET_FORMAT),
  version: z.literal(DATASET_VERSION),
  tool: z.object({ name: z.string(), version: z.string() }),
  workspace: z.object({ id: z.string(), name: z.string() }),
  offsets: offsetsSchema,
  scheme: schemeSchema,
  actors: z.array(datasetActorSchema),
}

export const datasetArticleSchema = z.object({ ...articleHead, annotations: z.array(annotationSchema) })
export type DatasetArticle = z.infer<typeof datasetArticleSchema>

export const datasetSchema = z.object({ ...frame, articles: z.array(datasetArticleSchema) })
export type Dataset = z.infer<typeof datasetSchema>

/** A dataset whose articles were not looked at yet. */
export const datasetFrameSchema = z.object({ ...frame, articles: z.array(z.unknown()) })
export type DatasetFrame = z.infer<typeof datasetFrameSchema>

/** An article whose annotations were not looked at yet. */
export const articleHeadSchema = z.object({ ...articleHead, annotations: z.array(z.unknown()) })
export type ArticleHead = z.infer<typeof articleHeadSchema>

/** The JSON Schema (draft 2020-12) of a dataset: its shape. What no schema can say, `validateDataset` checks. */
export function datasetJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(datasetSchema, { target: 'draft-2020-12', io: 'input' })
  return { $schema, title: `Glosswright dataset, version ${DATASET_VERSION}`, ...rest }
}
