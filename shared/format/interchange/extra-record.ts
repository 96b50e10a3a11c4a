import * as z from 'zod'
import { type AnnotationObject, annotationSchema } from '../annotation-object.ts'
import { OFFSETS } from '../article-file.ts'
import { articleHeadSchema, type DatasetArticle } from '../dataset.ts'
import type { ExportFrame, ReadAnnotation } from './adapter.ts'
import type { AnnotatorPart } from './annotator-parts.ts'
import { type ActorsById, namedActors, readActorSchema, registryOf, withActors } from './named-actors.ts'

/**
 * What a tool has no field for goes along in one record of ours, in the place that the tool leaves to its users and
 * gives back. There a mark is named by its label and its place, since a tool may give its marks other ids, in the order in
 * which they came: the second record of a label and place belongs to the second such mark. So a mark that was added or
 * taken away over there takes nothing from the others.
 */
export const EXTRA = 'glosswright'

const markSchema = annotationSchema
  .omit({ text: true, fragments: true, annotator: true })
  .partial()
  .required({ label: true, start: true, end: true })

const headSchema = articleHeadSchema.omit({ annotations: true, text: true }).partial()

const actors = z.array(readActorSchema).exactOptional()

export const extraSchema = z.object({
  article: headSchema,
  actors,
  annotator: z.string().nullable(),
  marks: z.array(markSchema),
})

export const articleExtraSchema = z.object({ article: headSchema, actors })

/** An absent field is absent, never `undefined`. */
export type Head = Partial<ReturnType<typeof headOf>>
export type Extra = z.infer<typeof extraSchema>

/** All of the article but its text and its annotations. */
export function headOf({ text: _, annotations: __, ...head }: DatasetArticle) {
  return head
}

export type ExtraSetting = { readonly tool: ExportFrame['tool']; readonly registry: ActorsById }

export const extraSetting = (frame: ExportFrame): ExtraSetting => ({
  tool: frame.tool,
  registry: registryOf(frame),
})

export function extraOf(
  article: DatasetArticle,
  part: AnnotatorPart,
  { tool, registry }: ExtraSetting,
): object {
  return {
    article: headOf(article),
    ...withActors(namedActors(part.annotations, registry)),
    annotator: part.annotator,
    marks: part.annotations.map(markOf),
    offsets: OFFSETS,
    tool,
  }
}

function markOf({ text: _, fragments: __, annotator: ___, ...mark }: AnnotationObject) {
  return mark
}

/** Marks as the tool has them, with what our record says of them besides; what the tool says holds. */
export function withExtra(
  marks: readonly ReadAnnotation[],
  extra: Extra | undefined,
): readonly ReadAnnotation[] {
  const waiting = new Map<string, Extra['marks'][number][]>()
  for (const mark of extra?.marks ?? []) {
    const others = waiting.get(placeOf(mark))
    if (others) others.push(mark)
    else waiting.set(placeOf(mark), [mark])
  }
  return marks.map((mark) => ({ ...waiting.get(placeOf(mark))?.shift(), ...mark }) as ReadAnnotation)
}

export const placeOf = ({ label, start, end }: Pick<ReadAnnotation, 'label' | 'start' | 'end'>): string =>
  `${start} ${end} ${label}`
