import * as z from 'zod'
import { RULE_SCOPES } from '../domain/cleaning-rule.ts'
import type { Edit } from '../domain/edit.ts'
import { equalJson } from '../domain/equal.ts'
import { STATUSES } from '../domain/record.ts'
import { COMMENT_KINDS, OUTCOMES } from '../domain/review.ts'
import type { Scheme } from '../domain/scheme.ts'
import { SIGHTS } from '../domain/team.ts'
import { schemeSchema } from './scheme-schema.ts'

/** An edit as it crosses from process to process and lies in the history's file; unknown keys are refused. */

export const shortText = z.string().max(1_000)
const longText = z.string().max(1_000_000)
const offset = z.int().nonnegative()
const id = z.string().min(1).max(1_000)
const span = z.strictObject({ start: offset, end: offset })

const filler = z.union([
  z.strictObject({ mention: id }),
  z.strictObject({ actor: id }),
  z.strictObject({ constant: z.enum(['author', 'unknown']) }),
])

const annotation = z.strictObject({
  id,
  label: shortText,
  start: offset,
  end: offset,
  fragments: z.array(span).min(2).max(1_000).exactOptional(),
  attributes: z.record(shortText, longText),
  roles: z.record(shortText, z.array(filler).max(1_000)),
  actor: id.exactOptional(),
  links: z
    .array(z.strictObject({ kind: shortText, to: id }))
    .max(1_000)
    .exactOptional(),
  note: longText.exactOptional(),
  certainty: z.enum(['sure', 'unsure']),
  origin: z.strictObject({
    kind: z.enum(['manual', 'rule', 'propagated', 'imported', 'adjudicated']),
    by: shortText.exactOptional(),
  }),
  created: z.iso.datetime(),
  updated: z.iso.datetime(),
})

const field = shortText.nullable().exactOptional()
const corrections = z.strictObject({
  title: shortText.exactOptional(),
  byline: field,
  source: field,
  publisher: field,
  published: field,
  retrieved: field,
  dateline: field,
  language: field,
  url: field,
  boilerplate: z
    .array(z.strictObject({ start: offset, end: offset, kind: shortText.nullable() }))
    .max(100_000)
    .exactOptional(),
})

const earlier = z
  .strictObject({
    article: id,
    dropped: z.array(id).max(1_000_000),
    renamed: z.record(id, id).exactOptional(),
  })
  .nullable()

const actor = z.strictObject({
  id,
  name: shortText,
  type: shortText.nullable(),
  aliases: z.array(shortText).max(10_000),
  country: shortText.nullable(),
  externalIds: z.record(shortText, shortText),
  members: z.array(id).max(10_000),
  note: longText,
  mergedInto: id.nullable(),
  settled: z.record(shortText, z.iso.datetime()),
  created: z.iso.datetime(),
  updated: z.iso.datetime(),
})

/** As the manifest has it, with not a key more. */
const scheme = z.custom<Scheme>((value) => {
  const read = schemeSchema.safeParse(value)
  return read.success && equalJson(read.data, value)
})

const rule = z.strictObject({
  id,
  source: shortText,
  as: z.enum(RULE_SCOPES),
  words: shortText,
  kind: shortText.nullable(),
  created: z.iso.datetime(),
})

const judgement = z.strictObject({
  id,
  about: z
    .array(z.strictObject({ annotator: shortText.min(1), id, as: annotation }))
    .min(1)
    .max(10_000),
  outcome: z.enum(OUTCOMES),
  proposal: annotation.exactOptional(),
  made: z.array(id).max(10_000).exactOptional(),
  reason: longText.exactOptional(),
  by: shortText.min(1),
  created: z.iso.datetime(),
})

const comment = z.strictObject({
  id,
  about: z.strictObject({ annotator: shortText.min(1), id: id.nullable() }),
  kind: z.enum(COMMENT_KINDS),
  text: longText,
  by: shortText.min(1),
  created: z.iso.datetime(),
})

const names = z.array(shortText.min(1)).max(10_000)

const words = z.array(shortText).max(100_000)

const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('annotation'),
    id,
    before: annotation.nullable(),
    after: annotation.nullable(),
  }),
  z.strictObject({ kind: z.literal('status'), before: z.enum(STATUSES), after: z.enum(STATUSES) }),
  z.strictObject({ kind: z.literal('notes'), before: longText, after: longText }),
  z.strictObject({ kind: z.literal('corrections'), before: corrections, after: corrections }),
  z.strictObject({ kind: z.literal('earlier'), before: earlier, after: earlier }),
  z.strictObject({ kind: z.literal('later'), before: id.nullable(), after: id.nullable() }),
  z.strictObject({ kind: z.literal('actor'), id, before: actor.nullable(), after: actor.nullable() }),
  z.strictObject({ kind: z.literal('skips'), before: words, after: words }),
  z.strictObject({ kind: z.literal('scheme'), before: scheme, after: scheme }),
  z.strictObject({ kind: z.literal('rule'), id, before: rule.nullable(), after: rule.nullable() }),
  z.strictObject({
    kind: z.literal('judgement'),
    id,
    before: judgement.nullable(),
    after: judgement.nullable(),
  }),
  z.strictObject({ kind: z.literal('comment'), id, before: comment.nullable(), after: comment.nullable() }),
  z.strictObject({ kind: z.literal('sight'), before: z.enum(SIGHTS), after: z.enum(SIGHTS) }),
  z.strictObject({ kind: z.literal('assignment'), id, before: names.nullable(), after: names.nullable() }),
])

export const editSchema: z.ZodType<Edit> = z.strictObject({
  name: shortText,
  changes: z.array(change).max(1_000_000),
})
