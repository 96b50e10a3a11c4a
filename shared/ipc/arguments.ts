import * as z from 'zod'
import { STATUSES } from '../domain/record.ts'
import { bindingsSchema } from './bindings.ts'
import type { RequestChannel } from './channels.ts'
import { type Requests, THEMES } from './contract.ts'

/** What the main process accepts from a page: every argument of every request is parsed by these, unknown keys refused. */

const shortText = z.string().max(1_000)
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
  attributes: z.record(shortText, shortText),
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

const edit = z.strictObject({ name: shortText, changes: z.array(change).max(1_000_000) })

const preferencesPatch = z.strictObject({
  theme: z.enum(THEMES).exactOptional(),
  textSize: z.number().min(12).max(32).exactOptional(),
  panes: z
    .strictObject({ articles: z.number().min(160).max(800), inspector: z.number().min(200).max(900) })
    .exactOptional(),
  keys: bindingsSchema.exactOptional(),
})

const workspaceChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('existing') }),
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({ kind: z.literal('sample') }),
  z.strictObject({ kind: z.literal('recent'), index: z.int().nonnegative().max(100) }),
  z.strictObject({ kind: z.literal('adopt') }),
  z.strictObject({ kind: z.literal('again') }),
])

const none = z.tuple([])

export const ARGUMENTS: { readonly [C in RequestChannel]: z.ZodType<Requests[C]['args']> } = {
  'desk:start': none,
  'workspace:open': z.tuple([workspaceChoice]),
  'workspace:reveal': none,
  'article:open': z.tuple([id]),
  'article:edit': z.tuple([id, edit]),
  'article:restore': z.tuple([id, z.enum(['last-good', 'empty'])]),
  'articles:import': z.tuple([z.enum(['files', 'folder'])]),
  'articles:import-dropped': z.tuple([z.array(z.string().min(1).max(32_768)).max(100_000)]),
  'articles:cancel-import': none,
  'dataset:export': none,
  'annotator:set': z.tuple([shortText]),
  'preferences:set': z.tuple([preferencesPatch]),
}
