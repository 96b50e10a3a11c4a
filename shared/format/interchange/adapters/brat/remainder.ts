import * as z from 'zod'
import { fillerSchema } from '#shared/format/annotation-object.ts'
import { offsetSchema } from '#shared/format/article-file.ts'
import { readActorSchema } from '../../named-actors.ts'

/**
 * What brat has no line for, as JSON in a note of a type of our own: fillers of roles that are no marks, texts that do not
 * stand in one line, runs that cannot be told from pieces of lines. Few annotations have one. Whom the registry means stands in such
 * a note of the reference to it, once in a file.
 */
export const REMAINDER = 'Glosswright'

export const remainderSchema = z.object({
  actor: z.string().exactOptional(),
  /** Those who are named here first. */
  actors: z.array(readActorSchema).exactOptional(),
  attributes: z.record(z.string(), z.string()).exactOptional(),
  /** `at`: its place among the fillers of its role. A mention is one of the file's ids. */
  fillers: z.array(z.object({ role: z.string(), at: offsetSchema, filler: fillerSchema })).exactOptional(),
  note: z.string().exactOptional(),
  spans: z
    .array(z.tuple([offsetSchema, offsetSchema]))
    .min(1)
    .exactOptional(),
})
export type Remainder = z.infer<typeof remainderSchema>
