import * as z from 'zod'
import { editSchema, shortText } from '../format/edit-schema.ts'
import { DIFFERENCE_KINDS } from '../review/differences.ts'
import type { Requests } from './contract.ts'
import type { ReviewRequests } from './reviews.ts'
import { MARKS_WANTED } from './team.ts'

/** What the main process accepts from a page about the work of several annotators. */

const id = z.string().min(1).max(1_000)
const name = shortText.min(1)
const names = z.array(name).max(10_000)
const articleIds = z.array(id).max(1_000_000)
const none = z.tuple([])

const rule = z.strictObject({
  kinds: z.array(z.enum(DIFFERENCE_KINDS)).max(DIFFERENCE_KINDS.length),
  labels: z.array(shortText).max(10_000).nullable(),
  take: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('annotator'), name }),
    z.strictObject({ kind: z.enum(['majority', 'reject']) }),
  ]),
  articles: articleIds.nullable(),
})

export const REVIEW_ARGUMENTS: { readonly [C in keyof ReviewRequests]: z.ZodType<Requests[C]['args']> } = {
  'team:read': none,
  'team:progress': none,
  'annotator:switch': z.tuple([shortText]),
  'article:marks': z.tuple([id, z.enum(MARKS_WANTED)]),
  'review:edit': z.tuple([id, name, editSchema]),
  'agreement:measure': z.tuple([
    z.strictObject({ annotators: names.min(2).nullable(), seed: z.int().nonnegative() }),
  ]),
  'agreement:cancel': none,
  'adjudication:list': z.tuple([names.nullable()]),
  'adjudication:preview': z.tuple([names.nullable(), rule]),
  'adjudication:apply': z.tuple([names.nullable(), rule]),
  'reviewing:list': z.tuple([name]),
  'reviewing:waiting': z.tuple([name]),
  'reviewing:summary': z.tuple([name]),
  'review-file:make': z.tuple([
    z.strictObject({ annotators: names.min(1), articles: articleIds.nullable(), doneOnly: z.boolean() }),
  ]),
  'review-file:choose': none,
  'review-file:take': z.tuple([shortText]),
  'merge:choose': z.tuple([z.enum(['file', 'folder'])]),
  'merge:take': z.tuple([z.strictObject({ names: z.record(name, shortText) })]),
  'merge:cancel': none,
  'quality:read': none,
  'quality:save': none,
}
