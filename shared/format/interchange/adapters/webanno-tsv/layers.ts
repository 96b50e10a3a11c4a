import * as z from 'zod'
import { fillerSchema } from '#shared/format/annotation-object.ts'
import { offsetSchema, sha256Schema } from '#shared/format/article-file.ts'
import { readActorSchema } from '../../named-actors.ts'

/**
 * The layers that our marks and links stand in. A project of INCEpTION must have them before it takes our files: a layer of
 * spans, whose feature `roles` links to others of them, and one of relations between them; all other features are strings.
 */
export const MARK_LAYER = 'webanno.custom.Mark'
export const LINK_LAYER = 'webanno.custom.MarkLink'
/** Of what stands in `roles`: a role and the mark that fills it. */
export const LINK_TYPE = `${MARK_LAYER}RolesLink`
const ROLES = `ROLE_${MARK_LAYER}:roles_${LINK_TYPE}`

/** Before the columns of attributes. */
export const FEATURES = ['label', 'identifier', 'certainty', 'actor', 'note', 'more'] as const
const TAKEN: readonly string[] = [...FEATURES, 'roles', 'begin', 'end', 'sofa']

/** The name of an attribute’s feature, which must be one of Java’s; null for one that goes into `more`. */
export function featureOf(attribute: string): string | null {
  if (attribute.includes('_') || !/^\p{L}[\p{L}\p{N}-]*$/u.test(attribute)) return null
  return TAKEN.includes(attribute) || attribute.startsWith('ROLE-') ? null : attribute.replaceAll('-', '_')
}

export const attributeOf = (feature: string): string => feature.replaceAll('_', '-')

/** @param features of attributes. */
export const headerOf = (features: readonly string[]): string =>
  [
    '#FORMAT=WebAnno TSV 3.3',
    `#T_SP=${[MARK_LAYER, ...FEATURES, ...features, ROLES, MARK_LAYER].join('|')}`,
    `#T_RL=${LINK_LAYER}|kind|position|BT_${MARK_LAYER}`,
    '',
    '',
    '',
  ].join('\n')

/** What has no feature of its own, as JSON in `more`. A mention is one of the file’s disambiguation ids. */
export const moreSchema = z.object({
  attributes: z.record(z.string(), z.string()).exactOptional(),
  fillers: z.array(z.object({ role: z.string(), at: offsetSchema, filler: fillerSchema })).exactOptional(),
  note: z.string().exactOptional(),
})
export type More = z.infer<typeof moreSchema>

/** A line before the first sentence, which INCEpTION passes over: which article this is, whose marks these are, and whom they name. */
export const ARTICLE_LINE = '#Glosswright='
export const articleLineSchema = z.object({
  id: z.string().min(1),
  sha256: sha256Schema,
  title: z.string(),
  annotator: z.string().exactOptional(),
  actors: z.array(readActorSchema).exactOptional(),
})
