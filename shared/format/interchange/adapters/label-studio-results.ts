import * as z from 'zod'
import { type CodePointMap, codePointMap } from '#shared/domain/code-points.ts'
import type { Span } from '#shared/domain/span.ts'
import { annotationSchema } from '#shared/format/annotation-object.ts'
import type { ReadAnnotation } from '../adapter.ts'
import { EXTRA } from '../extra-record.ts'
import { type Relation, relationType, withRelations } from '../mark-relations.ts'
import { spanFaultIn } from '../read-values.ts'

const strings = z.array(z.string())

/** Of any control; those of labels, choices, texts and relations are read. */
export const resultSchema = z.object({
  type: z.string(),
  id: z.string().optional(),
  from_name: z.string().optional(),
  value: z
    .object({
      start: z.unknown(),
      end: z.unknown(),
      text: z.union([z.string(), strings]).nullish(),
      labels: z.unknown(),
      choices: z.unknown(),
    })
    .partial()
    .optional(),
  meta: z
    .object({
      text: z.union([z.string(), strings]).nullish(),
      [EXTRA]: annotationSchema
        .omit({ id: true, label: true, start: true, end: true, text: true, fragments: true })
        .partial()
        .optional(),
    })
    .nullish(),
  from_id: z.string().optional(),
  to_id: z.string().optional(),
  labels: strings.nullish(),
  direction: z.string().nullish(),
})
export type Result = z.infer<typeof resultSchema>

const labelsSchema = z.array(z.string().min(1)).min(1)
const placeSchema = z.object({ start: z.number(), end: z.number() })
const choiceSchema = z.tuple([z.string()])

/** The annotations that one annotation's results are together; or what is wrong with them. */
export function annotationsIn(
  results: readonly Result[],
  annotator: string | undefined,
  text: string,
): readonly ReadAnnotation[] | string {
  const found = marksIn(results, text)
  if (typeof found === 'string') return found
  const marks = withOwnIds(annotator === undefined ? found : found.map((mark) => ({ annotator, ...mark })))
  const relations = relationsIn(results, marks)
  return relations ? withRelations(marks, relations) : LOOSE_END
}

function marksIn(results: readonly Result[], text: string): readonly ReadAnnotation[] | string {
  const map = codePointMap(text)
  const regions = regionsIn(results)
  const marks: ReadAnnotation[] = []
  for (const result of results.filter(({ type }) => type === 'labels')) {
    const found = marksOf(result, text, map)
    if (typeof found === 'string') return found
    const said = saidIn(result.id === undefined ? [result] : (regions.get(result.id) ?? []))
    if (typeof said === 'string') return said
    marks.push(...found.map((mark) => ({ ...said, ...mark })))
  }
  return marks
}

/** What is said of each region, by its id. */
function regionsIn(results: readonly Result[]): ReadonlyMap<string, readonly Result[]> {
  const regions = new Map<string, Result[]>()
  for (const result of results) {
    const others = regions.get(result.id ?? '')
    if (others) others.push(result)
    else regions.set(result.id ?? '', [result])
  }
  return regions
}

const LOOSE_END = 'A relation in it points to a region that is not there.'

/** A mark for each of a region's labels. */
function marksOf({ id, value }: Result, text: string, map: CodePointMap): readonly ReadAnnotation[] | string {
  const labels = labelsSchema.safeParse(value?.labels)
  const place = placeSchema.safeParse(value)
  if (!labels.success) return 'A region in it has no label.'
  if (!place.success) return 'A region in it has no start and end that are numbers.'
  const span = spanIn(place.data, oneText(value?.text), { text, map })
  if (typeof span === 'string') return span
  return labels.data.map((label) => ({ ...(id === undefined ? {} : { id }), ...span, label }))
}

/** A region of several labels is several marks, of which the first has its id. */
function withOwnIds(marks: readonly ReadAnnotation[]): readonly ReadAnnotation[] {
  const counts = new Map<string, number>()
  return marks.map((mark) => {
    if (mark.id === undefined) return mark
    const count = (counts.get(mark.id) ?? 0) + 1
    counts.set(mark.id, count)
    return count === 1 ? mark : { ...mark, id: `${mark.id}/${count}` }
  })
}

type InText = { readonly text: string; readonly map: CodePointMap }

/**
 * In code points. Old versions of Label Studio saved JavaScript's UTF-16 offsets: where the quoted words stand there alone,
 * that is what the offsets are.
 */
function spanIn(span: Span, quote: string | undefined, { text, map }: InText): Span | string {
  const { start, end } = span
  if (quote === undefined) return { start, end }
  const inCodePoints = text.slice(map.toUtf16(start), map.toUtf16(end))
  if (spanFaultIn(span, map.length) === null && sameWords(inCodePoints, quote)) return { start, end }
  const isUtf16 = spanFaultIn(span, text.length) === null && sameWords(text.slice(start, end), quote)
  if (isUtf16) return { start: map.toCodePoint(start), end: map.toCodePoint(end) }
  return (
    spanFaultIn(span, map.length) ??
    `It says that “${quote}” stands at ${start}, but there is “${inCodePoints}”.`
  )
}

/** The editor writes a line end as `\\n`, and the white space at it as it is shown. */
const sameWords = (a: string, b: string): boolean => wordsIn(a) === wordsIn(b)
const wordsIn = (text: string): string => text.replace(/\\n|\s/gu, '')

const oneText = (text: string | readonly string[] | null | undefined): string | undefined =>
  text == null ? undefined : typeof text === 'string' ? text : text.join('\n')

/** What the results of one region say besides its labels; or what is wrong with them. */
function saidIn(results: readonly Result[]): Partial<ReadAnnotation> | string {
  const meta = results.find((one) => one.meta)?.meta
  const written = results.find(({ type }) => type === 'textarea')?.value?.text
  const note = oneText(meta?.text) ?? oneText(written)
  const chosen = results.filter(({ type }) => type === 'choices')
  const attributes = chosen.map(({ from_name = '', value }) => [from_name, value?.choices] as const)
  const fault = attributes.find(([, values]) => !choiceSchema.safeParse(values).success)
  if (fault) return `“${fault[0]}” of a region in it is not one choice.`
  const said = attributes.map(([name, values]) => [name, (values as string[])[0] ?? ''] as const)
  return {
    ...(meta?.[EXTRA] as Partial<ReadAnnotation> | undefined),
    ...(note === undefined ? {} : { note }),
    ...(said.length > 0 ? { attributes: Object.fromEntries(said) } : {}),
  }
}

/** Null where one of them has no mark at an end. */
function relationsIn(
  results: readonly Result[],
  marks: readonly ReadAnnotation[],
): readonly Relation[] | null {
  const ids = new Set(marks.map(({ id }) => id))
  const relations = results.filter(({ type }) => type === 'relation')
  const found = relations.flatMap(({ from_id: from, to_id: to, labels, direction }) => {
    if (from === undefined || to === undefined || !ids.has(from) || !ids.has(to)) return [null]
    const ends = direction === 'left' ? { from: to, to: from } : { from, to }
    return (labels?.length ? labels : [UNNAMED]).map((type) => ({ ...ends, type }))
  })
  return found.includes(null) ? null : (found as Relation[])
}

/** A relation that nobody gave a label is a link. */
const UNNAMED = relationType({ kind: 'relation' })
