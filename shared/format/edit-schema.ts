import * as z from 'zod'
import type { Edit } from '../domain/edit.ts'
import { STATUSES } from '../domain/record.ts'

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

const corrections = z.strictObject({ title: shortText.exactOptional() })

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
])

export const editSchema: z.ZodType<Edit> = z.strictObject({
  name: shortText,
  changes: z.array(change).max(1_000_000),
})
