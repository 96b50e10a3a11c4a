import * as z from 'zod'
import { HINT_KINDS } from '../domain/hint.ts'
import { METADATA_FIELDS } from '../domain/metadata.ts'
import { DATASET_TEXTS } from '../format/dataset.ts'
import { editSchema, shortText } from '../format/edit-schema.ts'
import { exportSettingsSchema } from '../format/export-preset.ts'
import { bindingsSchema } from './bindings.ts'
import type { RequestChannel } from './channels.ts'
import { type Requests, THEMES } from './contract.ts'
import { REVIEW_ARGUMENTS } from './review-arguments.ts'

/** What the main process accepts from a page: every argument of every request is parsed by these, unknown keys refused. */

const id = z.string().min(1).max(1_000)

const preferencesPatch = z.strictObject({
  theme: z.enum(THEMES).exactOptional(),
  textSize: z.number().min(12).max(32).exactOptional(),
  places: z.record(id, z.int().nonnegative()).exactOptional(),
  panes: z
    .strictObject({ articles: z.number().min(160).max(800), inspector: z.number().min(200).max(900) })
    .exactOptional(),
  guidelineBeside: z.boolean().exactOptional(),
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

const direction = z.enum(['undo', 'redo'])

const editing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('do'), typing: shortText.exactOptional() }),
  z.strictObject({ kind: direction }),
])

const actorIds = z.array(id).max(100_000)

const surveyQuery = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unsure') }),
  z.strictObject({ kind: z.literal('hints'), only: z.enum(HINT_KINDS).exactOptional() }),
  z.strictObject({ kind: z.literal('mentions'), actors: actorIds.nullable() }),
  z.strictObject({ kind: z.literal('acts'), actors: actorIds }),
])

const mentionLink = z.strictObject({ id, actor: id.nullable() })

const articleLinks = z
  .array(z.strictObject({ articleId: id, links: z.array(mentionLink).max(1_000_000) }))
  .max(1_000_000)

const fromTo = { from: shortText, to: shortText.nullable() }

const migration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['label', 'role', 'attribute', 'link']), ...fromTo }),
  z.strictObject({ kind: z.literal('value'), attribute: id, ...fromTo }),
])

const forms = z.array(shortText.min(1)).max(10_000)

const sought = z.strictObject({
  label: shortText,
  actor: id.nullable(),
  by: id,
  forms: forms.min(1),
  namesakes: forms,
  skips: z.array(shortText).max(100_000),
})

const columnName = z.string().max(10_000)

const chosen = z
  .array(z.strictObject({ articleId: id, starts: z.array(z.int().nonnegative()).max(1_000_000) }))
  .max(1_000_000)

const columns = z.partialRecord(z.enum(METADATA_FIELDS), columnName)

/** Which column of a table is what, by name. */
export const tableMapping = z.strictObject({ text: columnName, metadata: columns })

const tableAnswers = z
  .array(z.strictObject({ mapping: tableMapping.nullable(), isRemembered: z.boolean() }))
  .max(10_000)

const number = z.int().nonnegative()

const newerText = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), id }),
  z.strictObject({ kind: z.literal('encoding'), encoding: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('file') }),
  z.strictObject({ kind: z.literal('outside') }),
])

const exportSettings = exportSettingsSchema.strict()

const broughtChoices = z.strictObject({
  labels: z.record(shortText, shortText.nullable()),
  as: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['me', 'suggestions']) }),
    z.strictObject({ kind: z.literal('annotator'), name: shortText.min(1) }),
  ]),
  from: z.array(shortText).max(100_000).readonly().nullable(),
  takesTexts: z.boolean(),
  isPartial: z.boolean(),
})

const none = z.tuple([])

export const ARGUMENTS: { readonly [C in RequestChannel]: z.ZodType<Requests[C]['args']> } = {
  'desk:start': none,
  'workspace:open': z.tuple([workspaceChoice]),
  'workspace:reveal': none,
  'article:read': z.tuple([id]),
  'article:open': z.tuple([id]),
  'edit:make': z.tuple([id.nullable(), editSchema, editing]),
  'registry:read': none,
  'cleaning:read': none,
  'registry:restore': z.tuple([z.enum(['last-good', 'empty'])]),
  'mentions:link': z.tuple([editSchema, articleLinks]),
  'scheme:read': none,
  'scheme:uses': none,
  'scheme:preview': z.tuple([migration]),
  'scheme:migrate': z.tuple([migration]),
  'scheme:export': none,
  'scheme:import': none,
  'bulk:travel': z.tuple([direction]),
  'bulk:cancel': none,
  'occurrences:find': z.tuple([sought]),
  'occurrences:cancel': none,
  'occurrences:mark': z.tuple([sought, chosen]),
  'history:read': none,
  'history:pass': z.tuple([direction]),
  'history:show': z.tuple([z.strictObject({ undo: shortText.nullable(), redo: shortText.nullable() })]),
  'article:restore': z.tuple([id, z.enum(['last-good', 'empty'])]),
  'article:changed-outside': z.tuple([id]),
  'article:put-back': z.tuple([id]),
  'versions:replace': z.tuple([id, newerText]),
  'versions:list': none,
  'versions:compare': z.tuple([id]),
  'articles:import': z.tuple([z.enum(['files', 'folder'])]),
  'articles:import-dropped': z.tuple([z.array(z.string().min(1).max(32_768)).max(100_000)]),
  'articles:cancel-import': none,
  'import:resumable': none,
  'import:resume': none,
  'import:forget': none,
  'import:run': z.tuple([number, tableAnswers]),
  'import:remembered-tables': none,
  'import:forget-tables': none,
  'import:again': z.tuple([z.array(number).max(1_000_000)]),
  'import:paste': none,
  // However long it is, its being too long is said in a sentence.
  'import:bring-text': z.tuple([z.strictObject({ html: z.string().nullable(), text: z.string() })]),
  'import:encodings': z.tuple([id]),
  'import:opened-files': none,
  'watch:read': none,
  'watch:choose': none,
  'watch:stop': none,
  'alike:find': none,
  'alike:tell-apart': z.tuple([id, id, z.boolean()]),
  'survey:ask': z.tuple([surveyQuery]),
  'survey:count': z.tuple([z.record(id, id)]),
  'dataset:export': z.tuple([z.enum(DATASET_TEXTS)]),
  'export:choices': none,
  'export:preview': z.tuple([exportSettings]),
  'export:run': z.tuple([exportSettings]),
  'export:cancel': none,
  'preset:save': z.tuple([z.strictObject({ name: shortText.min(1), settings: exportSettings })]),
  'preset:remove': z.tuple([id]),
  'annotations:choose': z.tuple([z.enum(['file', 'folder'])]),
  'annotations:read-as': z.tuple([id]),
  'annotations:take': z.tuple([broughtChoices]),
  'annotations:cancel': none,
  ...REVIEW_ARGUMENTS,
  'annotator:set': z.tuple([shortText]),
  'preferences:set': z.tuple([preferencesPatch]),
}
